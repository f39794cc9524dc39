using System.Globalization;
using Assay.Core.JudgeEvaluations;
using Assay.Reporting.Contracts;
using Assay.Reporting.Formatting;
using Assay.Statistics.Estimation;
using CsvHelper;

namespace Assay.Reporting.Documents;

/// <summary>
/// An evaluation of judges as CSV (RFC 4180, lines ended by a line feed): one row per figure, with the names and units of the JSON contract, numbers with all
/// their digits, empty for the unknown, and texts that no spreadsheet takes for a formula.
/// </summary>
public static class JudgeEvaluationCsv
{
    /// <summary>A header and one row per figure; confusion tables follow as figures <c>confusion.JUDGE.PEOPLE</c>, in pairs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or infinite.</exception>
    public static string Render(JudgeEvaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        StringWriter text = new(CultureInfo.InvariantCulture);
        using (CsvWriter csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true))
        {
            csv.WriteRecord(["annotator", "other_annotator", "figure", "value", "standard_error", "lower", "upper", "n", "absent", "confidence", "seed"]);
            string[] shared = [CsvCells.Number(evaluation.Confidence), evaluation.Seed.ToString(CultureInfo.InvariantCulture)];
            foreach (EvaluationFigure figure in EvaluationFigures.Of(evaluation)) csv.WriteRecord([.. Cells(figure), .. shared]);
            foreach (AnnotatorFigures judge in evaluation.Judges)
            {
                foreach (string[] cells in Confusion(judge)) csv.WriteRecord([.. cells, .. shared]);
            }
        }
        return text.ToString();
    }

    private static string[] Cells(EvaluationFigure figure)
    {
        double unit = figure.IsShare ? 100 : 1;
        Estimate? estimate = figure.Figure.Estimate;
        return
        [
            CsvCells.Text(figure.Annotator), CsvCells.Text(figure.Other), figure.Name, Number(estimate?.Value), Number(estimate?.StandardError),
            Number(estimate?.Interval?.Lower), Number(estimate?.Interval?.Upper), CsvCells.Number(estimate?.Count), CsvCells.Text(figure.Figure.Absent),
        ];

        string Number(double? value) => CsvCells.Number(unit * ContractUnits.Finite(value));
    }

    private static IEnumerable<string[]> Confusion(AnnotatorFigures judge)
    {
        if (judge.Classification is not { } figures) yield break;
        for (int row = 0; row < figures.Table.Rows; row++)
        {
            for (int column = 0; column < figures.Table.Labels; column++)
            {
                string name = $"confusion.{EvaluationWords.Verdicts[row]}.{EvaluationWords.Verdicts[column]}";
                string pairs = CsvCells.Number(Math.Round(figures.Table[row, column], 9));
                yield return [CsvCells.Text(judge.Name), "", name, pairs, "", "", "", CsvCells.Number(judge.Pairs), ""];
            }
        }
    }
}
