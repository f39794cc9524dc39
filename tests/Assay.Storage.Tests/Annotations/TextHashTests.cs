using System.Text;
using Assay.Storage.Annotations;

namespace Assay.Storage.Tests.Annotations;

public class TextHashTests
{
    [Fact]
    public void Every_single_changed_bit_changes_the_hash()
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 40).Select(number => $"word {number} ")));
        HashSet<ulong> hashes = [TextHash.Compute(text)];
        for (int bit = 0; bit < text.Length * 8; bit++)
        {
            text[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.True(hashes.Add(TextHash.Compute(text)));
            text[bit / 8] ^= (byte)(1 << bit % 8);
        }
    }

    [Fact]
    public void Runs_of_nothing_but_zeros_differ_by_their_length() =>
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(length => TextHash.Compute(new byte[length])).Distinct().Count());

    [Fact]
    public void Blocks_that_change_places_change_the_hash()
    {
        string first = new('a', 32), second = new('b', 32);
        Assert.NotEqual(TextHash.Compute(Encoding.UTF8.GetBytes(first + second)), TextHash.Compute(Encoding.UTF8.GetBytes(second + first)));
    }

    [Fact]
    public void Short_texts_do_not_collide()
    {
        IEnumerable<string> texts = Enumerable.Range(0, 200_000).Select(number => number.ToString("x", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(200_000, texts.Select(text => TextHash.Compute(Encoding.UTF8.GetBytes(text))).Distinct().Count());
    }
}
