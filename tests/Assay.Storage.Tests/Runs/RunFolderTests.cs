using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Core.Runs;
using Assay.Storage.Files;
using Assay.Storage.Runs;
using Assay.TestSupport;

namespace Assay.Storage.Tests.Runs;

public class RunFolderTests
{
    [Fact]
    public async Task What_was_asked_is_read_as_it_was_written()
    {
        using TemporaryFolder folder = new();
        await using RunFolder run = RunFolder.Create(folder.PathOf("run"), RunRecords.Description);
        Assert.Equal(Shape.Of(RunRecords.Description), Shape.Of(RunFiles.ReadDescription(run.Path)));
    }

    public static TheoryData<string> JudgeNames => [.. Judges.Keys];

    [Theory]
    [MemberData(nameof(JudgeNames))]
    public async Task Every_kind_of_judge_is_read_as_it_was_written(string name)
    {
        using TemporaryFolder folder = new();
        RunDescription description = RunRecords.Description with { Judge = Judges[name] };
        await using RunFolder run = RunFolder.Create(folder.PathOf("run"), description);
        Assert.Equal(Shape.Of(description), Shape.Of(RunFiles.ReadDescription(run.Path)));
    }

    // Whoever changes this text changes what other programs read: a new schema version, or fields that are added.
    [Fact]
    public async Task The_files_of_a_run_are_the_documented_ones()
    {
        using TemporaryFolder folder = new();
        await using (RunFolder run = RunFolder.Create(folder.PathOf("run"), RunRecords.Description)) await RunFolderLogTests.Fill(run);
        string text = string.Join("\n", ((string[])[RunFiles.Description, RunFiles.Calls, RunFiles.Items, RunFiles.Events])
            .Select(name => $"== {name}\n{string.Join('\n', File.ReadLines(folder.PathOf("run", name)).Take(name == RunFiles.Description ? 1000 : 1))}"));
        Approved.Verify(text + "\n");
    }

    [Fact]
    public async Task A_run_of_schema_version_1_stays_readable()
    {
        using TemporaryFolder folder = new();
        string approved = await File.ReadAllTextAsync(Path.Combine(
            SharedData.RepositoryRoot, "tests", "Assay.Storage.Tests", "Runs", "Approved", "RunFolderTests.The_files_of_a_run_are_the_documented_ones.txt"));
        foreach (string file in approved.Split("== ", StringSplitOptions.RemoveEmptyEntries))
        {
            int end = file.IndexOf('\n', StringComparison.Ordinal);
            folder.Write(Path.Combine("run", file[..end]), file[(end + 1)..].TrimEnd('\n') + "\n");
        }
        await using RunFolder run = RunFolder.OpenToRead(folder.PathOf("run"));
        Assert.Equal(Shape.Of(RunRecords.Description), Shape.Of(run.Description));
        Assert.Equal(Shape.Of(RunRecords.Item("a")), Shape.Of(Assert.Single(await run.ReadItemsAsync(default).ToListAsync())));
        Assert.Equal(Shape.Of(RunRecords.Call("a")), Shape.Of(Assert.Single(await run.ReadCallsAsync(default).ToListAsync())));
    }

