using System.Globalization;
using Assay.Core.Leaderboards;
using Assay.Statistics.Estimation;
using Assay.Statistics.PredictionPowered;

namespace Assay.Core.People;

/// <summary>Win rates by people's judgement, from the items people judged and the many that a judge did.</summary>
public static class PredictionPoweredRates
{
    private const double NoVerdict = 0.5;

    /// <summary>Adds to every model of a judges' leaderboard what people's judgements make of its win rate.</summary>
    /// <param name="leaderboard">Win rates by judges, made from <paramref name="set"/>.</param>
    /// <param name="set">The verdicts of people and judges.</param>
    /// <remarks>
    /// An item is a pair. Its truth is the mean verdict of the people who judged it, its prediction the judge's, where a verdict that could not be read counts
    /// as one half: the method asks nothing of predictions but that labelled and unlabelled items get them alike, and leaving such items out would
    /// leave out a part of the population.
    /// </remarks>
    public static Leaderboard AddTo(Leaderboard leaderboard, VerdictSet set)
    {
        ArgumentNullException.ThrowIfNull(leaderboard);
        ArgumentNullException.ThrowIfNull(set);
        Dictionary<int, double> people = [];
        foreach (var pair in set.People.Where(verdict => verdict.IsParsed).GroupBy(verdict => verdict.Pair)) people.Add(
            pair.Key, pair.Average(verdict => verdict.Preference));
        ILookup<string, AnnotatorVerdict> judges = VerdictPreferences.OnePerPair(set.Judges).ToLookup(
            verdict => set.Annotators[verdict.Annotator], StringComparer.Ordinal);
        return leaderboard with
        {
            Entries =
            [
                .. leaderboard.Entries.Select(entry =>
                {
                    PredictionPoweredWinRate? predicted = Of(entry, leaderboard, set, people, judges);
                    return entry with { PredictionPowered = predicted, Notes = predicted?.Reason is string reason ? [.. entry.Notes, reason] : entry.Notes };
                }),
            ],
        };
    }

    private static PredictionPoweredWinRate? Of(
        LeaderboardEntry entry, Leaderboard leaderboard, VerdictSet set, Dictionary<int, double> people, ILookup<string, AnnotatorVerdict> judges)
    {
        if (entry.Annotator is not string judge || leaderboard.Baseline is not string baseline || entry.Model == baseline) return null;
        List<double> truths = [], predictions = [], unlabelled = [];
        foreach (AnnotatorVerdict verdict in judges[judge])
        {
            JudgedPair pair = set.Pairs[verdict.Pair];
            if (!pair.HasGenerators) continue;
            string first = set.Generators[pair.Generator1], second = set.Generators[pair.Generator2];
            bool turned = first == entry.Model && second == baseline;
            if (!turned && (first != baseline || second != entry.Model)) continue;
            double prediction = verdict.IsParsed ? Towards(verdict.Preference, turned) : NoVerdict;
            if (people.TryGetValue(verdict.Pair, out double truth))
            {
                truths.Add(Towards(truth, turned));
                predictions.Add(prediction);
            }
            else
            {
                unlabelled.Add(prediction);
            }
        }
        int judged = truths.Count + unlabelled.Count;
        PredictionPoweredMean? mean = PredictionPoweredMean.Of(truths.ToArray(), predictions.ToArray(), unlabelled.ToArray(), leaderboard.Confidence);
        Estimate? alone = RateEstimate.Clip(MeanEstimate.Of(truths.ToArray(), leaderboard.Confidence));
        return new PredictionPoweredWinRate(
            RateEstimate.Clip(mean?.Estimate), truths.Count, judged, mean?.Weight, alone, mean is null ? Reason(truths.Count, unlabelled.Count, judge, entry.Model) : null);
    }

    private static double Towards(double preference, bool turned) => turned ? 1 - preference : preference;

    private static string Reason(int labelled, int unlabelled, string judge, string model) => labelled switch
    {
        0 => $"People judged none of the pairs of '{model}' that '{judge}' judged, so its errors cannot be corrected.",
        < PredictionPoweredMean.FewestLabelled => string.Create(
            CultureInfo.InvariantCulture, $"People judged only {labelled} of the pairs of '{model}' that '{judge}' judged; it takes {PredictionPoweredMean.FewestLabelled}."),
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"People judged {(unlabelled == 0 ? "every pair" : "all but one of the pairs")} of '{model}' that '{judge}' judged, so there is nothing to predict: take their own win rate."),
    };
}
