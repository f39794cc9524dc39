using Assay.Cli.Terminal;

namespace Assay.Cli.Tests.Terminal;

public sealed class UnfailingStreamTests
{
    [Fact]
    public void A_writer_on_a_full_disk_goes_on()
    {
        using StreamWriter writer = new(new UnfailingStream(new BrokenStream(new IOException("No space left on device")))) { AutoFlush = true };
        Assert.Null(Record.Exception(() => writer.WriteLine("nobody reads this")));
    }

    [Fact]
    public void A_writer_on_a_closed_stream_goes_on()
    {
        using StreamWriter writer = new(new UnfailingStream(new BrokenStream(new UnauthorizedAccessException()))) { AutoFlush = true };
        Assert.Null(Record.Exception(() => writer.WriteLine("nobody reads this")));
    }

    [Fact]
    public void A_defect_of_the_stream_is_not_hidden()
    {
        UnfailingStream stream = new(new BrokenStream(new InvalidOperationException()));
        Assert.Throws<InvalidOperationException>(() => stream.Write([1]));
    }

    [Fact]
    public void What_can_be_written_is_written()
    {
        MemoryStream written = new();
        using StreamWriter writer = new(new UnfailingStream(written)) { AutoFlush = true };
        writer.Write("told");
        Assert.Equal("told"u8.ToArray(), written.ToArray());
    }

    private sealed class BrokenStream(Exception error) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw error;

        public override void Write(byte[] buffer, int offset, int count) => throw error;

        public override void Flush() => throw error;
    }
}
