using System.CommandLine;
using Assay.Cli.Completion;
using Assay.Cli.Options;
using Assay.Cli.Terminal;

namespace Assay.Cli.Verbs;

/// <summary><c>assay completion</c>: a script that teaches a shell to complete the command.</summary>
internal static class CompletionVerb
{
    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal)
    {
        Argument<string> shell = OptionFactory.ChoiceArgument("SHELL", "The shell: bash, zsh, fish or pwsh.", CompletionScripts.Shells);
        VerbCommand command = new("completion", "Prints a script that completes assay in a shell.")
        {
            Details = "The script asks the command itself, so it stays right when the command changes. Paths are completed as the shell always does.",
            Examples =
            [
                new Example("bash, in ~/.bashrc", "source <(assay completion bash)"),
                new Example("zsh, in ~/.zshrc after compinit", "source <(assay completion zsh)"),
                new Example("fish", "assay completion fish > ~/.config/fish/completions/assay.fish"),
                new Example("PowerShell, in $PROFILE", "assay completion pwsh | Out-String | Invoke-Expression"),
            ],
        };
        command.Arguments.Add(shell);
        command.SetAction(parse =>
        {
            terminal.Out.Write(CompletionScripts.Read(parse.GetRequiredValue(shell)));
            return ExitCode.Done;
        });
        return command;
    }
}
