using Assay.Statistics.Agreement;

namespace Assay.Core.JudgeEvaluations;

/// <summary>The judge as a classifier of the side most people took.</summary>
internal static class ClassificationMeasure
{
    private const string NoPairs = "the judge judged no pair that people judged";

    /// <param name="both">Each pair's votes of the judge and of people, who have a verdict.</param>
    /// <param name="confidence">Nominal level.</param>
    public static ClassificationFigures Of(IReadOnlyList<(PairVotes Judge, PairVotes People)> both, double confidence)
    {
        ClassificationTable total = Empty();
        Dictionary<string, (ClassificationTable Table, int Pairs)> kinds = new(StringComparer.Ordinal);
        foreach ((PairVotes judge, PairVotes people) in both)
        {
            ClassificationTable pair = OfPair(judge, people, out string kind);
            total.Add(pair, 1);
            kinds[kind] = (pair, kinds.TryGetValue(kind, out (ClassificationTable, int Pairs) seen) ? seen.Pairs + 1 : 1);
        }

        return new ClassificationFigures
        {
            Table = total,
            Accuracy = Figure(static table => table.Accuracy),
            ParsedAccuracy = Figure(static table => Parsed(table)),
            MacroPrecision = Figure(static table => table.Macro.Precision),
            MacroRecall = Figure(static table => table.Macro.Recall),
            MacroF1 = Figure(static table => table.Macro.F1),
        };

        Figure Figure(Func<ClassificationTable, double> measure)
        {
            double value = measure(total);
            if (double.IsNaN(value)) return JudgeEvaluations.Figure.Without(NoPairs);
            List<(double, int)> without = [];
            // Pairs of a kind are alike, and one stands for all. Kinds come in the order of the pairs.
            foreach ((ClassificationTable table, int pairs) in kinds.Values)
            {
                total.Add(table, -1);
                without.Add((measure(total), pairs));
                total.Add(table, 1);
            }
            return JudgeEvaluations.Figure.Of(ItemJackknife.Describe(value, [.. without], confidence, 0, 1), NoPairs);
        }
    }

    private static ClassificationTable Empty() => new(ClassificationFigures.Labels, otherRows: 1);

    private static ClassificationTable OfPair(PairVotes judge, PairVotes people, out string kind)
    {
        ClassificationTable table = Empty();
        (double first, double second, double tie) = Votes.Mode(people.Preferences);
        int[] predicted = new int[table.Rows];
        foreach (double preference in judge.Preferences) predicted[double.IsNaN(preference) ? ClassificationFigures.Unparsed : PairVotes.LabelOf(preference)]++;
        for (int row = 0; row < table.Rows; row++)
        {
            double share = (double)predicted[row] / judge.Preferences.Length;
            (table[row, 0], table[row, 1], table[row, 2]) = (share * first, share * second, share * tie);
        }
        kind = FormattableString.Invariant($"{predicted[0]} {predicted[1]} {predicted[2]} {predicted[3]} {first} {second} {tie}");
        return table;
    }

    private static double Parsed(ClassificationTable table)
    {
        double right = 0, parsed = 0;
        for (int row = 0; row < table.Labels; row++)
        {
            right += table[row, row];
            for (int column = 0; column < table.Labels; column++) parsed += table[row, column];
        }
        return parsed > 1e-9 ? right / parsed : double.NaN;
    }
}
