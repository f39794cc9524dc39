using System.Security.Cryptography;
using Assay.Core.Errors;

namespace Assay.Storage.Files;

/// <summary>The hash by which a run knows its input files again.</summary>
public static class FileHash
{
    /// <summary>SHA-256 of a file's bytes as they lie there (gzip is not inflated), 64 lower-case hexadecimal digits.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static async Task<string> OfAsync(string path, CancellationToken cancellation)
    {
        if (Directory.Exists(path)) throw new InputException($"{path} is a folder where a file was expected; name a file in it.");
        try
        {
            await using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation).ConfigureAwait(false));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException { ParamName: "path" } or NotSupportedException)
        {
            throw new InputException(FileErrors.Reading(path, error), error);
        }
    }
}
