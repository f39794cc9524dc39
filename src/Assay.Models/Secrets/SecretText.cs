using System.Text;
using System.Text.RegularExpressions;

namespace Assay.Models.Secrets;

/// <summary>Takes secrets out of texts that an endpoint wrote: an endpoint may repeat the key it was sent, whole or in part.</summary>
/// <remarks>Short secrets (under 8 characters) are not looked for in part, and under 4 not at all: they would black out ordinary words.</remarks>
internal sealed partial class SecretText
{
    private const string Mask = "[redacted]";
    private const int ShortestPart = 8;
    private const int ShortestSecret = 4;

    private readonly string[] _secrets;
    private readonly byte[][] _secretBytes;

    /// <param name="secrets">What must appear in no text.</param>
    public SecretText(IEnumerable<string> secrets)
    {
        _secrets = [.. secrets.Where(static secret => secret.Length >= ShortestSecret).Distinct().OrderByDescending(static secret => secret.Length)];
        _secretBytes = [.. _secrets.Select(Encoding.UTF8.GetBytes)];
    }

    // What a key looks like, whosever it is: OpenAI's sk-..., also with its middle masked, and anything after "Bearer".
    [GeneratedRegex(
        @"\b(?:sk|pk|rk|gsk|xai)[-_][A-Za-z0-9_*.\-]{6,}|(?<=\bBearer\s+)[^\s""',;}]+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyShape { get; }

    /// <summary>An endpoint's error text without secrets, whole or in parts of 8 characters and more, and without anything that looks like a key.</summary>
    public string RemoveFromError(string text)
    {
        string clean = RemoveWhole(text);
        foreach (string secret in _secrets) clean = RemoveParts(clean, secret);
        return KeyShape.Replace(clean, Mask);
    }

    /// <summary>A text without secrets that stand in it whole; what a model wrote is changed in no other way.</summary>
    public string RemoveWhole(string text)
    {
        foreach (string secret in _secrets) text = text.Replace(secret, Mask, StringComparison.Ordinal);
        return text;
    }

    /// <summary>The same of a body in UTF-8; the same memory where no secret is in it.</summary>
    public ReadOnlyMemory<byte> RemoveWhole(ReadOnlyMemory<byte> body)
    {
        foreach (byte[] secret in _secretBytes)
        {
            if (body.Span.IndexOf(secret) >= 0) return Encoding.UTF8.GetBytes(RemoveWhole(Encoding.UTF8.GetString(body.Span)));
        }
        return body;
    }

    private static string RemoveParts(string text, string secret)
    {
        for (int start = 0; start + ShortestPart <= secret.Length; start++)
        {
            int length = ShortestPart;
            int at = text.IndexOf(secret.AsSpan(start, length).ToString(), StringComparison.Ordinal);
            if (at < 0) continue;
            while (start + length < secret.Length && at + length < text.Length && text[at + length] == secret[start + length]) length++;
            text = text.Remove(at, length).Insert(at, Mask);
            start--;
        }
        return text;
    }
}
