using System.Buffers.Binary;
using System.Security.Cryptography;
using Assay.Core.Judging;

namespace Assay.Evaluation.Prompts;

/// <summary>
/// The mark around hostile texts: HMAC-SHA256 of the item's identity under a secret (RFC 2104), cut to 128 bits. Whoever does not know the secret cannot write
/// it, so no text
/// can close its fence. The same item under the same secret has the same mark, so stored answers still match.
/// </summary>
internal static class Fence
{
    private const int MarkBytes = 16;

    /// <summary>32 lower-case hexadecimal digits that stand in none of the texts.</summary>
    /// <remarks>A text that holds the mark all the same (its writer had seen an earlier prompt) makes us take the next one, so that the fence holds even
    /// then.</remarks>
    public static string Of(PairToJudge pair, ReadOnlySpan<byte> secret, out bool isGuessed)
    {
        Span<byte> message = stackalloc byte[MarkBytes + sizeof(int)];
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        BinaryPrimitives.WriteUInt128BigEndian(message, pair.Id.Value);
        for (int attempt = 0; ; attempt++)
        {
            BinaryPrimitives.WriteInt32BigEndian(message[MarkBytes..], attempt);
            HMACSHA256.HashData(secret, message, digest);
            string mark = Convert.ToHexStringLower(digest[..MarkBytes]);
            if (Contains(pair, mark)) continue;
            isGuessed = attempt > 0;
            return mark;
        }
    }

    private static bool Contains(PairToJudge pair, string mark) =>
        Contains(pair.Instruction, mark) || Contains(pair.Baseline.Output, mark) || Contains(pair.Candidate.Output, mark);

    // In either case, by way of one digit: texts have few, and a mark without one is rarer than a guess of it.
    private static bool Contains(string text, string mark)
    {
        int place = mark.AsSpan().IndexOfAnyInRange('0', '9');
        if (place < 0) return text.Contains(mark, StringComparison.OrdinalIgnoreCase);
        for (int at = place; at < text.Length; at++)
        {
            int found = text.AsSpan(at).IndexOf(mark[place]);
            if (found < 0) return false;
            at += found;
            if (text.AsSpan(at - place).StartsWith(mark, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }
}
