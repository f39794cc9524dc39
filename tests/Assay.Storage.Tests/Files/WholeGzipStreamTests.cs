using Assay.Storage.Files;

namespace Assay.Storage.Tests.Files;

public class WholeGzipStreamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(100_000)]
    public void A_whole_stream_is_read_to_its_end(int length)
    {
        string text = new('x', length);
        Assert.Equal(text, ReadAll(TemporaryFolder.Gzip(text)));
    }

    [Fact]
    public void Several_members_are_read_one_after_another() =>
        Assert.Equal("onetwothree", ReadAll([.. TemporaryFolder.Gzip("one"), .. TemporaryFolder.Gzip("two"), .. TemporaryFolder.Gzip("three")]));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public void A_small_buffer_gets_the_same_bytes(int bufferSize)
    {
        using WholeGzipStream stream = new(default, new MemoryStream(TemporaryFolder.Gzip("what was written")));
        using MemoryStream read = new();
        stream.CopyTo(read, bufferSize);
        Assert.Equal("what was written"u8.ToArray(), read.ToArray());
    }

    [Fact]
    public void Every_cut_of_two_members_is_damage_unless_it_falls_between_them()
    {
        byte[] first = TemporaryFolder.Gzip("one"), both = [.. first, .. TemporaryFolder.Gzip("two")];
        for (int length = 2; length < both.Length; length++)
        {
            if (length != first.Length) Assert.Throws<InvalidDataException>(() => ReadAll(both[..length]));
        }
    }

    [Fact]
    public void Every_cut_of_data_that_do_not_compress_is_damage()
    {
        byte[] noise = new byte[300];
        new Random(7).NextBytes(noise);
        byte[] whole = TemporaryFolder.Gzip(noise);
        for (int length = 2; length < whole.Length; length++) Assert.Throws<InvalidDataException>(() => ReadAll(whole[..length]));
    }

    [Fact]
    public void A_member_without_content_is_whole() => Assert.Equal("", ReadAll([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]));

    private static string ReadAll(byte[] compressed)
    {
        using WholeGzipStream stream = new(compressed.AsMemory(0, 2), new MemoryStream(compressed[2..]));
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
