namespace Assay.TestSupport;

/// <summary>
/// The recorded data and reference values kept beside a checkout, in <c>../shared</c>. They are not part of the repository;
/// tests that need them use <see cref="SharedDataFactAttribute"/> and are skipped where they are absent.
/// </summary>
public static class SharedData
{
    /// <summary>Root of the checkout: the nearest folder above the test's own that holds <c>Assay.slnx</c>.</summary>
    public static string RepositoryRoot { get; } = FindRepositoryRoot();

    /// <summary>The folder of recorded data; may not exist.</summary>
    public static string DataFolder { get; } = Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared", "data"));

    /// <summary>The folder of reference values; may not exist.</summary>
    public static string ReferenceFolder { get; } = Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared", "reference"));

    /// <summary>A path below <see cref="DataFolder"/>.</summary>
    public static string Data(params string[] parts) => Path.Combine([DataFolder, .. parts]);

    private static string FindRepositoryRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Assay.slnx"))) return folder.FullName;
        }
        throw new InvalidOperationException("The tests run outside a checkout: no folder above them holds Assay.slnx.");
    }
}
