using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Completion;

public sealed class SuggestTests
{
    [Theory]
    [InlineData(
        "", "audit", "bench", "compare", "completion", "gate", "generate", "judge", "judges", "leaderboard", "lm", "models", "plan", "ratings", "runs", "schema",
        "simulate", "watermark")]
    [InlineData("le", "leaderboard")]
    [InlineData(" comp", "compare", "completion")]
    [InlineData("--", "--help", "--version")]
    [InlineData("leaderboard --me", "--method")]
    [InlineData("leaderboard --method ", "bradley-terry", "win-rate")]
    [InlineData("leaderboard --method=", "bradley-terry", "win-rate")]
    [InlineData("leaderboard --method=w", "win-rate")]
    [InlineData("leaderboard a.json --format j", "json")]
    [InlineData("leaderboard 'my folder' --by ", "dataset")]
    [InlineData("compare x --format ", "json", "table")]
    [InlineData("completion ", "bash", "fish", "pwsh", "zsh")]
    [InlineData(
        "schema ", "bench-compare", "bench-table", "calibration", "compare", "contamination", "factuality", "judges-evaluate", "leaderboard", "lm-score", "overlap", "plan",
        "ratings", "results", "watermark")]
    public async Task Words_that_can_stand_at_the_end_of_a_line_are_suggested(string line, params string[] words)
    {
        CommandRun run = await CommandRun.Of($"[suggest:{line.Length}]", line);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Equal(words, run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("leaderboard ")]
    [InlineData("leaderboard sam")]
    [InlineData("leaderboard a --output ")]
    [InlineData("leaderboard a --output x")]
    [InlineData("compare a --models ")]
    public async Task Where_a_path_or_a_name_is_wanted_nothing_is_suggested(string line)
    {
        CommandRun run = await CommandRun.Of($"[suggest:{line.Length}]", line);
        Assert.Equal(new CommandRun(ExitCode.Done, "", ""), run);
    }

    [Theory]
    [InlineData("[suggest:2]")]
    [InlineData("[suggest:02]")]
    public async Task What_follows_the_cursor_does_not_count(string directive)
    {
        CommandRun run = await CommandRun.Of(directive, "le --format json");
        Assert.Equal("leaderboard\n", run.Out);
    }

    [Theory]
    [InlineData("[suggest]")]
    [InlineData("[suggest:x]")]
    [InlineData("[suggest:999]")]
    public async Task A_position_that_is_none_is_the_end_of_the_line(string directive)
    {
        CommandRun run = await CommandRun.Of(directive, "leader");
        Assert.Equal("leaderboard\n", run.Out);
    }
}
