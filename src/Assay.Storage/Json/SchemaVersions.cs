using Assay.Core.Errors;

namespace Assay.Storage.Json;

/// <summary>Asks a file for the version of its layout before anything else of it is read.</summary>
internal static class SchemaVersions
{
    /// <summary>Passes if the file's layout is one this program knows: 1 to <paramref name="newest"/>.</summary>
    /// <exception cref="InputException">It is newer, or the file says none.</exception>
    public static void Check(ReadOnlySpan<byte> json, string path, int newest)
    {
        if (JsonLine.Read(json, StorageJson.Lines.SchemaVersionOnly) is not { SchemaVersion: > 0 and int version })
        {
            throw new InputException($"{path} does not say which schema_version it has; it is damaged or another program's, so restore it from a copy.");
        }
        if (version > newest)
        {
            throw new InputException(
                $"{path} was written by a newer Assay (schema_version {version}; this one knows up to {newest}); update Assay to go on with it.");
        }
    }
}
