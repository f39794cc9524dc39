using System.Globalization;
using Assay.Core.LanguageModels;
using Assay.Reporting.Formatting;
using Spectre.Console;

namespace Assay.Reporting.Tables;

/// <summary>Perplexities for people.</summary>
public static class TextScoresTable
{
    private const int Always = int.MaxValue;

    /// <summary>One row per file, and one for all where there are several.</summary>
    public static void Write(TextScores scores, IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(console);
        ScoredFile[] rows = scores.Files.Count > 1 ? [.. scores.Files, new ScoredFile("all", scores.Total)] : [.. scores.Files];
        FittedTable<ScoredFile>.Write(console, rows,
        [
            Column(Always, "Text", static file => DisplayText.Clean(file.Name)) with { IsName = true },
            Column(1, "Tokens", static file => file.Likelihood.Tokens.ToString(CultureInfo.InvariantCulture)),
            Column(0, "Log-probability", static file => Figures.Number(file.Likelihood.LogProbability)),
            Column(Always, "Perplexity", static file => Figures.Number(file.Likelihood.Perplexity)),
            Column(Always, "Bits per byte", static file => file.Likelihood.BitsPerByte?.ToString("0.0000", CultureInfo.InvariantCulture) ?? Figures.Unknown),
        ]);
    }

    private static TableColumn<ScoredFile> Column(int keep, string header, Func<ScoredFile, string> cell) =>
        new(new ColumnForm<ScoredFile>(keep, header, cell));
}
