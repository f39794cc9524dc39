using Assay.Core.Errors;

namespace Assay.Storage.Files;

/// <summary>Reads a file that people or this program wrote and that is never large: a configuration, a template, a description.</summary>
internal static class SmallFile
{
    private const long MostBytes = 16 << 20;

    /// <summary>All bytes of the file.</summary>
    /// <exception cref="InputException">It is missing, may not be read, or is too large to be what it should be.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            if (Directory.Exists(path)) throw new InputException($"{path} is a folder where a file was expected; name a file in it.");
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (file.Length > MostBytes) throw new InputException($"{path} is larger than {MostBytes >> 20} MiB, which no such file is; check the path.");
            byte[] bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException { ParamName: "path" } or NotSupportedException)
        {
            throw new InputException(FileErrors.Reading(path, error), error);
        }
    }
}
