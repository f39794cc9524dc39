using System.Globalization;
using Assay.Core.Watermarks;
using Assay.Reporting.Formatting;
using Spectre.Console;

namespace Assay.Reporting.Tables;

/// <summary>What a test for a watermark found, for people.</summary>
public static class WatermarkTable
{
    /// <summary>Writes the finding, as wide as the console allows.</summary>
    public static void Write(WatermarkEvidence evidence, IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(console);
        WatermarkTest test = evidence.Test;
        string how = test.Gap is { } gap
            ? string.Create(CultureInfo.InvariantCulture, $"edit alignment, gap {gap:0.####}")
            : "plain alignment";
        console.Write(new Text(string.Create(CultureInfo.InvariantCulture, $"p = {evidence.PValue:0.####}") + "\n", new Style(decoration: Decoration.Bold)));
        console.Write(new Text(string.Create(CultureInfo.InvariantCulture,
            $"{Scheme(test.Key.Scheme)}, key length {test.Key.Length}, {how} of blocks of {evidence.Block}; {evidence.Tokens} tokens, {evidence.DifferentTokens} different; {test.Resamples} random keys\n"),
            new Style(decoration: Decoration.Dim)));
        console.WriteLine();
        console.Write(new Text(Words(evidence) + "\n"));
        NotesBlock.Write(console, [.. Notes(evidence).Select(static note => new NoteGroup(note, [], null))]);
    }

    private static string Words(WatermarkEvidence evidence) => string.Create(CultureInfo.InvariantCulture,
        $"A text that does not depend on the key aligns with it this well with a probability of {evidence.PValue:0.####}.");

    private static IEnumerable<string> Notes(WatermarkEvidence evidence)
    {
        if (evidence.Tokens > evidence.Test.Key.Length)
            yield return "The text is longer than the key, which then repeats: the p-value stays valid, but a marked text is no longer distributed as an unmarked one.";
        if (evidence.PValue <= 1.0 / (evidence.Test.Resamples + 1))
            yield return "No random key aligned as well; more --resamples would tell how small the p-value is.";
    }

    private static string Scheme(WatermarkScheme scheme) => scheme == WatermarkScheme.ExponentialMinimum ? "exponential minimum" : "inverse transform";
}
