using System.Buffers;
using Assay.Core.Texts;

namespace Assay.Core.Tests.Texts;

public class RentedBytesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20_000)]
    [InlineData(100_000)]
    public void What_was_written_is_there_however_long_it_grew(int pieces)
    {
        using RentedBytes bytes = new();
        for (int i = 0; i < pieces; i++) bytes.Write([(byte)i, (byte)(i >> 8)]);
        Assert.Equal(Enumerable.Range(0, pieces).SelectMany(static i => new[] { (byte)i, (byte)(i >> 8) }), bytes.Written.ToArray());
    }

    [Fact]
    public void There_is_room_for_as_many_as_were_asked_for()
    {
        using RentedBytes bytes = new();
        bytes.Write("abc"u8);
        Assert.True(bytes.GetSpan(1_000_000).Length >= 1_000_000);
        Assert.True(bytes.GetMemory().Length > 0);
        Assert.Equal("abc"u8.ToArray(), bytes.Written.ToArray());
    }

    [Fact]
    public void Two_at_once_do_not_share_memory()
    {
        using RentedBytes first = new();
        using RentedBytes second = new();
        first.Write("first"u8);
        second.Write("other"u8);
        Assert.Equal("first"u8.ToArray(), first.Written.ToArray());
    }

    [Fact]
    public void More_than_there_is_room_for_cannot_be_counted_as_written()
    {
        using RentedBytes bytes = new();
        int room = bytes.GetSpan().Length;
        Assert.Throws<ArgumentOutOfRangeException>(() => bytes.Advance(room + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => bytes.Advance(-1));
    }

    [Fact]
    public void After_it_was_given_back_nothing_is_read_or_written()
    {
        RentedBytes bytes = new();
        bytes.Dispose();
        bytes.Dispose();
        Assert.Throws<ObjectDisposedException>(() => bytes.Written.Length);
        Assert.Throws<ObjectDisposedException>(() => bytes.GetSpan(1).Length);
    }
}
