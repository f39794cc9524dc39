namespace Assay.Storage.Files;

/// <summary>Where symbolic links lead.</summary>
internal static class LinkTarget
{
    // As many as Linux follows before it calls a chain of links a loop.
    private const int MostLinks = 40;

    /// <summary>The full path with every link in it followed: one name for one file or folder, which may not exist.</summary>
    /// <exception cref="IOException">The links form a loop.</exception>
    public static string Resolve(string path)
    {
        int links = 0;
        return Resolve(Path.GetFullPath(path), ref links);
    }

    /// <summary>True if the path, or a link it leads through, stands for a stream this process already has open.</summary>
    public static bool IsStandardStream(string path)
    {
        if (OperatingSystem.IsWindows()) return false;
        string? name = Path.GetFullPath(path);
        for (int links = 0; name is not null && links < MostLinks; links++)
        {
            if (name is "/dev/stdout" or "/dev/stderr" || IsBelow(name, "/dev/fd/") || IsBelow(name, "/proc/")) return true;
            name = new FileInfo(name).LinkTarget is { } target ? Path.GetFullPath(target, Path.GetDirectoryName(name)!) : null;
        }
        return false;
    }

    private static bool IsBelow(string path, string folder) => path.StartsWith(folder, StringComparison.Ordinal);

    private static string Resolve(string path, ref int links)
    {
        if (Path.GetDirectoryName(path) is not { } folder) return path;
        string here = Path.Combine(Resolve(folder, ref links), Path.GetFileName(path));
        if (new FileInfo(here).LinkTarget is not { } target) return here;
        if (++links > MostLinks) throw new IOException("Its symbolic links form a loop.");
        return Resolve(Path.GetFullPath(target, Path.GetDirectoryName(here)!), ref links);
    }
}
