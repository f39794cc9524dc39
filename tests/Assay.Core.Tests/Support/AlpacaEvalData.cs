using System.Globalization;
using Assay.Core.Leaderboards;
using Assay.Core.LengthControl;
using Assay.Core.Preferences;
using Assay.Storage.Annotations;
using Assay.Storage.Calibration;
using Assay.TestSupport;

namespace Assay.Core.Tests.Support;

/// <summary>The 42 recorded models with their calibration, the leaderboard made from them and the published one; read once for all tests.</summary>
public sealed class AlpacaEvalData
{
    private readonly Lazy<PreferenceSet> _set = new(() => Build(RowsOfFiles(out AnnotationVocabulary vocabulary), vocabulary));
    private readonly Lazy<LengthControlCalibration> _calibration = new(() => new LengthControlCalibration(
        InstructionDifficultyFile.Read(Data("instruction_difficulty.csv")), GamedBaselineFile.Read(Data("gamed_baselines.csv"))));
    private readonly Lazy<Leaderboard> _leaderboard;
    private readonly Lazy<Leaderboard> _fitted;

    public AlpacaEvalData()
    {
        _leaderboard = new(() => LeaderboardBuilder.Build(Set, new LeaderboardOptions { Calibration = Calibration }));
        _fitted = new(() => LeaderboardBuilder.Build(Set, new LeaderboardOptions()));
    }

    /// <summary>Models whose files lack instructions.</summary>
    public static IReadOnlyList<string> Incomplete { get; } = ["alpaca-7b_concise", "alpaca-7b_verbose", "gpt35_turbo_instruct", "phi-2"];

    public PreferenceSet Set => _set.Value;

    public LengthControlCalibration Calibration => _calibration.Value;

    /// <summary>With both calibration files.</summary>
    public Leaderboard Leaderboard => _leaderboard.Value;

    /// <summary>Without calibration: difficulties fitted to the models.</summary>
    public Leaderboard Fitted => _fitted.Value;

    public LeaderboardEntry this[string model] => Leaderboard.Entries.Single(entry => entry.Model == model);

    public PairwiseJudgements Judgements(string model) => Set.Comparisons.Single(comparison => comparison.Model == model);

    /// <summary>One model's regression on the published calibration.</summary>
    public LengthControlProblem Problem(string model) =>
        LengthControlDesign.For([Judgements(model)], Set.Instructions, Calibration, CancellationToken.None).Prepare(Judgements(model)).Problem;

    public static string Data(params string[] parts) => SharedData.Data(["alpaca_eval", .. parts]);

    /// <summary>The rows of each model's file, in the files' order.</summary>
    public static IReadOnlyList<AnnotationRow>[] RowsOfFiles(out AnnotationVocabulary vocabulary)
    {
        AnnotationVocabulary texts = vocabulary = new();
        AnnotationFileReader reader = new(texts);
        return [.. Files().Select(file => reader.Read(file, CancellationToken.None))];
    }

    public static IReadOnlyList<string> Files() =>
        [.. AnnotationSearch.Find([Data("annotations")]).Where(file => !file.Contains("gpt4_1106_preview", StringComparison.Ordinal))];

    public static PreferenceSet Build(IEnumerable<IReadOnlyList<AnnotationRow>> files, AnnotationVocabulary vocabulary)
    {
        PreferenceSetBuilder builder = new(vocabulary);
        foreach (IReadOnlyList<AnnotationRow> rows in files) builder.Add(rows);
        return builder.Build();
    }

    /// <summary>The published leaderboard's lines by model.</summary>
    public static IReadOnlyDictionary<string, PublishedLine> Published() => Table(Data("published", "leaderboard.csv")).ToDictionary(
        row => row[""],
        row => new PublishedLine(
            Number(row["win_rate"]), (int)Number(row["n_wins"]), (int)Number(row["n_wins_base"]), (int)Number(row["n_draws"]),
            double.TryParse(row["length_controlled_winrate"], CultureInfo.InvariantCulture, out double rate) ? rate : double.NaN),
        StringComparer.Ordinal);

    /// <summary>The rows of a CSV file whose quoted cells may hold line ends, as dictionaries.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Table(string path)
    {
        List<List<string>> rows = [[]];
        System.Text.StringBuilder cell = new();
        bool quoted = false;
        foreach (char c in File.ReadAllText(path).ReplaceLineEndings("\n"))
        {
            if (c == '"') quoted = !quoted;
            else if (quoted || c is not (',' or '\n')) cell.Append(c);
            else
            {
                rows[^1].Add(cell.ToString());
                cell.Clear();
                if (c == '\n') rows.Add([]);
            }
        }
        return [.. rows.Skip(1).Where(row => row.Count == rows[0].Count).Select(row =>
            rows[0].Zip(row).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];
    }

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>A line of the published leaderboard; rates in percent.</summary>
public sealed record PublishedLine(double WinRate, int Wins, int Losses, int Ties, double LengthControlled);

/// <summary>Shares the recorded data between test classes, which then run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class RealDataTests : ICollectionFixture<AlpacaEvalData>
{
    public const string Name = "recorded AlpacaEval";
}
