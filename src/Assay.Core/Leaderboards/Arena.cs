using Assay.Core.Judging;
using Assay.Core.Preferences;
using Assay.Statistics.Ranking;

namespace Assay.Core.Leaderboards;

/// <summary>Everybody one judge saw, on either side of a pair, and all their meetings.</summary>
/// <param name="Annotator">The judge, or null where the files name none.</param>
/// <param name="Names">The models, baselines included, in ordinal order.</param>
/// <param name="Items">For each model all its meetings, from its own side.</param>
/// <param name="Design">The judged meetings, grouped by instruction.</param>
internal sealed record Arena(string? Annotator, IReadOnlyList<string> Names, IReadOnlyList<List<ItemPreference>> Items, BradleyTerryDesign Design)
{
    /// <summary>Gathers the comparisons of one judge; a model's judgements against itself say nothing and are passed over.</summary>
    public static Arena Of(string? annotator, IEnumerable<PairwiseJudgements> comparisons, int instructionCount)
    {
        PairwiseJudgements[] meetings = [.. comparisons.Where(comparison => !comparison.IsBaseline)];
        string[] names = [.. meetings.SelectMany(meeting => new[] { meeting.Model, meeting.Baseline }).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<string, int> index = new(StringComparer.Ordinal);
        for (int i = 0; i < names.Length; i++) index.Add(names[i], i);

        List<ItemPreference>[] items = [.. names.Select(_ => new List<ItemPreference>())];
        List<BradleyTerryComparison> judged = [];
        foreach (PairwiseJudgements meeting in meetings)
        {
            int first = index[meeting.Model], second = index[meeting.Baseline];
            foreach (ItemPreference item in meeting.Items)
            {
                items[first].Add(item);
                items[second].Add(item with
                {
                    Preference = 1 - item.Preference,
                    ModelLength = item.BaselineLength,
                    BaselineLength = item.ModelLength,
                    // What is known of an output is known of the first one's.
                    OutputHash = 0,
                    OutputSketch = default,
                    Notes = item.Notes.Without(ItemNote.ConstantOutput),
                });
                if (item.IsJudged) judged.Add(new BradleyTerryComparison(first, second, item.Preference, item.Instruction));
            }
        }
        return new Arena(annotator, names, items, new BradleyTerryDesign(names.Length, instructionCount, judged.ToArray()));
    }

    /// <summary>A model's index, or -1.</summary>
    public int IndexOf(string name) => Array.FindIndex([.. Names], candidate => string.Equals(candidate, name, StringComparison.Ordinal));
}
