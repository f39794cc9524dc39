using Assay.Core.People;
using Assay.Statistics.Agreement;

namespace Assay.Core.JudgeEvaluations;

/// <summary>What one group of annotators (all people, or one judge) said about one pair.</summary>
internal sealed class PairVotes
{
    /// <param name="rows">Rows about one pair, at least one.</param>
    public PairVotes(AnnotatorVerdict[] rows)
    {
        Rows = rows;
        Preferences = Array.ConvertAll(rows, static row => row.Preference);
    }

    /// <summary>The pair's number.</summary>
    public int Pair => Rows[0].Pair;

    /// <summary>The rows.</summary>
    public AnnotatorVerdict[] Rows { get; }

    /// <summary>Their preferences; NaN where there is none.</summary>
    public double[] Preferences { get; }

    /// <summary>Number of rows with a verdict.</summary>
    public int Parsed => Preferences.Count(static preference => !double.IsNaN(preference));

    /// <summary>Mean preference; NaN without a verdict.</summary>
    public double Mean
    {
        get
        {
            double sum = 0;
            int count = 0;
            foreach (double preference in Preferences)
            {
                if (double.IsNaN(preference)) continue;
                sum += preference;
                count++;
            }
            return count == 0 ? double.NaN : sum / count;
        }
    }

    /// <summary>The side as a label (0 output_1, 1 output_2, 2 tie) of the mode, a tie where there are several; -1 without a verdict.</summary>
    public int Label
    {
        get
        {
            (double first, double second, double tie) = Votes.Mode(Preferences);
            if (first + second + tie == 0) return -1;
            return first == 1 ? 0 : second == 1 ? 1 : 2;
        }
    }

    /// <summary>The label of one preference.</summary>
    public static int LabelOf(double preference) => Votes.Side(preference) switch
    {
        0 => 0,
        1 => 1,
        _ => 2,
    };

    /// <summary>Splits rows sorted by pair into those of each pair.</summary>
    public static List<PairVotes> Split(IReadOnlyList<AnnotatorVerdict> sorted)
    {
        List<PairVotes> split = [];
        List<AnnotatorVerdict> rows = [];
        for (int i = 0; i < sorted.Count; i++)
        {
            rows.Add(sorted[i]);
            if (i + 1 < sorted.Count && sorted[i + 1].Pair == sorted[i].Pair) continue;
            split.Add(new PairVotes([.. rows]));
            rows.Clear();
        }
        return split;
    }
}
