using Assay.Core.Clusters;
using Assay.Core.Leaderboards;
using Assay.Core.Preferences;
using Assay.Statistics.Comparison;
using Assay.Statistics.Estimation;

namespace Assay.Core.Comparisons;

/// <summary>Compares two models of one judge, instruction by instruction.</summary>
/// <param name="group">The judge's group.</param>
/// <param name="instructionCount">Number of instructions.</param>
/// <param name="bootstrap">Resampling of the instructions, or null for the sandwich estimate.</param>
/// <param name="clusters">The clusters of the items; null where they are independent.</param>
/// <param name="options">Confidence and seed.</param>
internal sealed class PairScorer(
    JudgeGroup group, int instructionCount, InstructionBootstrap? bootstrap, ItemClusters? clusters, LeaderboardOptions options)
{
    private const double Power = 0.8;
    private const double TestConfidence = 0.95;

    // Where all of a model's items are shared, as they mostly are, one fit serves all its pairs.
    private readonly Dictionary<PairwiseJudgements, LengthControlSide?> _whole = new(ReferenceEqualityComparer.Instance);

    /// <summary>Compares two of the group's models.</summary>
    public PairComparison Compare(PairwiseJudgements first, PairwiseJudgements second, CancellationToken cancellationToken)
    {
        double[] preferences = Judged(second);
        List<double> differences = [];
        List<int> items = [];
        bool[] shared = new bool[instructionCount];
        int onlyFirst = 0;
        foreach (ItemPreference item in first.Items)
        {
            if (!item.IsJudged) continue;
            if (double.IsNaN(preferences[item.Instruction]))
            {
                onlyFirst++;
                continue;
            }
            shared[item.Instruction] = true;
            differences.Add(item.Preference - preferences[item.Instruction]);
            items.Add(item.Instruction);
        }

        (PairedDifference? winRate, int? clusterCount) = WinRates([.. differences], items);
        List<string> notes = [];
        if (differences.Count == 0) notes.Add(
            clusters is null ? "No instruction was judged for both models." : "Nobody judged both models on one instruction.");
        else if (winRate!.PValue is null) notes.Add(NoError(differences, clusterCount));
        if (winRate?.PValue is not null && clusters?.Warning(items) is string warning) notes.Add(warning);
        return new PairComparison
        {
            First = first.Model,
            Second = second.Model,
            Annotator = group.Annotator,
            SharedInstructions = differences.Count,
            OnlyFirst = onlyFirst,
            OnlySecond = second.Items.Count(item => item.IsJudged) - differences.Count,
            FirstAhead = differences.Count(difference => difference > 0),
            SecondAhead = differences.Count(difference => difference < 0),
            Equal = differences.Count(difference => difference == 0),
            WinRate = winRate,
            LengthControlledWinRate = differences.Count == 0 ? null : LengthControlled(first, second, shared, items, notes, cancellationToken),
            IntervalMethod = clusters?.IntervalMethod ?? MeanEstimate.IntervalMethod,
            Clusters = clusterCount,
            Notes = notes,
        };
    }

    private (PairedDifference? Difference, int? Clusters) WinRates(double[] differences, List<int> items)
    {
        if (differences.Length == 0) return (null, null);
        if (clusters is null)
        {
            PairedTTest test = PairedTTest.Of(differences, options.Confidence)!;
            return (Describe(test.Difference, test.PValue), null);
        }
        (Estimate? mean, double? pValue, int count) = clusters.Mean(differences, items, options.Confidence);
        return (Describe(mean!, pValue), count);
    }

    private static string NoError(List<double> differences, int? clusterCount) => clusterCount switch
    {
        1 => "All shared items are in one cluster, so there is no clustered error.",
        not null => "The clusters do not differ, so the clustered error is unknown.",
        null when differences.Count == 1 => "One shared instruction gives no standard error.",
        null => "All paired differences are equal, so there is no standard error.",
    };

    /// <summary>Both models fitted again on the shared instructions, so that the difference is between estimates on the same items.</summary>
    private PairedDifference? LengthControlled(
        PairwiseJudgements first, PairwiseJudgements second, bool[] shared, List<int> items, List<string> notes, CancellationToken cancellationToken)
    {
        LengthControlSide? a = FitOrRecall(first, shared, items.Count, cancellationToken), b = FitOrRecall(second, shared, items.Count, cancellationToken);
        if (a is null || b is null)
        {
            notes.Add("A length-controlled win rate is missing, so there is no length-controlled difference.");
            return null;
        }

        LengthControlDifference difference = LengthControlDifference.Of(a, b, items, clusters, options.Confidence);
        return Describe(difference.Difference, difference.PValue);
    }

    private LengthControlSide? FitOrRecall(PairwiseJudgements model, bool[] shared, int count, CancellationToken cancellationToken)
    {
        if (count < model.Items.Count) return Fit(model, shared, cancellationToken);
        if (!_whole.TryGetValue(model, out LengthControlSide? side)) _whole.Add(model, side = Fit(model, shared, cancellationToken));
        return side;
    }

    private LengthControlSide? Fit(PairwiseJudgements model, bool[] shared, CancellationToken cancellationToken)
    {
        if (model.IsBaseline) return LengthControlSide.Baseline(instructionCount, bootstrap?.Count);
        LengthControlScore? score = LengthControlScore.Of(
            group.Design.Prepare(model, instruction => shared[instruction]), instructionCount, bootstrap, options.Confidence, options.Seed, clusters, cancellationToken);
        return score is null ? null : LengthControlSide.Of(score);
    }

    private static PairedDifference Describe(Estimate difference, double? pValue) => new()
    {
        Difference = difference,
        PValue = pValue,
        HolmPValue = pValue,
        DetectableDifference = difference.StandardError is { } error ? Statistics.Comparison.DetectableDifference.Of(error, TestConfidence, Power) : null,
    };

    /// <summary>The preference of every instruction that was judged; NaN elsewhere.</summary>
    private double[] Judged(PairwiseJudgements model)
    {
        double[] preferences = new double[instructionCount];
        Array.Fill(preferences, double.NaN);
        foreach (ItemPreference item in model.Items) preferences[item.Instruction] = item.Preference;
        return preferences;
    }
}
