using System.Security.Cryptography;
using Assay.Core.Errors;
using Assay.Storage.Files;

namespace Assay.Storage.Responses;

/// <summary>The file of the secret under which outputs are fenced: 32 random bytes, readable by their owner alone, made once and never changed.</summary>
internal sealed class FenceSecretFile(string folder)
{
    /// <summary>The file's name.</summary>
    public const string Name = "fence.secret";

    /// <summary>Bytes of a secret.</summary>
    public const int Size = 32;

    private readonly string _path = Path.Combine(folder, Name);

    /// <summary>Whether there is one.</summary>
    public bool Exists => File.Exists(_path);

    /// <summary>The secret; of several processes that make it at once, all get one.</summary>
    /// <exception cref="InputException">The file is damaged, or the system refuses.</exception>
    public byte[] ReadOrCreate()
    {
        if (!File.Exists(_path)) Create();
        byte[] secret = SmallFile.Read(_path);
        if (secret.Length == Size) return secret;
        throw new InputException(
            $"{_path} has {secret.Length} bytes where {Size} were expected; restore it from a copy, or delete it and have everything judged again.");
    }

    // Written beside and moved without replacing: nobody ever reads half a secret, and the first to move his wins.
    private void Create()
    {
        string temporary = Path.Combine(folder, $".{Name}-{Path.GetRandomFileName()}.tmp");
        try
        {
            FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (FileStream file = new(temporary, options))
            {
                file.Write(RandomNumberGenerator.GetBytes(Size));
                file.Flush(flushToDisk: true);
            }
            File.Move(temporary, _path, overwrite: false);
        }
        catch (IOException) when (File.Exists(_path))
        {
            File.Delete(temporary);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw new InputException(FileErrors.Writing(_path, error), error);
        }
    }
}
