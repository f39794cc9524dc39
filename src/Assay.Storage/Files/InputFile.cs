using Assay.Core.Errors;

namespace Assay.Storage.Files;

/// <summary>Opens a file that somebody else wrote: plain or gzip, told apart by its first two bytes and never by its name.</summary>
public static class InputFile
{
    private const int FileBufferSize = 1 << 16;

    /// <summary>Opens the file and reads it whole with <paramref name="read"/>; what the system refuses becomes a sentence about the file.</summary>
    /// <exception cref="InputException">The file is missing, is a folder, may not be read, breaks off while reading, or is damaged gzip.</exception>
    public static T Read<T>(string path, Func<Stream, T> read)
    {
        try
        {
            // Opening a folder is refused in different words on every system, so it is asked first.
            if (Directory.Exists(path)) throw new InputException($"{path} is a folder where a file was expected; name a file in it.");
            using FileStream file = new(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileBufferSize, FileOptions.SequentialScan);
            return ReadStream(file, path, read);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException { ParamName: "path" } or NotSupportedException)
        {
            throw new InputException(FileErrors.Reading(path, error), error);
        }
    }

    /// <summary>Reads a stream that may be gzip; <paramref name="name"/> stands for it in errors.</summary>
    /// <exception cref="InputException">The stream begins as gzip and is damaged or cut short.</exception>
    internal static T ReadStream<T>(Stream stream, string name, Func<Stream, T> read)
    {
        byte[] magic = new byte[2];
        int count = stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        ReadOnlyMemory<byte> start = magic.AsMemory(0, count);
        if (start.Span is not [0x1f, 0x8b]) return read(new BracketedStream(start, stream, after: default));
        try
        {
            using WholeGzipStream inflated = new(start, stream);
            return read(inflated);
        }
        catch (InvalidDataException error)
        {
            throw new InputException($"{name} is gzip that is damaged or cut short; copy or compress it again.", error);
        }
    }
}
