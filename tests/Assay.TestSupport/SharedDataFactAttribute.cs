using Xunit;

namespace Assay.TestSupport;

/// <summary>A test that needs <c>../shared/data/FOLDER</c>; skipped, with the reason, where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    /// <param name="folder">The folder below <c>../shared/data</c>.</param>
    public SharedDataFactAttribute(string folder)
    {
        Folder = folder;
        if (!Directory.Exists(SharedData.Data(folder))) Skip = $"needs the recorded data in ../shared/data/{folder}";
    }

    /// <summary>The folder below <c>../shared/data</c>.</summary>
    public string Folder { get; }
}
