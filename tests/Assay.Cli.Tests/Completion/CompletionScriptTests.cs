using Assay.Cli.Completion;
using Assay.Cli.Tests.Support;

namespace Assay.Cli.Tests.Completion;

public sealed class CompletionScriptTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("bash", "complete -o default -F _assay_complete assay")]
    [InlineData("zsh", "compdef _assay assay")]
    [InlineData("fish", "complete -c assay -f -a '(__assay_complete)'")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName assay")]
    public async Task A_script_registers_itself_for_the_command_and_asks_it(string shell, string registration)
    {
        CommandRun run = await CommandRun.Of("completion", shell);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Contains(registration, run.Out, StringComparison.Ordinal);
        Assert.Contains("[suggest:", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public void A_script_has_lf_line_ends_and_ends_in_one(string shell)
    {
        string script = CompletionScripts.Read(shell);
        Assert.DoesNotContain('\r', script);
        Assert.EndsWith("\n", script, StringComparison.Ordinal);
    }

    [UnixFact("bash")]
    public async Task Bash_completes_a_verb() => Assert.Equal(["leaderboard"], await InBash("assay le", "assay", "le"));

    [UnixFact("bash")]
    public async Task Bash_completes_an_option() => Assert.Equal(["--method"], await InBash("assay leaderboard x --me", "assay", "leaderboard", "x", "--me"));

    [UnixFact("bash")]
    public async Task Bash_completes_a_value() => Assert.Equal(["csv", "json", "markdown", "table"], await InBash("assay leaderboard x --format ", "assay", "leaderboard", "x", "--format", ""));

    [UnixFact("bash")]
    public async Task Bash_completes_what_follows_an_equals_sign() =>
        Assert.Equal(["json"], await InBash("assay leaderboard --format=j", "assay", "leaderboard", "--format", "=", "j"));

    [UnixFact("bash")]
    public async Task Bash_completes_right_after_an_equals_sign() =>
        Assert.Equal(["bradley-terry", "win-rate"], await InBash("assay leaderboard --method=", "assay", "leaderboard", "--method", "="));

    [UnixFact("bash")]
    public async Task Bash_leaves_paths_to_itself() => Assert.Empty(await InBash("assay leaderboard sam", "assay", "leaderboard", "sam"));

    [UnixFact("bash")]
    public async Task Bash_runs_the_command_as_it_was_typed()
    {
        string typed = Path.Combine(AssayProcess.Folder, "assay");
        Assert.Equal(["schema"], await InBash($"{typed} sch", typed, "sch"));
    }

    [UnixFact("bash")]
    public async Task Bash_is_told_to_complete_file_names_where_the_command_has_no_word()
    {
        string script = _folder.Write("assay.bash", CompletionScripts.Read("bash"));
        Assert.Contains("-o default", await AssayProcess.RunOther("bash", "--norc", "-c", $"source '{script}'; complete -p assay"), StringComparison.Ordinal);
    }

    [UnixFact("zsh")]
    public async Task Zsh_reads_the_script() => await AssayProcess.RunOther("zsh", "-n", _folder.Write("_assay", CompletionScripts.Read("zsh")));

    [UnixFact("fish")]
    public async Task Fish_completes_a_value()
    {
        string script = _folder.Write("assay.fish", CompletionScripts.Read("fish"));
        string output = await AssayProcess.RunOther(
            "fish", "--no-config", "-c", $"set -x PATH '{AssayProcess.Folder}' $PATH; source '{script}'; complete -C 'assay leaderboard x --format j'");
        Assert.Equal("json\n", output);
    }

    [UnixFact("pwsh")]
    public async Task Pwsh_completes_a_value()
    {
        string script = _folder.Write("assay.ps1", CompletionScripts.Read("pwsh"));
        string output = await AssayProcess.RunOther(
            "pwsh", "-NoProfile", "-Command",
            $"$env:PATH = '{AssayProcess.Folder}:' + $env:PATH; . '{script}'; (TabExpansion2 'assay leaderboard x --format j').CompletionMatches.CompletionText");
        Assert.Equal("json\n", output);
    }

    // Does what bash does at the Tab key: the line up to the cursor, its words, the index of the last one; then the function.
    private async Task<string[]> InBash(string line, params string[] words)
    {
        string script = _folder.Write("assay.bash", CompletionScripts.Read("bash"));
        string array = string.Join(' ', words.Select(word => $"'{word}'"));
        string output = await AssayProcess.RunOther(
            "bash", "--norc", "-c",
            $$"""
            PATH='{{AssayProcess.Folder}}':$PATH
            source '{{script}}'
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}} COMP_WORDS=({{array}}) COMP_CWORD={{words.Length - 1}}
            _assay_complete '{{words[0]}}' '{{words[^1]}}' ''
            printf '%s\n' "${COMPREPLY[@]}"
            """);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
