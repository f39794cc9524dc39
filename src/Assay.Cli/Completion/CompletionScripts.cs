namespace Assay.Cli.Completion;

/// <summary>The completion scripts: files of this folder, embedded. Each asks the command itself: see <see cref="SuggestAction"/>.</summary>
internal static class CompletionScripts
{
    /// <summary>The shells there are scripts for.</summary>
    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish", "pwsh"];

    /// <summary>The script of one of <see cref="Shells"/>.</summary>
    public static string Read(string shell)
    {
        using Stream script = typeof(CompletionScripts).Assembly.GetManifestResourceStream($"completion.{shell}")
            ?? throw new ArgumentOutOfRangeException(nameof(shell), shell, "There is no script for this shell.");
        using StreamReader reader = new(script);
        return reader.ReadToEnd();
    }
}
