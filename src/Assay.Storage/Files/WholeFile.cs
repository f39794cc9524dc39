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
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes what <paramref name="write"/> puts into the stream, replacing a file of that name. A link is followed, not replaced.</summary>
    /// <param name="path">The file; its folder must exist. An existing file keeps its Unix permissions.</param>
    /// <param name="write">Fills the stream; what it throws, cancellation included, is passed on after cleaning up.</param>
    /// <exception cref="InputException">The system refuses: no such folder, no permission, no space; names the file.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        try
        {
            if (Directory.Exists(path)) throw new InputException($"{path} is a folder and cannot be written as a file; name a file in it.");
            if (!File.Exists(path)) Replace(LinkTarget.Resolve(path), write, mode: null);
            else if (!WriteStraight(path, write)) Replace(LinkTarget.Resolve(path), write, OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException { ParamName: "path" })
        {
            throw new InputException(FileErrors.Writing(path, error), error);
        }
    }

    /// <summary>Writes a text in UTF-8 without a byte order mark.</summary>
    /// <exception cref="InputException">The system refuses: no such folder, no permission, no space; names the file.</exception>
    public static void WriteText(string path, string text) => Write(path, stream => stream.Write(Utf8.GetBytes(text)));

    // Opened once: whoever reads a pipe sees its end when it is closed for the first time.
    private static bool WriteStraight(string path, Action<Stream> write)
    {
        using FileStream existing = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16);
        bool isStandardStream = LinkTarget.IsStandardStream(path);
        if (!isStandardStream && IsRegular(existing)) return false;
        if (isStandardStream && existing.CanSeek) existing.Seek(0, SeekOrigin.End);
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
        string temporary = Path.Combine(folder, $".assay-{Path.GetRandomFileName()}.tmp");
        FileStream file = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
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
