using Assay.Cli.Options;
using Assay.Core.Runs;
using Assay.Evaluation.Forecast;
using Assay.Models.Pipeline;
using Assay.Storage.Responses;
using Assay.Storage.Runs;

namespace Assay.Cli.Runs;

/// <summary>What <c>--dry-run</c> looks at: the run and the response store as they are, opened to be read and left alone.</summary>
internal sealed class RunForecast : IDisposable
{
    private readonly RunFolder? _run;
    private readonly ResponseFolder? _store;

    private RunForecast(RunFolder? run, ResponseFolder? store, RunDescription asked)
    {
        (_run, _store) = (run, store);
        Sources = new ForecastSources
        {
            Models = asked.Models.ToDictionary(static model => model.Name, StringComparer.Ordinal),
            RequestOf = ModelPipeline.RequestOf,
            Store = store,
            Log = run,
        };
    }

    /// <summary>Where answers may be already.</summary>
    public ForecastSources Sources { get; }

    /// <summary>Opens what is there.</summary>
    /// <exception cref="Core.Errors.InputException">The run was asked something else, or it or the store cannot be read.</exception>
    public static RunForecast Open(RunRequest request, RunDescription asked, TimeProvider time)
    {
        RunFolder? run = RunStart.OpenToRead(request.Run);
        try
        {
            if (run is not null) RunStart.RefuseOther(run.Description, asked, request.Run);
            return new RunForecast(run, asked.Models.IsEmpty ? null : ResponseFolder.OpenToRead(request.Store, time), asked);
        }
        catch
        {
            run?.Dispose();
            throw;
        }
    }

    /// <summary>The secret of the store's fences; where there is none, one of the same length, since a forecast makes none.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> FenceSecretAsync(CancellationToken cancellation) =>
        _store is null ? new byte[32] : await _store.GetFenceSecretAsync(cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        _run?.Dispose();
        _store?.Dispose();
    }
}
