using Assay.Core.People;
using Assay.Statistics.Estimation;

namespace Assay.Core.JudgeEvaluations;

/// <summary>Figures over an annotator's rows: parsed, price, duration, flips.</summary>
internal static class RowFigures
{
    private const double Thousand = 1000;

    public static Figure Parsed(IReadOnlyList<AnnotatorVerdict> rows, double confidence) => Figure.Of(
        ProportionEstimate.Of(rows.Count(static row => row.IsParsed), rows.Count, confidence), "the annotator has no row on a pair that people judged");

    public static Figure Flips(IReadOnlyList<AnnotatorVerdict> rows, double confidence) => Figure.Of(
        ProportionEstimate.Of(rows.Count(static row => row.Flips == true), rows.Count(static row => row.Flips is not null), confidence),
        "no row holds the verdicts of both orders");

    public static Figure PricePerThousand(IReadOnlyList<AnnotatorVerdict> rows, RunCost? run, double confidence) => PerThousand(
        rows.Select(static row => row.Price), run?.Price, run?.Items, confidence, "the files say no price, and the run's calls none either");

    public static Figure SecondsPerThousand(IReadOnlyList<AnnotatorVerdict> rows, RunCost? run, double confidence) => PerThousand(
        rows.Select(static row => row.Seconds), run?.Seconds, run?.Items, confidence, "the files say no duration, and there is no run beside them");

    private static Figure PerThousand(IEnumerable<double> amounts, double? total, int? items, double confidence, string absent)
    {
        Figure ofRows = MeanFigures.Mean(amounts.Select(static amount => Thousand * amount), confidence, absent, 0, double.MaxValue);
        if (ofRows.Estimate is not null || total is not double sum || items is not (int count and > 0)) return ofRows;
        // The total says nothing of the spread.
        return Figure.Of(new Estimate(Thousand * sum / count, null, null, count), absent);
    }
}
