using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Outputs;
using Assay.Core.Responses;
using Assay.Evaluation.Runs;

namespace Assay.Evaluation.Forecast;

/// <summary>What a run of outputs is going to ask and to cost, without a call: <c>generate --dry-run</c>.</summary>
public sealed record GenerateForecast
{
    /// <summary>Output tokens of a usual output, where the model's parameters allow as many.</summary>
    public const long UsualOutput = 512;

    /// <summary>Outputs to ask for in this session, those whose answer is stored or logged too.</summary>
    public required int Outputs { get; init; }

    /// <summary>Outputs that ended in an earlier session and are not asked again.</summary>
    public required int EndedBefore { get; init; }

    /// <summary>Instructions that are given more than once.</summary>
    public required int Skipped { get; init; }

    /// <summary>The model's calls. An output is asked for once, so "most" is the bound of the same calls.</summary>
    public required ModelForecast Model { get; init; }

    /// <summary>Adds up the calls of every instruction, one at a time.</summary>
    /// <param name="options">How outputs are generated.</param>
    /// <param name="sources">The model's specification under the generator's name, and where answers may be already.</param>
    /// <param name="instructions">All instructions of the run.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InputException">The instructions cannot be read.</exception>
    public static async Task<GenerateForecast> OfAsync(
        GenerateRunOptions options, ForecastSources sources, IAsyncEnumerable<InstructionRow> instructions, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(instructions);
        KnownAnswers known = await KnownAnswers.ReadAsync(sources, cancellation).ConfigureAwait(false);
        ModelForecastCounter counter = new(sources.Models[options.Generator]);
        int outputs = 0, endedBefore = 0, skipped = 0;
        await foreach (OutputItem item in OutputItem.AllOf(instructions, options.Repeats, cancellation).ConfigureAwait(false))
        {
            ItemId id = item.IdFor(options.Generator);
            if (item.IsGivenBefore) skipped++;
            else if (known.HasEnded(id)) endedBefore++;
            else
            {
                outputs++;
                (ModelRequest request, StoredResponse? answer) = await known.FindAsync(
                    item.Ask(options), await known.LoggedAsync(id, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
                if (answer is not null) counter.AddStored();
                else counter.Add(request, UsualOutput, mostAsked: 1);
            }
        }
        return new GenerateForecast { Outputs = outputs, EndedBefore = endedBefore, Skipped = skipped, Model = counter.Take() };
    }
}
