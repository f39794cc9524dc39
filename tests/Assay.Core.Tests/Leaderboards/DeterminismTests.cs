using System.Text.Json;
using Assay.Core.Leaderboards;
using Assay.Core.LengthControl;
using Assay.Core.Preferences;
using Assay.Core.Tests.Support;
using Assay.Statistics.Resampling;

namespace Assay.Core.Tests.Leaderboards;

/// <summary>The same judgements give the same bytes, however they were read.</summary>
public class DeterminismTests
{
    private static readonly LeaderboardOptions[] Kinds =
    [
        new() { Calibration = Rows.Calibration() },
        new() { Seed = 7, Bootstrap = 20 },
        new() { Sort = RankingFigure.WinRate, ByDataset = true },
        new() { Method = RankingMethod.BradleyTerry, Bootstrap = 50 },
    ];

    public static TheoryData<int> EveryKind => [.. Enumerable.Range(0, Kinds.Length)];

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void Shuffled_rows_give_the_same_bytes(int kind)
    {
        string expected = Json(Models().Set, kind);
        for (ulong seed = 0; seed < 5; seed++) Assert.Equal(expected, Json(Shuffled(seed).Set, kind));
    }

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void Repeated_rows_give_the_same_numbers(int kind)
    {
        Rows repeated = Models();
        repeated.All.AddRange(repeated.All.ToArray());
        Assert.Equal(Json(Models().Set, kind), Json(WithoutRepeats(repeated.Set), kind));

        static PreferenceSet WithoutRepeats(PreferenceSet set) =>
            set with { Comparisons = [.. set.Comparisons.Select(comparison => comparison with { RepeatedRows = 0 })] };
    }

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void Files_cut_anywhere_and_read_by_several_threads_give_the_same_bytes(int kind)
    {
        string expected = Json(Models().Set, kind);
        for (ulong seed = 0; seed < 5; seed++)
        {
            Rows rows = Shuffled(seed);
            PreferenceSetBuilder builder = new(rows.Vocabulary);
            Parallel.ForEach(rows.All.Chunk(17), builder.Add);
            Assert.Equal(expected, Json(builder.Build(), kind));
        }
    }

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void A_second_run_gives_the_same_bytes(int kind)
    {
        PreferenceSet set = Models().Set;
        Assert.Equal(Json(set, kind), Json(set, kind));
    }

    [Fact]
    public void Renaming_the_models_does_not_change_a_calibrated_models_numbers()
    {
        PreferenceSet set = Models().Set;
        PreferenceSet renamed = set with
        {
            Comparisons =
            [
                .. set.Comparisons.Select(comparison => comparison with { Model = "zyxwv"[comparison.Model[0] - 'm'] + "!" })
                    .OrderBy(comparison => comparison.Model, StringComparer.Ordinal),
            ],
        };
        Assert.Equal(
            LeaderboardBuilder.Build(set, Kinds[0]).Entries.Select(entry => (entry.Rank, entry.WinRate, entry.LengthControlledWinRate)),
            LeaderboardBuilder.Build(renamed, Kinds[0]).Entries.Select(entry => (entry.Rank, entry.WinRate, entry.LengthControlledWinRate)));
    }

    [Fact]
    public void Other_models_do_not_change_a_calibrated_models_numbers()
    {
        LeaderboardEntry alone = LeaderboardBuilder.Build(new Rows().AddModel("n", -0.5).Set, Kinds[0]).Entries.Single();
        LeaderboardEntry among = LeaderboardBuilder.Build(Models().Set, Kinds[0]).Entries.Single(entry => entry.Model == "n");
        Assert.Equal((alone.WinRate, alone.LengthControlledWinRate), (among.WinRate, among.LengthControlledWinRate));
    }

    [Fact]
    public void Exchanging_the_sides_mirrors_the_raw_and_the_length_controlled_win_rate() // without difficulties: the regression is then symmetric
    {
        Rows rows = new Rows().AddModel("m", 0.7, verbosity: 0.5), mirrored = new();
        foreach (AnnotationRow row in rows.All)
        {
            mirrored.Add(rows.Vocabulary.Instructions.ToList()[row.Instruction], "m", 1 - row.Preference, row.Length1, row.Length2);
        }
        LeaderboardEntry entry = LeaderboardBuilder.Build(rows.Set, new()).Entries[0], mirror = LeaderboardBuilder.Build(mirrored.Set, new()).Entries[0];
        Assert.Equal(LengthControlMethod.Minimal, entry.LengthControl);
        Assert.Equal(1 - entry.WinRate!.Value, mirror.WinRate!.Value, 1e-14);
        Assert.Equal(entry.WinRate.StandardError!.Value, mirror.WinRate.StandardError!.Value, 1e-14);
        Assert.Equal(1 - entry.LengthControlledWinRate!.Value, mirror.LengthControlledWinRate!.Value, 1e-12);
        Assert.Equal((entry.Wins, entry.Losses, entry.Ties), (mirror.Losses, mirror.Wins, mirror.Ties));
    }

    [Fact]
    public void Another_seed_leaves_the_estimates_and_moves_the_bootstrap_intervals()
    {
        PreferenceSet set = Models().Set;
        Leaderboard first = LeaderboardBuilder.Build(set, Kinds[1]), second = LeaderboardBuilder.Build(set, Kinds[1] with { Seed = 8 });
        Assert.Equal(first.Entries.Select(entry => entry.LengthControlledWinRate!.Value), second.Entries.Select(entry => entry.LengthControlledWinRate!.Value));
        Assert.NotEqual(first.Entries.Select(entry => entry.LengthControlledWinRate!.Interval),
            second.Entries.Select(entry => entry.LengthControlledWinRate!.Interval));
    }

    private static Rows Models() =>
        new Rows().AddModel("m", 0.5).AddModel("n", -0.5).AddModel("o", 0, count: 55).AddModel("p", 1, verbosity: 1).AddModel("q", -1, verbosity: -1);

    /// <summary>The same rows in another order, under other numbers in a vocabulary that met the texts in that order.</summary>
    private static Rows Shuffled(ulong seed)
    {
        Rows rows = Models(), shuffled = new();
        AnnotationRow[] order = [.. rows.All];
        new RandomStream(seed, 3).Shuffle<AnnotationRow>(order);
        AnnotationVocabulary texts = rows.Vocabulary;
        foreach (AnnotationRow row in order)
        {
            shuffled.Add(
                texts.Instructions.ToList()[row.Instruction], texts.Generators.ToList()[row.Generator2], row.Preference, row.Length2, row.Length1,
                hash: row.Output2Hash, dataset: texts.Datasets.ToList()[row.Dataset]);
        }
        return shuffled;
    }

    private static string Json(PreferenceSet set, int kind) => JsonSerializer.Serialize(LeaderboardBuilder.Build(set, Kinds[kind]));
}
