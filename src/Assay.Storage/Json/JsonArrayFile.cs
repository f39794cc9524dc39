using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Assay.Storage.Files;

namespace Assay.Storage.Json;

/// <summary>Writes a JSON array with one row a line, one row in memory at a time, whole or not at all.</summary>
internal static class JsonArrayFile
{
    /// <returns>The number of rows.</returns>
    public static int Write<T>(string path, IEnumerable<T> rows, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        int count = 0;
        WholeFile.Write(path, stream =>
        {
            count = 0;
            stream.Write("["u8);
            foreach (T row in rows)
            {
                cancellation.ThrowIfCancellationRequested();
                stream.Write(count == 0 ? "\n"u8 : ",\n"u8);
                JsonSerializer.Serialize(stream, row, type);
                count++;
            }
            stream.Write("\n]\n"u8);
        });
        return count;
    }
}
