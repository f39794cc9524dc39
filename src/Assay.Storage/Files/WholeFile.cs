using System.Text;
using Assay.Core.Errors;

namespace Assay.Storage.Files;

/// <summary>
/// Writes a file whole or not at all: into a temporary file beside it, moved into place when all is written. Whatever goes wrong before that,
/// the temporary file is deleted and a file that was there keeps its content. Devices, pipes and the standard streams
/// (<c>/dev/stdout</c>) cannot be replaced and are written to as they are.
/// </summary>
public static class WholeFile
{
    private const int BufferSize = 1 << 16;
    private const string TemporaryStart = ".assay-";
    private const string TemporaryEnd = ".tmp";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Whether a name is that of a file that was being written, and is left where its process was killed.</summary>
    internal static bool IsHalfWritten(string name) =>
        name.StartsWith(TemporaryStart, StringComparison.Ordinal) && name.EndsWith(TemporaryEnd, StringComparison.Ordinal);

    /// <summary>Writes what <paramref name="write"/> puts into the stream, replacing a file of that name. A link is followed, not replaced.</summary>
    /// <param name="path">The file; its folder must exist. An existing file keeps its Unix permissions.</param>
    /// <param name="write">Fills the stream; what it throws, cancellation included, is passed on after cleaning up.</param>
    /// <exception cref="InputException">The system refuses: no such folder, no permission, no space; names the file.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        try
        {
            if (Directory.Exists(path)) throw new InputException($"{path} is a folder and cannot be written as a file; name a file in it.");
            if (LinkTarget.IsStandardStream(path)) Append(path, write);
            else WriteTarget(LinkTarget.Resolve(path), write);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException { ParamName: "path" })
        {
            throw new InputException(FileErrors.Writing(path, error), error);
        }
    }

    /// <summary>Writes a text in UTF-8 without a byte order mark.</summary>
    /// <exception cref="InputException">The system refuses: no such folder, no permission, no space; names the file.</exception>
    public static void WriteText(string path, string text) => Write(path, stream => stream.Write(Utf8.GetBytes(text)));

    private static void WriteTarget(string target, Action<Stream> write)
    {
        if (!File.Exists(target)) Replace(target, write, mode: null);
        else if (!WriteIrregular(target, write)) Replace(target, write, OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(target));
    }

    // Where the shell sends a stream to a file, what is there already stays.
    private static void Append(string stream, Action<Stream> write)
    {
        using FileStream open = new(stream, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, BufferSize);
        if (open.CanSeek) open.Seek(0, SeekOrigin.End);
        write(open);
        open.Flush();
    }

    // Opened once: whoever reads a pipe sees its end when it is closed for the first time. False for a regular file, which is left as it is.
    private static bool WriteIrregular(string target, Action<Stream> write)
    {
        using FileStream existing = new(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, BufferSize);
        if (IsRegular(existing)) return false;
        write(existing);
        existing.Flush();
        return true;
    }

    // Only a regular file lets its length be set, even to what it is; .NET tells the kind of a file in no other way.
    private static bool IsRegular(FileStream file)
    {
        if (!file.CanSeek) return false;
        try
        {
            file.SetLength(file.Length);
            return true;
        }
        catch (Exception error) when (error is IOException or ArgumentException or NotSupportedException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Replace(string target, Action<Stream> write, UnixFileMode? mode)
    {
        string folder = Path.GetDirectoryName(target) ?? throw new DirectoryNotFoundException();
        string temporary = Path.Combine(folder, $"{TemporaryStart}{Path.GetRandomFileName()}{TemporaryEnd}");
        FileStream file = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize);
        try
        {
            using (file)
            {
                write(file);
                file.Flush(flushToDisk: true);
            }
            if (mode is { } kept && !OperatingSystem.IsWindows()) File.SetUnixFileMode(temporary, kept);
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
