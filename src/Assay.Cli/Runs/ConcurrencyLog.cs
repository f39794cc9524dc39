using System.Threading.Channels;
using Assay.Core.Runs;
using Assay.Models.RateLimits;

namespace Assay.Cli.Runs;

/// <summary>Takes changes of concurrency from the threads that make them, and writes them into a run's log one after another.</summary>
internal sealed class ConcurrencyLog
{
    private readonly Channel<ConcurrencyChange> _changes = Channel.CreateUnbounded<ConcurrencyChange>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Takes a change; never waits.</summary>
    public void Add(ConcurrencyChange change) => _changes.Writer.TryWrite(change);

    /// <summary>Writes into a log, what was taken before included, until the result is disposed of: then what was taken is written, and no more.</summary>
    public IAsyncDisposable WriteTo(IRunLog log) => new Writing(_changes.Writer, WriteAsync(log));

    private async Task WriteAsync(IRunLog log)
    {
        await foreach (ConcurrencyChange change in _changes.Reader.ReadAllAsync())
            await log.AppendAsync(new RunEvent(change.At, "concurrency", change.ToString()), CancellationToken.None);
    }

    private sealed class Writing(ChannelWriter<ConcurrencyChange> changes, Task written) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            changes.TryComplete();
            await written;
        }
    }
}
