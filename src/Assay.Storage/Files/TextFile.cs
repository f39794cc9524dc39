using System.Text;
using Assay.Core.Errors;

namespace Assay.Storage.Files;

/// <summary>Reads a small file as text.</summary>
public static class TextFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The whole text, without a byte order mark.</summary>
    /// <exception cref="InputException">The file is missing, may not be read, is too large for what it should be, or is not UTF-8.</exception>
    public static string Read(string path)
    {
        byte[] bytes = SmallFile.Read(path);
        try
        {
            return Strict.GetString(bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes);
        }
        catch (DecoderFallbackException error)
        {
            throw new InputException($"{path} is not valid UTF-8; save it in UTF-8.", error);
        }
    }
}
