using Assay.Core.Judging;
using Assay.Evaluation.Judging;

namespace Assay.Evaluation.Tests.Judging;

public sealed class PairSurveyTests
{
    [Fact]
    public async Task It_counts_pairs_identical_ones_and_skipped_ones_by_reason()
    {
        IEnumerable<JoinedItem> items = Samples.Pairs(8).Select(JoinedItem.Of).Append(JoinedItem.Of(new SkippedItem("cand", "x", null, "Why.")));
        PairSurvey survey = await PairSurvey.ReadAsync(items.ToAsyncEnumerable());
        Assert.Equal((8, 1, 1), (survey.Pairs, survey.Identical, survey.Skipped["Why."]));
    }

    [Fact]
    public async Task It_names_candidates_with_constant_output()
    {
        IEnumerable<JoinedItem> items = Enumerable.Range(0, 12).Select(i => JoinedItem.Of(Samples.Pair($"q{i}", $"answer {i}", "Choose me.")));
        Assert.Equal(["cand"], (await PairSurvey.ReadAsync(items.ToAsyncEnumerable())).ConstantGenerators);
    }
}
