using System.Globalization;
using System.IO.Compression;
using Assay.Core.Leaderboards;
using Assay.Core.LengthControl;
using Assay.Core.Preferences;
using Assay.Storage.Annotations;
using Assay.Storage.Calibration;
using Assay.Studies.Samples;
using Assay.TestSupport;

namespace Assay.Studies.Tests.Samples;

/// <summary>What samples/README.md claims, of the files that are there.</summary>
public sealed class SampleFileTests
{
    private static readonly string Folder = Path.Combine(SharedData.RepositoryRoot, "samples");

    [Fact]
    public void The_files_are_what_the_command_writes()
    {
        foreach ((string path, byte[] content) in SampleFiles.All())
        {
            // Compressed bytes depend on the runtime's zlib; what they hold does not.
            Assert.Equal(Unpacked(path, content), Unpacked(path, File.ReadAllBytes(Path.Combine(Folder, path))));
        }
    }

    [Fact]
    public void Writing_them_twice_gives_the_same_bytes() =>
        Assert.Equal(SampleFiles.All().Select(file => file.Content).ToArray(), SampleFiles.All().Select(file => file.Content).ToArray());

    [Fact]
    public void No_compressed_file_tells_its_time_or_system()
    {
        foreach ((_, byte[] content) in SampleFiles.All().Where(file => file.Path.EndsWith(".gz", StringComparison.Ordinal)))
        {
            Assert.Equal([0, 0, 0, 0], content[4..8]);
            Assert.Equal(255, content[9]);
        }
    }

    [Fact]
    public void The_table_of_the_readme_is_the_one_of_the_files() =>
        Assert.Contains(SampleOrders.Table(Folder), File.ReadAllText(Path.Combine(Folder, "README.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);

    [Fact]
    public void Raw_win_rates_put_a_verbose_mediocre_model_first_and_a_concise_good_one_far_down()
    {
        string[] order = Order(new LeaderboardOptions { Sort = RankingFigure.WinRate });
        Assert.Equal("juniper-13b", order[0]);
        Assert.True(Array.IndexOf(order, "elder-34b") >= 6);
        Assert.Equal((6, 3), (Array.IndexOf(TrueOrder(), "juniper-13b") + 1, Array.IndexOf(TrueOrder(), "elder-34b") + 1));
    }

    [Fact]
    public void Length_control_without_calibration_gives_the_true_order() => Assert.Equal(TrueOrder(), Order(new LeaderboardOptions()));

    [Fact]
    public void Length_control_with_calibration_gives_the_true_order()
    {
        LengthControlCalibration calibration = new(
            InstructionDifficultyFile.Read(Path.Combine(Folder, "instruction_difficulty.csv")),
            GamedBaselineFile.Read(Path.Combine(Folder, "gamed_baselines.csv")));
        Assert.Equal(TrueOrder(), Order(new LeaderboardOptions { Calibration = calibration }));
    }

    [Fact]
    public void The_samples_are_small()
    {
        long bytes = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Sum(path => new FileInfo(path).Length);
        Assert.InRange(bytes, 1, 1_500_000);
    }

    private static string[] Order(LeaderboardOptions options)
    {
        AnnotationVocabulary vocabulary = new();
        AnnotationFileReader reader = new(vocabulary);
        PreferenceSetBuilder builder = new(vocabulary);
        foreach (string file in AnnotationSearch.Find([Path.Combine(Folder, "leaderboard")])) builder.Add(reader.Read(file, CancellationToken.None));
        return [.. LeaderboardBuilder.Build(builder.Build(), options).Entries.OrderBy(entry => entry.Rank).Select(entry => entry.Model)];
    }

    private static string[] TrueOrder()
    {
        IEnumerable<string[]> rows = File.ReadLines(Path.Combine(Folder, "truth.csv")).Skip(1).Select(line => line.Split(','));
        return [.. rows.OrderBy(cells => int.Parse(cells[2], CultureInfo.InvariantCulture)).Select(cells => cells[0])];
    }

    private static byte[] Unpacked(string path, byte[] content)
    {
        if (!path.EndsWith(".gz", StringComparison.Ordinal)) return content;
        using GZipStream gzip = new(new MemoryStream(content), CompressionMode.Decompress);
        using MemoryStream plain = new();
        gzip.CopyTo(plain);
        return plain.ToArray();
    }
}
