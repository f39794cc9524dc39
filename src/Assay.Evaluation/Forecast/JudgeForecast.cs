using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Core.Runs;
using Assay.Evaluation.Calls;
using Assay.Evaluation.Judging;
using Assay.Evaluation.Runs;

namespace Assay.Evaluation.Forecast;

/// <summary>What a run is going to ask and to cost, without a call: <c>--dry-run</c>.</summary>
/// <remarks>Answers that are in the response store already cost nothing and are counted all the same: what is stored is the pipeline's to know.</remarks>
public sealed record JudgeForecast
{
    // Verdicts with reasoning are a paragraph or two.
    private const long UsualText = 256;

    /// <summary>Pairs to judge in this session, identical ones too.</summary>
    public required int Pairs { get; init; }

    /// <summary>Those without a call: identical outputs.</summary>
    public required int Identical { get; init; }

    /// <summary>Pairs that ended in an earlier session and are not asked again.</summary>
    public required int EndedBefore { get; init; }

    /// <summary>Instructions that are skipped.</summary>
    public required int Skipped { get; init; }

    /// <summary>One for each model that is asked, by name in ordinal order; empty for controls.</summary>
    public required ImmutableArray<ModelForecast> Models { get; init; }

    /// <summary>Calls of all models if every verdict can be read at once.</summary>
    public long Calls => Models.Sum(static model => model.Calls);

    /// <summary>About what they cost in US dollars; null where a price is unknown. 0 for controls.</summary>
    public decimal? UsualCost => Models.Aggregate((decimal?)0, static (sum, model) => sum + model.UsualCost);

    /// <summary>No more US dollars than this, with every question asked again as often as allowed; null where a price or a bound is unknown.</summary>
    public decimal? MostCost => Models.Aggregate((decimal?)0, static (sum, model) => sum + model.MostCost);

    /// <summary>Output tokens of a usual answer: those up to the label for soft judges, 256 for the others; never more than <paramref name="most"/>.</summary>
    public static long UsualAnswer(VerdictReading reading, long? most) =>
        Math.Min(most ?? long.MaxValue, reading is LabelProbabilityReading label ? label.TokenIndex + 1 : UsualText);

    /// <summary>Adds up the calls of every item, one item at a time.</summary>
    /// <param name="options">How pairs are judged.</param>
    /// <param name="models">Specifications of all models the judge names, by name.</param>
    /// <param name="items">All items of the run.</param>
    /// <param name="log">The run's log, so that ended items are left out; null for a run that has not begun.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InputException">A model the judge names is missing, or the items cannot be read.</exception>
    public static async Task<JudgeForecast> OfAsync(
        JudgeRunOptions options,
        IReadOnlyDictionary<string, ModelSpecification> models,
        IAsyncEnumerable<JoinedItem> items,
        IRunLog? log = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(items);
        JudgeCheck.Check(options, models.Keys);
        ItemJudge judge = new(options);
        RunHistory? history = log is null ? null : await RunHistory.ReadAsync(log, cancellation).ConfigureAwait(false);
        SortedDictionary<string, ModelForecastCounter> counters = new(StringComparer.Ordinal);
        foreach (string name in options.Judge.ModelNames) counters.Add(name, new ModelForecastCounter(models[name]));
        int pairs = 0, identical = 0, endedBefore = 0, skipped = 0;
        await foreach (JoinedItem item in items.WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (item.Pair is not { } pair) skipped++;
            else if (history?.HasEnded(pair.Id) == true) endedBefore++;
            else
            {
                pairs++;
                if (pair.IsIdentical) identical++;
                foreach ((JudgeMember member, Question question) in judge.FirstQuestions(pair))
                    counters[question.Model].Add(RequestOf(question, models[question.Model]), member.Definition.Reading, 1 + options.AskAgain);
            }
        }
        return new JudgeForecast
        {
            Pairs = pairs,
            Identical = identical,
            EndedBefore = endedBefore,
            Skipped = skipped,
            Models = [.. counters.Values.Select(static counter => counter.Take())],
        };
    }

    private static ModelRequest RequestOf(Question question, ModelSpecification model) => new()
    {
        Endpoint = model.Endpoint.AbsoluteUri,
        Model = model.Model,
        Kind = model.Kind,
        Parameters = model.Parameters.With(question.Parameters),
        Messages = question.Messages,
        ResponseFormat = question.ResponseFormat,
        LogProbabilities = question.LogProbabilities,
        Repeat = question.Repeat,
    };
}
