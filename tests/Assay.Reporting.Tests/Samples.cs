using System.Collections.Immutable;
using Assay.Core.Comparisons;
using Assay.Core.Judging;
using Assay.Core.Leaderboards;
using Assay.Core.LengthControl;
using Assay.Core.Ratings;
using Assay.Statistics.Estimation;
using Assay.Statistics.Ranking;

namespace Assay.Reporting.Tests;

/// <summary>Result records with made-up numbers: reporting shows what it is given.</summary>
internal static class Samples
{
    /// <summary>Names that try to be markup, a formula, a row, another line or another reading direction.</summary>
    public static readonly string[] HostileNames =
        ["[red]x[/]", "<script>alert(1)</script>", "=cmd()", "a|b`c`", "two\nlines", "rtl\u202Eedoc", "esc\u001b[2Jape", "\u0000nul & \"quotes\""];

    public static Estimate Estimate(double value, double? halfWidth = 0.02, int count = 805) =>
        new(value, halfWidth / 1.96, halfWidth is { } half ? new ConfidenceInterval(value - half, value + half, 0.95) : null, count);

    public static LeaderboardEntry Entry(string model, int rank = 1, double? winRate = 0.4, double? lengthControlled = 0.45) => new()
    {
        Model = model,
        Annotator = "judge",
        Rank = rank,
        RankInterval = new RankInterval(rank, rank + 1),
        Count = 805,
        Unjudged = 0,
        Wins = 320,
        Losses = 480,
        Ties = 5,
        MeanLength = 1250.5,
        WinRate = winRate is { } raw ? Estimate(raw) : null,
        LengthControlledWinRate = lengthControlled is { } controlled ? Estimate(controlled, 0.015) : null,
        LengthControl = lengthControlled is null ? null : LengthControlMethod.AlpacaEval2,
        LengthCoefficient = lengthControlled is null ? null : -0.75,
        LengthControlledIntervalMethod = lengthControlled is null ? null : "sandwich",
        Strength = null,
        DifferenceToBest = rank == 1 ? null : Estimate(-0.01 * rank),
        Datasets = [],
        Notes = [],
    };

    public static Leaderboard Leaderboard(params IReadOnlyList<LeaderboardEntry> entries) => new()
    {
        Baseline = "gpt4_1106_preview",
        Annotators = [.. entries.Select(entry => entry.Annotator).OfType<string>().Distinct()],
        Confidence = 0.95,
        Seed = 0,
        Method = RankingMethod.WinRate,
        RankedBy = RankingFigure.LengthControlled,
        InstructionCount = 805,
        Entries = entries,
        Notes = [],
    };

    /// <summary>Five models: the baseline, ordinary ones, one with items missing, one without length control, one judged once.</summary>
    public static Leaderboard Small() => Leaderboard(
        Entry("baseline-model", 1, 0.5, 0.5) with
        {
            RankInterval = new RankInterval(1, 1),
            WinRate = new Estimate(0.5, null, null, 805),
            LengthControlledWinRate = new Estimate(0.5, null, null, 805),
            LengthControlledIntervalMethod = null,
            LengthCoefficient = null,
        },
        Entry("claude-2", 2, 0.171882, 0.282),
        Entry("SelfMoA_gemma-2-9b-it-WPO-HB-with-a-rather-long-name-v2", 3, 0.31234567, 0.27) with
        {
            MeanLength = 3261,
            Notes = ["3 of 805 instructions are missing."],
            Count = 802,
            NearlySameOutputs = 12,
            FlaggedItems = ImmutableSortedDictionary<ItemNote, int>.Empty.Add(ItemNote.ImitatesJudge, 2).Add(ItemNote.Unfenced, 802),
        },
        Entry("phi-2", 4, 0.03, 0.0383) with { Notes = ["3 of 805 instructions are missing."], Count = 802, Unjudged = 1 },
        Entry("all-equal", 5, 0, null) with
        {
            RankInterval = null,
            WinRate = new Estimate(0, null, null, 1),
            Count = 1,
            Wins = 0,
            Losses = 1,
            Ties = 0,
            DifferenceToBest = null,
            Notes = ["One item gives no standard error.", "No length effect can be fitted to outputs of equal length."],
        }) with
    { Notes = ["12 rows that repeat an earlier row were counted once."] };

