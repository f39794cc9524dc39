using Assay.Cli.Terminal;
using Assay.Core.Errors;
using Assay.Core.Models;
using Assay.Models.Budgets;
using Assay.Models.NGrams;
using Assay.Models.Pipeline;
using Assay.Models.Scoring;
using Assay.Storage.Responses;

namespace Assay.Cli.Models;

/// <summary>A model that scores given texts, with what it keeps open.</summary>
internal sealed class ScorerSource : IDisposable
{
    private readonly IDisposable[] _open;

    private ScorerSource(ITokenScorer scorer, int concurrency, params IDisposable[] open) => (Scorer, Concurrency, _open) = (scorer, concurrency, open);

    /// <summary>The scorer.</summary>
    public ITokenScorer Scorer { get; }

    /// <summary>Texts worth scoring at once.</summary>
    public int Concurrency { get; }

    /// <summary>The file of an n-gram model where there is one of that name, else a model of assay.yaml with all concerns of a call around it.</summary>
    /// <param name="name">The file or the name.</param>
    /// <param name="asked">How calls are made.</param>
    /// <param name="terminal">Where the environment comes from.</param>
    /// <param name="time">The clock.</param>
    /// <param name="tell">Takes one sentence for people.</param>
    /// <param name="cancellation">Stops looking for models.</param>
    /// <exception cref="InputException">There is no such model, or its kind cannot score given texts.</exception>
    public static async Task<ScorerSource> OpenAsync(
        string name, ScoringCalls asked, CommandTerminal terminal, TimeProvider time, Action<string> tell, CancellationToken cancellation)
    {
        if (File.Exists(name)) return new ScorerSource(new NGramScorer(NGramModels.Load(name), Path.GetFileName(name)), Environment.ProcessorCount);
        ModelSpecification model = await new ModelSource(asked.Config, terminal.Surroundings, time, tell).FindAsync(name, cancellation);
        if (model.Kind != ModelKind.Completions)
        {
            throw new InputException(
                $"The model '{name}' takes chats, which cannot score a given text; give it kind: completions in assay.yaml if its endpoint has /completions with echo "
                + "(vLLM and llama.cpp do), or name a file of 'assay lm train'.");
        }
        ResponseFolder store = ResponseFolder.Open(asked.Store, time);
        try
        {
            ModelClients clients = new([model], new ModelPipelineOptions
            {
                Store = store,
                IsOffline = asked.IsOffline,
                Budget = asked.MaxCost is { } most ? new SpendingLimit(most, 0) : null,
                Concurrency = asked.Concurrency,
                Time = time,
                Seed = 0,
                Environment = terminal.Surroundings.Environment,
            });
            return new ScorerSource(new CompletionsTokenScorer(model, clients.ByName[model.Name]), asked.Concurrency ?? 64, clients, store);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (IDisposable open in _open) open.Dispose();
    }
}

/// <summary>How texts are scored by a model behind an endpoint.</summary>
/// <param name="Config">The file of models; null: looked for.</param>
/// <param name="Store">The folder of the response store.</param>
/// <param name="Concurrency">Calls at once; null: found.</param>
/// <param name="MaxCost">US dollars at most in this session; null: no limit.</param>
/// <param name="IsOffline">Whether only the store answers.</param>
internal sealed record ScoringCalls(string? Config, string Store, int? Concurrency, decimal? MaxCost, bool IsOffline);
