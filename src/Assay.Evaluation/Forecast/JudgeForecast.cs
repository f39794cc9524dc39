using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Responses;
using Assay.Evaluation.Calls;
using Assay.Evaluation.Judging;
using Assay.Evaluation.Runs;
using Assay.Evaluation.Verdicts;

namespace Assay.Evaluation.Forecast;

/// <summary>What a run is going to ask and to cost, without a call: <c>--dry-run</c>.</summary>
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

    /// <summary>Answers that are in the response store or in the run's log already, of all models.</summary>
    public long Stored => Models.Sum(static model => model.Stored);

    /// <summary>Calls of all models if every verdict can be read at once.</summary>
    public long Calls => Models.Sum(static model => model.Calls);

    /// <summary>About what they cost in US dollars; null where a price is unknown. 0 for controls.</summary>
    public decimal? UsualCost => Models.Aggregate((decimal?)0, static (sum, model) => sum + model.UsualCost);

    /// <summary>No more US dollars than this, with every question asked again as often as allowed; null where a price or a bound is unknown.</summary>
    public decimal? MostCost => Models.Aggregate((decimal?)0, static (sum, model) => sum + model.MostCost);

    /// <summary>Output tokens of a usual answer, where the model's parameters allow as many: those up to the label for soft judges, 256 for the others.</summary>
    public static long UsualAnswer(VerdictReading reading) => reading is LabelProbabilityReading { TokenIndex: >= 0 and int place } ? place + 1 : UsualText;

    /// <summary>Adds up the calls of every item, one item at a time.</summary>
    /// <param name="options">How pairs are judged.</param>
    /// <param name="sources">The judge's models, and where answers may be already.</param>
    /// <param name="items">All items of the run.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InputException">A model the judge names is missing, or the items cannot be read.</exception>
    public static async Task<JudgeForecast> OfAsync(
        JudgeRunOptions options, ForecastSources sources, IAsyncEnumerable<JoinedItem> items, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(items);
        JudgeCheck.Check(options, sources.Models.Keys);
        ItemJudge judge = new(options);
        KnownAnswers known = await KnownAnswers.ReadAsync(sources, cancellation).ConfigureAwait(false);
        SortedDictionary<string, ModelForecastCounter> counters = new(StringComparer.Ordinal);
        foreach (string name in options.Judge.ModelNames) counters.Add(name, new ModelForecastCounter(sources.Models[name]));
        int pairs = 0, identical = 0, endedBefore = 0, skipped = 0;
        await foreach (JoinedItem item in items.WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (item.Pair is not { } pair) skipped++;
            else if (known.HasEnded(pair.Id)) endedBefore++;
            else
            {
                pairs++;
                if (pair.IsIdentical) identical++;
                IReadOnlyDictionary<ResponseKey, StoredResponse> logged = await known.LoggedAsync(pair.Id, cancellation).ConfigureAwait(false);
                foreach ((JudgeMember member, Question question) in judge.FirstQuestions(pair))
                    await AddAsync(member, question, logged).ConfigureAwait(false);
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

        // As a run asks: again where the answer that is there cannot be read.
        async ValueTask AddAsync(JudgeMember member, Question first, IReadOnlyDictionary<ResponseKey, StoredResponse> logged)
        {
            ModelForecastCounter counter = counters[first.Model];
            for (int again = 0; again <= options.AskAgain; again++)
            {
                Question question = first with { Repeat = RepeatNumber.Of(first.Repeat, again) };
                (ModelRequest request, StoredResponse? answer) = await known.FindAsync(question, logged, cancellation).ConfigureAwait(false);
                if (answer is null)
                {
                    counter.Add(request, UsualAnswer(member.Definition.Reading), mostAsked: options.AskAgain - again + 1);
                    return;
                }
                counter.AddStored();
                if (member.Reader.Read(JudgeAnswer.Of(answer, sources.Models[first.Model].StripThinking)).Outcome != Outcome.Unparsed) return;
            }
        }
    }
}