    public static Leaderboard ByDataset() => Leaderboard(
        Entry("claude-2", 1, 0.171882, 0.282) with
        {
            Datasets =
            [
                new DatasetWinRate("helpful_base", Estimate(0.2, 0.04, 129), 0),
                new DatasetWinRate("koala", Estimate(0.15, 0.05, 156), 1),
                new DatasetWinRate(null, null, 3),
            ],
        },
        Entry("phi-2", 2, 0.03, 0.0383) with
        {
            Datasets =
            [
                new DatasetWinRate("helpful_base", Estimate(0.031, null, 128), 1),
                new DatasetWinRate("koala", Estimate(0.02, 0.011, 156), 0),
            ],
        });

    public static Leaderboard TwoJudges() => Leaderboard(
        Entry("claude-2", 1, 0.17, 0.28) with { Annotator = "judge-a" },
        Entry("phi-2", 2, 0.03, 0.04) with { Annotator = "judge-a" },
        Entry("claude-2", 1, 0.21, 0.31) with { Annotator = "judge-b" },
        Entry("phi-2", 2, 0.05, 0.05) with { Annotator = "judge-b" });

    public static Leaderboard ByStrength() => Leaderboard(
        Entry("strong", 1, 0.7, null) with { Strength = Estimate(1.25, 0.2) },
        Entry("weak", 2, 0.2, null) with { Strength = Estimate(-2.1, 0.3), DifferenceToBest = Estimate(-3.35, 0.4) },
        Entry("never-won", 3, 0, null) with { Strength = null, DifferenceToBest = null, Notes = ["It never won, so its strength has no finite value."] }) with
    { Baseline = null, Method = RankingMethod.BradleyTerry, RankedBy = RankingFigure.Strength };

    public static Leaderboard Hostile() => Leaderboard(
        [.. HostileNames.Select((name, i) => Entry(name, i + 1, 0.5 - (0.01 * i), 0.5 - (0.01 * i)) with { Notes = [$"A note about {name}."] })]);

    /// <summary>Any number of models with intervals, the last ones without length control.</summary>
    public static Leaderboard Many(int count) => Leaderboard([.. Enumerable.Range(0, count).Select(i =>
    {
        double rate = 0.6 - (0.55 * i / count);
        return Entry($"model-{i + 1:000}", i + 1, rate + (0.04 * ((i % 3) - 1)), i < count - 2 ? rate : null);
    })]);

    public static PairComparison Pair(string first, string second, double difference = 0.11) => new()
    {
        First = first,
        Second = second,
        Annotator = "judge",
        SharedInstructions = 800,
        OnlyFirst = 5,
        OnlySecond = 2,
        FirstAhead = 420,
        SecondAhead = 310,
        Equal = 70,
        WinRate = new PairedDifference { Difference = Estimate(difference, 0.03, 800), PValue = 0.0123456, HolmPValue = 0.037, DetectableDifference = 0.043 },
        LengthControlledWinRate = new PairedDifference
        {
            Difference = Estimate(difference / 2, 0.02, 800),
            PValue = 0.00000012,
            HolmPValue = 0.00000036,
            DetectableDifference = 0.029,
        },
        Notes = [],
    };

    public static ModelComparison TwoModels() => new()
    {
        Leaderboard = Leaderboard(Entry("claude-2", 1, 0.171882, 0.282), Entry("phi-2", 2, 0.03, 0.0383)),
        Pairs = [Pair("claude-2", "phi-2") with { Notes = ["7 instructions were judged for one of the two only."] }],
    };

    public static ModelComparison ThreeModels() => new()
    {
        Leaderboard = Leaderboard(Entry("claude-2", 1, 0.171882, 0.282), Entry("phi-2", 2, 0.03, 0.0383), Entry("one-item", 3, 0.5, null)),
        Pairs =
        [
            Pair("claude-2", "phi-2"),
            Pair("claude-2", "one-item", -0.32) with { LengthControlledWinRate = null },
            Pair("phi-2", "one-item") with
            {
                WinRate = new PairedDifference
                {
                    Difference = new Estimate(-0.5, null, null, 1),
                    PValue = null,
                    HolmPValue = null,
                    DetectableDifference = null,
                },
                LengthControlledWinRate = null,
                SharedInstructions = 1,
                Notes = ["One shared instruction gives no standard error."],
            },
        ],
    };

    /// <summary>Ratings of two groups by three people, one score missing.</summary>
    public static RatingComparison Ratings() => RatingComparisonBuilder.Build(
        new RatingSet(
            ["clarity"],
            [new("human", "ada", [4]), new("model", "ada", [5]), new("human", "bo", [2]), new("model", "bo", [4]), new("human", "cy", [3]), new("model", "cy", [double.NaN])],
            "author", "reviewer"),
        new RatingOptions { Permutations = 99 });
}
