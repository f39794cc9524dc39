using System.Collections.Immutable;
using System.Text;

namespace Assay.Core.Audits.Overlap;

/// <summary>A text as its normalised words: ASCII letters lower-cased, ASCII punctuation deleted, one space between words.</summary>
internal sealed class NormalizedText
{
    private readonly byte[] _utf8;
    private readonly ImmutableArray<WordPlace> _words;

    private NormalizedText(byte[] utf8, ImmutableArray<WordPlace> words) => (_utf8, _words) = (utf8, words);

    /// <summary>The words with one space between them, in UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8 => _utf8;

    /// <summary>The words in their order; none where the text has only white space and punctuation.</summary>
    public ImmutableArray<WordPlace> Words => _words;

    /// <summary>The normalised text.</summary>
    public static NormalizedText Of(string text)
    {
        byte[] source = Encoding.UTF8.GetBytes(text), utf8 = new byte[source.Length + 1];
        ImmutableArray<WordPlace>.Builder words = ImmutableArray.CreateBuilder<WordPlace>();
        int length = 0, wordStart = 0, first = -1, last = -1;
        ulong hash = WordHash.Start;
        for (int i = 0; i < source.Length; i++)
        {
            byte kind = ByteClass.Table[source[i]];
            int space = kind == ByteClass.MayBeSpace ? ByteClass.SpaceLength(source.AsSpan(i)) : 0;
            if (kind == ByteClass.Deleted) continue;
            if (space > 0 || kind is ByteClass.Space or ByteClass.LineFeed)
            {
                End();
                i += Math.Max(0, space - 1);
                continue;
            }
            byte normal = kind == ByteClass.MayBeSpace ? source[i] : kind;
            if (first < 0) first = i;
            last = i;
            utf8[length++] = normal;
            hash = WordHash.Add(hash, normal);
        }
        End();
        return new NormalizedText(utf8[..Math.Max(0, length - 1)], words.ToImmutable());

        void End()
        {
            if (first < 0) return;
            words.Add(new WordPlace(wordStart, length - wordStart, first, last, WordHash.Mix(hash)));
            utf8[length++] = (byte)' ';
            (wordStart, first, hash) = (length, -1, WordHash.Start);
        }
    }

    /// <summary>The n-gram that begins with a word: its place in <see cref="Utf8"/>.</summary>
    public Range NGram(int word, int n) => _words[word].Start..(_words[word + n - 1].Start + _words[word + n - 1].Length);

    /// <inheritdoc/>
    public override string ToString() => Encoding.UTF8.GetString(_utf8);
}

/// <summary>One word of a normalised text.</summary>
/// <param name="Start">Its first byte in the normalised text.</param>
/// <param name="Length">Its bytes there.</param>
/// <param name="First">The first byte in the source that is left of it.</param>
/// <param name="Last">The last byte in the source that is left of it.</param>
/// <param name="Hash">Its hash.</param>
internal readonly record struct WordPlace(int Start, int Length, int First, int Last, ulong Hash);
