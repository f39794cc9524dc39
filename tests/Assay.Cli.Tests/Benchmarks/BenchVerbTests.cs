using System.Text.Json;
using System.Xml.Linq;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Benchmarks;

public sealed class BenchVerbTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_prints_the_table_of_its_models()
    {
        CommandRun run = await RunAsync();
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("80.00", run.Out, StringComparison.Ordinal);
        Assert.Contains("Mean win rate", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_command_on_a_finished_run_asks_nothing_again()
    {
        await RunAsync();
        CommandRun again = await RunAsync();
        Assert.Equal(0, again.ExitCode);
        Assert.Equal(60, File.ReadLines(Path.Combine(_folder.File("run"), "calls.jsonl")).Count());
    }

    [Fact]
    public async Task A_run_whose_scenario_changed_is_refused()
    {
        await RunAsync();
        CommandRun again = await RunAsync(BenchScene.Scenario + "\nmax_tokens: 5\n");
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("has changed since", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_reads_nothing_is_said_and_can_be_put_right_without_a_call()
    {
        CommandRun blind = await RunAsync(BenchScene.Scenario.Replace("answer is ", "result: ", StringComparison.Ordinal));
        Assert.Contains("reads no answer in 20 of the first 20 completions of good", blind.Error, StringComparison.Ordinal);
        string spec = _folder.WriteScenario();
        CommandRun again = await CommandRun.Of("bench", "run", spec, "--reparse", "--run", _folder.File("run"));
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("60 instances of 1 scenarios read again, 60 of them changed", again.Out, StringComparison.Ordinal);
        Assert.Contains("80.00", again.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv", "sums,good,exact_match,accuracy,true,,,80,")]
    [InlineData("markdown", "| sums | 80.00 ")]
    [InlineData("latex", "{sums} & 80.00 ")]
    public async Task The_table_has_the_form_that_is_asked_for(string format, string wanted)
    {
        await RunAsync();
        CommandRun table = await CommandRun.Of("bench", "table", _folder.File("run"), "--format", format);
        Assert.Equal(0, table.ExitCode);
        Assert.Contains(wanted, table.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plot_is_an_svg_with_a_row_for_each_model()
    {
        await RunAsync();
        await CommandRun.Of("bench", "table", _folder.File("run"), "--plot", _folder.File("plot.svg"));
        XDocument svg = XDocument.Load(_folder.File("plot.svg"));
        Assert.Equal(2, svg.Descendants().Count(element => element.Name.LocalName == "circle" && (string?)element.Attribute("r") == "4.25"));
    }

    [Fact]
    public async Task A_comparison_is_paired_and_tested()
    {
        await RunAsync();
        CommandRun compare = await CommandRun.Of("bench", "compare", _folder.File("run"), "--models", "good", "bad", "--format", "json");
        JsonElement scenario = JsonDocument.Parse(compare.Out).RootElement.GetProperty("scenarios")[0];
        Assert.Equal(60, scenario.GetProperty("difference").GetDouble(), 9);
        Assert.Equal(30, scenario.GetProperty("n_shared").GetInt32());
        Assert.True(scenario.GetProperty("holm_p_value").GetDouble() < 0.001);
    }

    [Fact]
    public async Task A_check_shows_three_prompts_and_what_is_read()
    {
        string spec = _folder.WriteScenario();
        CommandRun check = await CommandRun.Of("bench", "check", spec, "--model", _folder.Recorded("good"));
        Assert.Equal(3, check.Out.Split("--- instance").Length - 1);
        Assert.Contains("reads from the completion", check.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_says_where_the_data_are_published()
    {
        CommandRun list = await CommandRun.Of("bench", "list");
        Assert.Contains("gsm8k\t1 scenario\ttest.jsonl", list.Out, StringComparison.Ordinal);
        Assert.All(list.Out.TrimEnd().Split('\n'), static line => Assert.Contains("https://", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_is_listed_and_its_instances_are_shown()
    {
        await RunAsync();
        CommandRun list = await CommandRun.Of("runs", "list", _folder.Path);
        Assert.Contains("benchmark\tgood,bad\t60\t0\tfinished", list.Out, StringComparison.Ordinal);
        string id = JsonDocument.Parse(File.ReadLines(Path.Combine(_folder.File("run"), "instances.jsonl")).First()).RootElement.GetProperty("id").GetString()!;
        CommandRun show = await CommandRun.Of("runs", "show", _folder.File("run"), "--item", id);
        Assert.Contains("(read by: after \"answer is \")", show.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("input: question", "input: questoin", "has no column \"questoin\"; did you mean 'question'? Its columns are id, question, answer.")]
    [InlineData("id: id", "id: answer2", "has no column \"answer2\"")]
    [InlineData("metrics:", "metrix:", "sums.yaml, line 5: unknown name \"metrix\" in a scenario; did you mean 'metrics'?")]
    [InlineData("exact_match", "exact_mach", "there is no metric \"exact_mach\"; did you mean 'exact_match'?")]
    [InlineData("references: answer", "choices: [question, answer], right: id", "none of the 2 choices is right")]
    [InlineData("metrics:", "few_shot: { count: 30, file: sums.jsonl }\nmetrics:", "asks for 30 examples, and the pool has 29")]
    public async Task Bad_input_is_one_clear_sentence(string good, string bad, string sentence)
    {
        string spec = _folder.WriteScenario(BenchScene.Scenario.Replace(good, bad, StringComparison.Ordinal));
        CommandRun run = await CommandRun.Of("bench", "check", spec);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task An_id_that_comes_twice_is_refused_with_both_rows()
    {
        string spec = _folder.WriteScenario();
        File.AppendAllText(_folder.File("sums.jsonl"), """{"id":"s3","question":"again","answer":"6"}""");
        CommandRun run = await CommandRun.Of("bench", "check", spec);
        Assert.Contains("row 31 has the id \"s3\", which row 3 has too", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_without_instances_is_refused()
    {
        string spec = _folder.WriteScenario();
        _folder.Write("sums.jsonl", "");
        CommandRun run = await CommandRun.Of("bench", "check", spec);
        Assert.Contains("has no instances", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recorded_completions_of_another_scenario_are_refused()
    {
        string spec = _folder.WriteScenario();
        string other = _folder.Write("other.jsonl", BenchScene.Lines(30, i => new { id = $"t{i}", completion = "the answer is 1." }));
        CommandRun run = await CommandRun.Of("bench", "run", spec, "--model", $"recorded:{other}", "--run", _folder.File("run"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("other.jsonl", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.False(Directory.Exists(_folder.File("run")));
    }

    [Fact]
    public async Task Word_lists_are_looked_for_in_whole_completions()
    {
        CommandRun run = await RunAsync(BenchScene.Scenario.Replace("[exact_match]", """
            [exact_match, { metric: toxicity, name: rude, words: [adding] }, toxicity, { metric: representation, groups: { sums: [adding, up], others: [answer, reply] } }]
            """, StringComparison.Ordinal));
        Assert.True(run.ExitCode == 0, run.Error);
        CommandRun table = await CommandRun.Of("bench", "table", _folder.File("run"), "--format", "csv");
        Assert.Contains("sums,good,toxicity rude,toxicity,true,,,100,", table.Out, StringComparison.Ordinal);
        // Two words of two against one of two: two thirds and one third.
        Assert.Contains("sums,good,representation,bias,true,,,16.66", table.Out, StringComparison.Ordinal);
        Assert.Contains("Toxicity needs a list of words", table.Out, StringComparison.Ordinal);
    }

    private Task<CommandRun> RunAsync(string scenario = BenchScene.Scenario)
    {
        string spec = _folder.WriteScenario(scenario);
        return CommandRun.Of("bench", "run", spec, "--model", _folder.Recorded("good"), _folder.Recorded("bad"), "--run", _folder.File("run"));
    }
}
