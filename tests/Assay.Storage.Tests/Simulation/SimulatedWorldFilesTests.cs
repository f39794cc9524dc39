using Assay.Core.Preferences;
using Assay.Core.Simulation;
using Assay.Storage.Annotations;
using Assay.Storage.Simulation;

namespace Assay.Storage.Tests.Simulation;

public sealed class SimulatedWorldFilesTests
{
    [Fact]
    public void What_is_written_is_read_back_as_the_worlds_own_preferences()
    {
        using TemporaryFolder folder = new();
        SimulatedWorld world = World();
        SimulatedModel[] models = Models();
        string[] files = [.. SimulatedWorldFiles.Write(folder.Path, world, models).Where(static file => file.EndsWith(".json", StringComparison.Ordinal))];
        AnnotationVocabulary vocabulary = new();
        AnnotationFileReader reader = new(vocabulary);
        for (int number = 0; number < models.Length; number++)
        {
            SimulatedVerdicts verdicts = world.Verdicts(models[number], number);
            IReadOnlyList<AnnotationRow> rows = reader.Read(files[number], CancellationToken.None);
            Assert.Equal(verdicts.LengthsInCodePoints.ToArray(), rows.Select(static row => row.Length2));
            Assert.All(rows.Zip(verdicts.Preferences.ToArray()), static pair => Assert.Equal(pair.Second, pair.First.Preference, 1e-12));
        }
    }

    [Fact]
    public void The_truth_is_beside_them()
    {
        using TemporaryFolder folder = new();
        SimulatedWorldFiles.Write(folder.Path, World(), Models());
        string[] lines = File.ReadAllLines(Path.Combine(folder.Path, SimulatedWorldFiles.Truth));
        Assert.Equal("model,length_controlled_win_rate,win_rate,verbosity", lines[0]);
        Assert.Equal(35, double.Parse(lines[1].Split(',')[1], System.Globalization.CultureInfo.InvariantCulture), 1e-9);
    }

    private static SimulatedWorld World() => new(
        SimulatedInstructions.Draw(30, new BaselineLengths(4, 0.3), 3), new SimulatedJudge { Name = "judge", LengthBias = -1, Concentration = 0.5, TieShare = 0.1 }, 3);

    private static SimulatedModel[] Models() =>
    [
        World().WithTrueWinRate(new SimulatedModel { Name = "one", Quality = 0, Verbosity = 0.4, LengthSpread = 0.2 }, 0.35),
        World().WithTrueWinRate(new SimulatedModel { Name = "two", Quality = 0 }, 0.6),
    ];
}
