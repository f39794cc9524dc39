using System.Globalization;
using Assay.Core.Clusters;
using Assay.Core.Errors;
using Assay.Statistics.Clustering;
using Assay.Statistics.Comparison;
using Assay.Statistics.Estimation;

namespace Assay.Core.Ratings;

/// <summary>Compares groups of rated things on every score.</summary>
public static class RatingComparisonBuilder
{
    /// <summary>
    /// Compares. The same ratings, options and seed give the same numbers; the order of the rows changes only which random rearrangements are drawn.
    /// </summary>
    /// <exception cref="InputException">There are no rows, or fewer than two groups, or no group of the name asked for, or one cluster.</exception>
    public static RatingComparison Build(RatingSet set, RatingOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        string[] groups = Groups(set, options);
        ClusterLabels? labels = set.ClusterColumn is null ? null : ClusterLabels.Of(set.Rows.Select(row => row.Cluster!));
        if (labels is { Count: 1 })
        {
            throw new InputException(
                $"The column \"{set.ClusterColumn}\" has one value, '{set.Rows[0].Cluster}': one cluster says nothing of the spread between clusters; "
                + "leave out --cluster-by or name a column with more.");
        }
        List<RatingMean> means = [];
        List<RatingTest> tests = [];
        for (int score = 0; score < set.Scores.Count; score++)
        {
            cancellation.ThrowIfCancellationRequested();
            means.AddRange(groups.Select(group => Mean(set, score, group, labels, options)));
            foreach ((string first, string second) in Pairs(groups, options.Against)) tests.Add(Test(set, score, first, second, labels, options, cancellation));
        }
        return new RatingComparison
        {
            GroupColumn = set.GroupColumn,
            ClusterColumn = set.ClusterColumn,
            Clusters = labels?.Count,
            Confidence = options.Confidence,
            Seed = options.Seed,
            Rows = set.Rows.Count,
            Means = means,
            Tests = Adjusted(tests),
            Notes = Notes(set, means, tests, labels),
        };
    }

    private static string[] Groups(RatingSet set, RatingOptions options)
    {
        if (set.Rows.Count == 0) throw new InputException(
            "The ratings have no rows, so there is nothing to compare; give a file with at least one rating in each of two groups.");
        string[] groups = [.. set.Rows.Select(row => row.Group).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (groups.Length < 2)
        {
            throw new InputException(
                $"The column \"{set.GroupColumn}\" has one value, '{groups[0]}', so there is no other group to compare with; name another column with --by.");
        }
        if (options.Against is string against && !groups.Contains(against, StringComparer.Ordinal))
        {
            string hint =
                NearestName.Find(against, groups) is string nearest ? $"did you mean '{nearest}'?" : $"its groups are {string.Join(", ", groups.Take(20))}.";
            throw new InputException($"The column \"{set.GroupColumn}\" has no group '{against}'; {hint}");
        }
        return groups;
    }

    private static IEnumerable<(string First, string Second)> Pairs(string[] groups, string? against) => against is null
        ? groups.SelectMany((first, i) => groups.Skip(i + 1).Select(second => (first, second)))
        : groups.Where(group => group != against).Select(group => (group, against));

    private static RatingMean Mean(RatingSet set, int score, string group, ClusterLabels? labels, RatingOptions options)
    {
        int[] ofGroup = [.. Enumerable.Range(0, set.Rows.Count).Where(i => set.Rows[i].Group == group)];
        int[] scored = [.. ofGroup.Where(i => !double.IsNaN(set.Rows[i].Values[score]))];
        double[] values = [.. scored.Select(i => set.Rows[i].Values[score])];
        ClusterDesign? design = labels is null ? null : new ClusterDesign(labels.Choose(scored));
        return new RatingMean(
            set.Scores[score], group, ofGroup.Length - scored.Length, MeanEstimate.Of(values, options.Confidence),
            design is null ? null : ClusteredMean.Of(values, design, options.Confidence), design?.Clusters);
    }

    private static RatingTest Test(
        RatingSet set, int score, string first, string second, ClusterLabels? labels, RatingOptions options, CancellationToken cancellation)
    {
        int[] rows = [.. Enumerable.Range(0, set.Rows.Count).Where(i => (set.Rows[i].Group == first || set.Rows[i].Group == second) && !double.IsNaN(set.Rows[i].Values[score]))];
        double[] values = [.. rows.Select(i => set.Rows[i].Values[score])];
        bool[] isFirst = [.. rows.Select(i => set.Rows[i].Group == first)];
        ClusterLabels? ofRows = labels?.Choose(rows);
        AdjustedPValue later = new(null, null, null);
        return new RatingTest
        {
            Score = set.Scores[score],
            First = first,
            Second = second,
            Welch = WelchTTest.Of([.. values.Where((_, i) => isFirst[i])], [.. values.Where((_, i) => !isFirst[i])], options.Confidence),
            WelchP = later,
            Clustered = ofRows is null ? null : ClusteredDifference.Of(values, isFirst, new ClusterDesign(ofRows), options.Confidence),
            ClusteredP = later,
            Permutation = GroupPermutationTest.Of(values, isFirst, ofRows, options.Permutations, options.Seed, cancellation),
            PermutationP = later,
        };
    }

    private static List<RatingTest> Adjusted(List<RatingTest> tests)
    {
        AdjustedPValue[] welch = AdjustedPValue.Family([.. tests.Select(test => test.Welch?.PValue)]);
        AdjustedPValue[] clustered = AdjustedPValue.Family([.. tests.Select(test => test.Clustered?.PValue)]);
        AdjustedPValue[] permutation = AdjustedPValue.Family([.. tests.Select(test => test.Permutation?.PValue)]);
        return [.. tests.Select((test, i) => test with { WelchP = welch[i], ClusteredP = clustered[i], PermutationP = permutation[i] })];
    }

    private static List<string> Notes(RatingSet set, List<RatingMean> means, List<RatingTest> tests, ClusterLabels? labels)
    {
        List<string> notes = [];
        foreach (RatingMean mean in means)
        {
            if (mean.Mean is null) notes.Add($"No row of group '{mean.Group}' has the score {mean.Score}, so it has no mean and no test.");
            else if (mean.Missing > 0) notes.Add(Text($"{mean.Missing} of group '{mean.Group}' lack the score {mean.Score} and were left out of it."));
            if (mean.Mean is { StandardError: null }) notes.Add(
                Text($"The score {mean.Score} does not vary in group '{mean.Group}' (n = {mean.Mean.Count}), so its standard error is unknown."));
            if (mean is { Mean: not null, Clusters: 1 }) notes.Add(
                $"All of group '{mean.Group}' with the score {mean.Score} are in one cluster, so there is no clustered error.");
        }
        if (labels is not null)
        {
            if (ClusterNotes.Warning(new ClusterDesign(labels), "trust the permutation test") is string warning) notes.Add(warning);
            IEnumerable<string> schemes = tests.Select(test => test.Permutation?.Scheme).OfType<PermutationScheme>().Distinct().Order().Select(scheme =>
                scheme == PermutationScheme.WholeClusters
                    ? $"Permutation tests exchange whole clusters of {set.ClusterColumn}, each of which lies in one group."
                    : $"Permutation tests exchange rows inside clusters of {set.ClusterColumn}, some of which have both groups.");
            notes.AddRange(schemes);
        }
        return notes;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
