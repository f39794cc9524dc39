using Assay.Core.Errors;

namespace Assay.Storage.Files;

/// <summary>A file that somebody else wrote, plain or gzip, read from front to back over a long time; what the system refuses becomes a sentence about
/// it.</summary>
internal sealed class InputStream : SequentialStream
{
    private const int FileBufferSize = 1 << 16;

    private readonly string _path;
    private readonly FileStream _file;
    private readonly Stream _content;

    /// <summary>Opens the file.</summary>
    /// <exception cref="InputException">It is missing, is a folder, or may not be read.</exception>
    public InputStream(string path)
    {
        _path = path;
        if (Directory.Exists(path)) throw new InputException($"{path} is a folder where a file was expected; name a file in it.");
        _file = Guard(() => new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileBufferSize, FileOptions.SequentialScan));
        byte[] magic = new byte[2];
        ReadOnlyMemory<byte> start = magic.AsMemory(0, Guard(() => _file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false)));
        _content = start.Span is [0x1f, 0x8b] ? new WholeGzipStream(start, _file) : new BracketedStream(start, _file, after: default);
    }

    /// <inheritdoc/>
    /// <exception cref="InputException">It breaks off, or is damaged gzip.</exception>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return _content.Read(buffer);
        }
        catch (InvalidDataException error)
        {
            throw new InputException($"{_path} is gzip that is damaged or cut short; copy or compress it again.", error);
        }
        catch (IOException error)
        {
            throw new InputException(FileErrors.Reading(_path, error), error);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
            _file.Dispose();
        }
        base.Dispose(disposing);
    }

    private T Guard<T>(Func<T> open)
    {
        try
        {
            return open();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException { ParamName: "path" } or NotSupportedException)
        {
            throw new InputException(FileErrors.Reading(_path, error), error);
        }
    }
}
