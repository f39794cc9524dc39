using Assay.Core.Errors;
using Assay.Core.Outputs;
using Assay.Evaluation.Judging;

namespace Assay.Evaluation.Tests.Judging;

public sealed class PairJoinTests
{
    [Fact]
    public async Task Rows_are_joined_by_instruction_whatever_their_order()
    {
        List<JoinedItem> items = await Join(Rows("cand", "a", "b", "c"), Rows("base", "c", "a", "b"));
        Assert.Equal(["a", "b", "c"], items.Select(item => item.Pair!.Instruction).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_instruction_that_one_side_lacks_is_skipped_and_the_side_is_named()
    {
        List<JoinedItem> items = await Join(Rows("cand", "a", "b"), Rows("base", "a", "c"));
        Assert.Equal(
            [("b", "base.json has no output to this instruction."), ("c", "cand.json has no output to this instruction.")],
            items.Where(item => item.Skipped is not null).Select(item => (item.Skipped!.Instruction, item.Skipped.Reason)));
    }

    [Fact]
    public async Task A_repeated_instruction_counts_once_and_the_rest_is_skipped()
    {
        List<JoinedItem> items = await Join([Samples.Row("a", "first", "cand"), Samples.Row("a", "second", "cand")], Rows("base", "a"));
        Assert.Equal("first", Assert.Single(items, item => item.Pair is not null).Pair!.Candidate.Output);
        Assert.Contains("cand.json has more than one row", Assert.Single(items, item => item.Skipped is not null).Skipped!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_row_does_not_matter_after_its_pair_was_made()
    {
        List<JoinedItem> items = await Join(Rows("cand", "a", "b", "a"), Rows("base", "a", "b", "b"));
        Assert.Equal((2, 2), (items.Count(item => item.Pair is not null), items.Count(item => item.Skipped is not null)));
    }

    [Fact]
    public async Task Outputs_that_share_no_instruction_are_an_error_before_anything_is_called_skipped()
    {
        List<JoinedItem> seen = [];
        InputException error = await Assert.ThrowsAsync<InputException>(async () =>
        {
            await foreach (JoinedItem item in Stream(Rows("cand", "a"), Rows("base", "b"))) seen.Add(item);
        });
        Assert.Contains("cand.json and base.json share no instruction", error.Message, StringComparison.Ordinal);
        Assert.Empty(seen);
    }

    [Fact]
    public async Task An_empty_file_is_named() =>
        Assert.Equal("There are no outputs in base.json.", (await Assert.ThrowsAsync<InputException>(() => Join(Rows("cand", "a"), []))).Message);

    [Fact]
    public async Task The_first_items_are_chosen_without_a_seed()
    {
        IEnumerable<string> chosen = await Chosen(4, null, "a", "b", "c", "d", "e", "f");
        Assert.Equal(["a", "b", "c", "d"], chosen);
    }

    [Fact]
    public async Task A_sample_is_the_same_instructions_whatever_their_order()
    {
        string[] names = [.. Enumerable.Range(0, 50).Select(i => $"q{i}")];
        IEnumerable<string> one = await Chosen(9, 3, names);
        IEnumerable<string> other = await Chosen(9, 3, [.. names.Reverse()]);
        Assert.Equal(one.Order(StringComparer.Ordinal), other.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Another_seed_is_another_sample()
    {
        string[] names = [.. Enumerable.Range(0, 50).Select(i => $"q{i}")];
        Assert.NotEqual(await Chosen(9, 3, names), await Chosen(9, 4, names));
    }

    [Fact]
    public async Task A_smaller_sample_is_part_of_a_larger_one()
    {
        string[] names = [.. Enumerable.Range(0, 50).Select(i => $"q{i}")];
        Assert.Empty((await Chosen(5, 3, names)).Except(await Chosen(20, 3, names), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Items_beyond_the_limit_are_skipped_and_not_dropped()
    {
        JoinedItem[] items = [.. Samples.Pairs(10).Select(JoinedItem.Of)];
        ItemSelection selection = await ItemSelection.DrawAsync(items.ToAsyncEnumerable(), 3, null);
        List<JoinedItem> after = await selection.ApplyAsync(items.ToAsyncEnumerable()).ToListAsync();
        Assert.Equal("The run was limited to 3 of 10 pairs.", after[9].Skipped!.Reason);
        Assert.Equal(7, after.Count(item => item.Skipped is not null));
    }

    private static async Task<IEnumerable<string>> Chosen(int limit, ulong? seed, params string[] instructions)
    {
        JoinedItem[] items = [.. instructions.Select(instruction => JoinedItem.Of(Samples.Pair(instruction)))];
        ItemSelection selection = await ItemSelection.DrawAsync(items.ToAsyncEnumerable(), limit, seed);
        return await selection.ApplyAsync(items.ToAsyncEnumerable()).Where(item => item.Pair is not null).Select(item => item.Pair!.Instruction).ToListAsync();
    }

    private static OutputRow[] Rows(string generator, params string[] instructions) =>
        [.. instructions.Select(instruction => Samples.Row(instruction, generator, generator))];

    private static IAsyncEnumerable<JoinedItem> Stream(OutputRow[] candidate, OutputRow[] baseline) =>
        PairJoin.JoinAsync(candidate.ToAsyncEnumerable(), baseline.ToAsyncEnumerable(), "cand.json", "base.json");

    private static async Task<List<JoinedItem>> Join(OutputRow[] candidate, OutputRow[] baseline) => await Stream(candidate, baseline).ToListAsync();
}
