using System.Collections.Immutable;
using Assay.Cli.Models;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Progress;
using Assay.Cli.Terminal;
using Assay.Core.Models;
using Assay.Core.Runs;
using Assay.Evaluation.Runs;
using Assay.Models.Budgets;
using Assay.Models.Pipeline;
using Assay.Storage.Responses;
using Assay.Storage.Runs;

namespace Assay.Cli.Runs;

/// <summary>One session of a run: everything its calls need is opened in order, and closed again whatever happens.</summary>
internal sealed class RunCalls
{
    private readonly RunRequest _request;
    private readonly RunDescription _asked;
    private readonly CommandTerminal _terminal;
    private readonly TimeProvider _time;
    private readonly PeopleNotes _notes;

    /// <param name="request">What the user asked for.</param>
    /// <param name="asked">The run as asked for now.</param>
    /// <param name="terminal">Where progress goes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="notes">Takes what people should know.</param>
    public RunCalls(RunRequest request, RunDescription asked, CommandTerminal terminal, TimeProvider time, PeopleNotes notes) =>
        (_request, _asked, _terminal, _time, _notes) = (request, asked, terminal, time, notes);

    /// <summary>Opens the store, the models and the run, works, and closes them.</summary>
    /// <param name="stage">What is shown while it works, and of how many items.</param>
    /// <param name="work">The work; gets the run, the clients, the store (null where no model is asked) and the progress.</param>
    /// <param name="cancellation">Stops before the work begins; the work itself sees to its own end.</param>
    public async Task<T> WorkAsync<T>(
        (ProgressStage Stage, int Items) stage,
        Func<RunFolder, ModelClients, ResponseFolder?, IProgress<RunProgress>, Task<T>> work,
        CancellationToken cancellation)
    {
        ImmutableArray<ModelSpecification> models = _asked.Models;
        SpendingLimit? budget = await BudgetAsync(models, cancellation);
        using ResponseFolder? store = models.IsEmpty ? null : ResponseFolder.Open(_request.Store, _time);
        ConcurrencyLog changes = new();
        using ModelClients clients = new(models, new ModelPipelineOptions
        {
            Store = store,
            IsOffline = _request.IsOffline,
            Budget = budget,
            Concurrency = _request.Concurrency,
            OnConcurrencyChanged = changes.Add,
            Time = _time,
            Seed = _asked.Seed,
            Environment = _terminal.Surroundings.Environment,
        });
        cancellation.ThrowIfCancellationRequested();
        using RunFolder run = RunStart.CreateOrGoOn(_request.Run, _asked, _notes);
        budget?.WriteTo(run);
        await using IAsyncDisposable writing = changes.WriteTo(run);
        using ProgressDisplay display = ProgressDisplay.Create(_request.Progress, _request.Quiet, _terminal, _time);
        display.Begin(stage.Stage, stage.Items);
        return await work(run, clients, store, new ItemProgress(display));
    }

    private async Task<SpendingLimit?> BudgetAsync(ImmutableArray<ModelSpecification> models, CancellationToken cancellation)
    {
        if (_request.MaxCost is not { } most) return null;
        using RunFolder? before = RunStart.OpenToRead(_request.Run);
        return new SpendingLimit(most, before is null ? 0 : await SpentBefore.OfAsync(before, models, cancellation));
    }
}
