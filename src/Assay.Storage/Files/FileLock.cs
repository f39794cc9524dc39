using Assay.Core.Errors;

namespace Assay.Storage.Files;

/// <summary>
/// A lock between processes: a file held open alone. The system lets it go when its holder ends, however it ends. The file itself is never deleted,
/// because two processes could then hold the lock of two files with one name.
/// </summary>
internal sealed class FileLock : IDisposable
{
    // EWOULDBLOCK of Linux and of macOS, and Windows' sharing violation.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, or gives null where somebody else holds it.</summary>
    /// <exception cref="InputException">The file cannot be made or opened.</exception>
    public static FileLock? TryTake(string path)
    {
        try
        {
            return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (IOException error) when (HeldByAnother.Contains(error.HResult))
        {
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException(FileErrors.Writing(path, error), error);
        }
    }

    /// <summary>Lets the lock go.</summary>
    public void Dispose() => _file.Dispose();
}