    [Fact]
    public async Task A_second_process_is_told_and_turned_away()
    {
        using TemporaryFolder folder = new();
        await using RunFolder run = RunFolder.Create(folder.PathOf("run"), RunRecords.Description);
        InputException error = Assert.Throws<InputException>(() => RunFolder.Open(folder.PathOf("run")));
        Assert.StartsWith($"{folder.PathOf("run")} is in use: another process", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_whose_process_has_ended_can_be_gone_on_with()
    {
        using TemporaryFolder folder = new();
        await RunFolder.Create(folder.PathOf("run"), RunRecords.Description).DisposeAsync();
        await RunFolder.Open(folder.PathOf("run")).DisposeAsync();
        await using RunFolder again = RunFolder.Open(folder.PathOf("run"));
        Assert.False(again.IsReadOnly);
    }

    [Fact]
    public async Task A_run_is_not_begun_over_another()
    {
        using TemporaryFolder folder = new();
        await RunFolder.Create(folder.PathOf("run"), RunRecords.Description).DisposeAsync();
        InputException error = Assert.Throws<InputException>(() => RunFolder.Create(folder.PathOf("run"), RunRecords.Description));
        Assert.Contains("holds a run already", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_is_not_begun_among_other_files()
    {
        using TemporaryFolder folder = new();
        folder.Write("thesis.tex", "x");
        InputException error = Assert.Throws<InputException>(() => RunFolder.Create(folder.Path, RunRecords.Description));
        Assert.Equal($"{folder.Path} holds thesis.tex and no run; name an empty or a new folder.", error.Message);
    }

    [Fact]
    public async Task A_beginning_that_was_killed_can_be_begun_again()
    {
        using TemporaryFolder folder = new();
        folder.Write(Path.Combine("run", "run.lock"), "");
        folder.Write(Path.Combine("run", ".assay-abc.tmp"), "{");
        await using RunFolder run = RunFolder.Create(folder.PathOf("run"), RunRecords.Description);
        Assert.True(RunFiles.IsRun(run.Path));
    }

    [Fact]
    public async Task A_file_that_was_being_written_at_a_kill_is_deleted_when_the_run_goes_on()
    {
        using TemporaryFolder folder = new();
        await RunFolder.Create(folder.PathOf("run"), RunRecords.Description).DisposeAsync();
        string left = folder.Write(Path.Combine("run", ".assay-abc.tmp"), "[{");
        await RunFolder.OpenToRead(folder.PathOf("run")).DisposeAsync();
        Assert.True(File.Exists(left));
        await RunFolder.Open(folder.PathOf("run")).DisposeAsync();
        Assert.False(File.Exists(left));
    }

    [Fact]
    public void A_run_of_a_newer_version_is_said_to_be_one()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("run.json", """{"schema_version": 2, "shape": "unknown"}""");
        InputException error = Assert.Throws<InputException>(() => RunFolder.Open(folder.Path));
        Assert.Equal($"{path} was written by a newer Assay (schema_version 2; this one knows up to 1); update Assay to go on with it.", error.Message);
    }

    [Theory]
    [InlineData("", "does not say which schema_version")]
    [InlineData("{}", "does not say which schema_version")]
    [InlineData("""{"schema_version": 1}""", "is not what a run's description should be")]
    [InlineData("""{"schema_version": 1, "kind": 7}""", "is not what a run's description should be")]
    public void A_damaged_description_is_named(string json, string expected)
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("run.json", json);
        InputException error = Assert.Throws<InputException>(() => RunFolder.Open(folder.Path));
        Assert.StartsWith($"{path} {expected}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_run_is_named()
    {
        using TemporaryFolder folder = new();
        Assert.StartsWith($"{folder.Path} is no run", Assert.Throws<InputException>(() => RunFolder.Open(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_in_a_header_or_query_never_reaches_the_run_folder()
    {
        using TemporaryFolder folder = new();
        ModelSpecification model = RunRecords.Model();
        model = model with
        {
            Headers = model.Headers.Add("Authorization", "Bearer s3cret").Add("api-key", "s3cret").Add("X-Api-Key", "${KEY}").Add("Ocp-Token", "Bearer ${KEY}"),
            Query = model.Query.Add("sig", "s3cret").Add("access_token", "s3cret"),
        };
        await using RunFolder run = RunFolder.Create(folder.PathOf("run"), RunRecords.Description with { Models = [model] });
        foreach (string file in Directory.EnumerateFiles(run.Path).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            Assert.DoesNotContain("s3cret", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        }
        ModelSpecification read = RunFiles.ReadDescription(run.Path).Models[0];
        Assert.Equal(("${KEY}", "Bearer ${KEY}"), (read.Headers["X-Api-Key"], read.Headers["Ocp-Token"]));
    }

    [Fact]
    public async Task The_runs_of_a_folder_are_listed_by_name()
    {
        using TemporaryFolder folder = new();
        foreach (string name in (string[])["b", "a"]) await RunFolder.Create(folder.PathOf(name), RunRecords.Description).DisposeAsync();
        Directory.CreateDirectory(folder.PathOf("other"));
        Assert.Equal([folder.PathOf("a"), folder.PathOf("b")], RunFiles.Find(folder.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../x")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("/etc/passwd")]
    [InlineData("C:x")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("nul.txt")]
    [InlineData("COM1")]
    [InlineData("a.")]
    [InlineData(" a")]
    public void A_name_that_leads_elsewhere_is_no_path(string name) => Assert.Throws<InputException>(() => PathSegment.Combine("/runs", name));

    [Fact]
    public void A_name_longer_than_any_file_system_takes_is_no_path() =>
        Assert.Throws<InputException>(() => PathSegment.Combine("/runs", new string('é', 128)));

    [Theory]
    [InlineData("gpt-4o")]
    [InlineData("Qwen2.5-7B (chat), 重要")]
    [InlineData("console")]
    public void An_ordinary_name_is_a_path_in_the_folder(string name) => Assert.Equal(Path.Combine("/runs", name), PathSegment.Combine("/runs", name));

    private static readonly Dictionary<string, JudgeDefinition> Judges = new(StringComparer.Ordinal)
    {
        ["soft"] = RunRecords.Judge("soft"),
        ["verdict"] = RunRecords.Judge("verdict", new JsonFieldReading
        {
            Field = "verdict",
            Values = [new VerdictValue("first", 0), new VerdictValue("tie", 0.5)],
            Schema = JsonDocument.Parse("""{"type":"object"}""").RootElement,
        }),
        ["patterns"] = RunRecords.Judge("patterns", new PatternReading { Patterns = [new VerdictValue("(?:^|\n)a", 1)] }),
        ["ranking"] = RunRecords.Judge("ranking", new RankingReading { First = "model_1", Second = "model_2" }),
        ["pool"] = new PoolJudge { Name = "pool", Members = [RunRecords.Judge("a"), RunRecords.Judge("b")], FlipProbability = 0.25 },
        ["panel"] = new PanelJudge { Name = "panel", Members = [RunRecords.Judge("a")], Rule = PanelRule.Majority },
        ["control"] = new ControlJudge { Name = "longest", Rule = ControlRule.Longest },
    };
}
