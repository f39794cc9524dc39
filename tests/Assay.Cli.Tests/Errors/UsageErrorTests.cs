using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Errors;

public sealed class UsageErrorTests
{
    [Theory]
    [InlineData("There is no verb 'leaderbord'; did you mean 'leaderboard'?", "leaderbord")]
    [InlineData("There is no option '--versoin'; did you mean '--version'?", "--versoin")]
    [InlineData("There is no option '--metod'; did you mean '--method'?", "leaderboard", "x", "--metod", "win-rate")]
    [InlineData("There is no option '--fromat'; did you mean '--format'?", "leaderboard", "x", "--fromat=json")]
    [InlineData("There is no option '-x'", "leaderboard", "x", "-x")]
    [InlineData("PATH is missing", "leaderboard")]
    [InlineData("PATH is missing", "leaderboard", "--format", "json")]
    [InlineData("PATH is empty", "leaderboard", "")]
    [InlineData("--format takes one of table, json, csv, markdown, not 'jsn'; did you mean 'json'?", "leaderboard", "x", "--format", "jsn")]
    [InlineData("--format takes one of table, json, csv, markdown, not '1'.", "leaderboard", "x", "--format", "1")]
    [InlineData("--method takes one of win-rate, bradley-terry, not 'WinRate'; did you mean 'win-rate'?", "leaderboard", "x", "--method", "WinRate")]
    [InlineData("--sort takes one of length-controlled, win-rate, not 'strength'", "leaderboard", "x", "--sort", "strength")]
    [InlineData("--by takes only dataset, not 'model'", "leaderboard", "x", "--by", "model")]
    [InlineData("--progress takes one of plain, json, none, not 'bar'", "leaderboard", "x", "--progress", "bar")]
    [InlineData("--confidence takes a level between 0 and 1 (did you mean 0.95?), not '95'", "leaderboard", "x", "--confidence", "95")]
    [InlineData("--confidence takes a level between 0 and 1 (did you mean 0.995?), not '99.5'", "leaderboard", "x", "--confidence", "99.5")]
    [InlineData("--confidence takes a level strictly between 0 and 1, such as 0.95, not '0'", "leaderboard", "x", "--confidence", "0")]
    [InlineData("--confidence takes a level strictly between 0 and 1, such as 0.95, not '1'", "leaderboard", "x", "--confidence", "1")]
    [InlineData("--confidence takes a level strictly between 0 and 1, such as 0.95, not 'NaN'", "leaderboard", "x", "--confidence", "NaN")]
    [InlineData("--confidence takes a level strictly between 0 and 1, such as 0.95, not 'high'", "leaderboard", "x", "--confidence", "high")]
    [InlineData("--bootstrap takes 0 or at least 100 resamples (fewer say nothing reliable", "leaderboard", "x", "--bootstrap", "99")]
    [InlineData("--bootstrap takes 0 or at least 100 resamples, not '-1'", "leaderboard", "x", "--bootstrap", "-1")]
    [InlineData("--bootstrap takes a whole number, not '1e3'", "leaderboard", "x", "--bootstrap", "1e3")]
    [InlineData("--seed takes a whole number that is not negative, not '-1'", "leaderboard", "x", "--seed", "-1")]
    [InlineData("--output was given an empty value", "leaderboard", "x", "--output", "")]
    [InlineData("--gamed-baselines is missing: the published length control needs it", "leaderboard", "x", "--instruction-difficulty", "d.csv")]
    [InlineData("--instruction-difficulty is missing: the published length control needs it", "leaderboard", "x", "--gamed-baselines", "g.csv")]
    [InlineData("'--format'", "leaderboard", "x", "--format")]
    [InlineData("SHELL is one of bash, zsh, fish, pwsh, not 'bsh'; did you mean 'bash'?", "completion", "bsh")]
    [InlineData("SHELL", "completion")]
    [InlineData("[diagram]", "[diagram]", "leaderboard", "x")]
    public async Task A_wrong_command_line_is_explained_on_standard_error_alone(string message, params string[] args)
    {
        CommandRun run = await CommandRun.Of(args);
        Assert.Equal((ExitCode.UsageOrInput, ""), (run.ExitCode, run.Out));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_is_followed_by_the_usage_and_by_where_to_read_more()
    {
        CommandRun run = await CommandRun.Of("leaderboard", "x", "--seed", "-1");
        Assert.Equal(
            "assay: --seed takes a whole number that is not negative, not '-1'.\nUsage: assay leaderboard [PATH...] [options]\nSee 'assay leaderboard --help'.\n",
            run.Error);
    }

    [Fact]
    public async Task Each_wrong_value_gets_its_own_line()
    {
        CommandRun run = await CommandRun.Of("leaderboard", "x", "--seed", "-1", "--confidence", "2");
        Assert.Equal(2, run.Error.Split('\n').Count(line => line.StartsWith("assay: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_a_verb_the_help_goes_to_standard_error_with_exit_code_2()
    {
        CommandRun run = await CommandRun.Of();
        CommandRun help = await CommandRun.Of("--help");
        Assert.Equal(new CommandRun(ExitCode.UsageOrInput, "", help.Out), run);
    }

    [Fact]
    public async Task What_follows_two_dashes_is_a_path_even_if_it_looks_like_an_option()
    {
        CommandRun run = await CommandRun.Of("leaderboard", "--", "--no-such-file");
        Assert.Contains("--no-such-file does not exist", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_begins_with_an_at_sign_is_a_path()
    {
        CommandRun run = await CommandRun.Of("leaderboard", "@no-such-file");
        Assert.Contains("@no-such-file does not exist", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_with_control_characters_cannot_start_a_line_or_move_the_cursor()
    {
        CommandRun run = await CommandRun.Of("leaderboard", "x", "--format", "a\nassay: fine\e[2J");
        Assert.Contains("not 'a\uFFFDassay: fine\uFFFD[2J'", run.Error, StringComparison.Ordinal);
    }
}
