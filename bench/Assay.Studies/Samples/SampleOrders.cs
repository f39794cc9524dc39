using System.Globalization;
using Assay.Core.Leaderboards;
using Assay.Core.LengthControl;
using Assay.Core.Preferences;
using Assay.Core.Simulation;
using Assay.Storage.Annotations;
using Assay.Storage.Calibration;
using Assay.Studies.Documents;

namespace Assay.Studies.Samples;

/// <summary>The samples' models in their true order beside the orders that the leaderboard gives, computed from the files.</summary>
internal static class SampleOrders
{
    /// <summary>A table with a row per model, best first.</summary>
    /// <param name="folder">The folder <c>samples/</c>.</param>
    public static string Table(string folder)
    {
        AnnotationVocabulary vocabulary = new();
        AnnotationFileReader reader = new(vocabulary);
        PreferenceSetBuilder builder = new(vocabulary);
        foreach (string file in AnnotationSearch.Find([Path.Combine(folder, "leaderboard")])) builder.Add(reader.Read(file, CancellationToken.None));
        PreferenceSet set = builder.Build();
        LengthControlCalibration calibration = new(
            InstructionDifficultyFile.Read(Path.Combine(folder, "instruction_difficulty.csv")),
            GamedBaselineFile.Read(Path.Combine(folder, "gamed_baselines.csv")));

        Dictionary<string, LeaderboardEntry> raw = Entries(set, new LeaderboardOptions { Sort = RankingFigure.WinRate });
        Dictionary<string, LeaderboardEntry> published = Entries(set, new LeaderboardOptions { Calibration = calibration });
        Dictionary<string, LeaderboardEntry> fitted = Entries(set, new LeaderboardOptions());
        (SimulatedWorld world, IReadOnlyList<SimulatedModel> models) = SampleWorld.Create();

        MarkdownTable table = new(
            "model", "mean length", "true rank", "raw rank", "`alpaca_eval_2` rank", "`fitted` rank", "true", "raw", "`alpaca_eval_2`", "`fitted`");
        int rank = 0;
        foreach (SimulatedModel model in models.OrderByDescending(world.TrueWinRate))
        {
            string name = model.Name;
            table.Add(
                $"`{name}`", raw[name].MeanLength!.Value.ToString("F0", CultureInfo.InvariantCulture),
                Text(++rank), Text(raw[name].Rank), Text(published[name].Rank), Text(fitted[name].Rank),
                Percent(world.TrueWinRate(model)), Percent(raw[name].WinRate!.Value), Percent(published[name].LengthControlledWinRate!.Value),
                Percent(fitted[name].LengthControlledWinRate!.Value));
        }
        return table.ToString();
    }

    private static Dictionary<string, LeaderboardEntry> Entries(PreferenceSet set, LeaderboardOptions options) =>
        LeaderboardBuilder.Build(set, options).Entries.ToDictionary(entry => entry.Model, StringComparer.Ordinal);

    private static string Percent(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
