using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Assay.Core.Audits.Calibration;
using Assay.Core.Audits.Contamination;
using Assay.Core.Audits.Factuality;
using Assay.Core.Audits.Overlap;
using Assay.Core.Comparisons;
using Assay.Core.Errors;
using Assay.Core.JudgeEvaluations;
using Assay.Core.LanguageModels;
using Assay.Core.Leaderboards;
using Assay.Core.Planning;
using Assay.Core.Ratings;
using Assay.Core.Scenarios;
using Assay.Core.Watermarks;

namespace Assay.Reporting.Contracts;

/// <summary>
/// The JSON that other programs read: names and order fixed by <see cref="ContractSchemas"/>, percent from 0 to 100, null for the unknown,
/// indented, UTF-8 without a byte order mark, lines ended by a line feed, the last one too.
/// </summary>
public static class ContractJson
{
    private static readonly SearchValues<char> DirectionMarks = SearchValues.Create("\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>The leaderboard as JSON text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or infinite.</exception>
    public static string Render(Leaderboard leaderboard)
    {
        ArgumentNullException.ThrowIfNull(leaderboard);
        return Finish(ContractWriter.Write(leaderboard.ToContract()));
    }

    /// <summary>The comparison as JSON text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or infinite.</exception>
    public static string Render(ModelComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return Finish(ContractWriter.Write(comparison.ToContract()));
    }

    /// <summary>The plan as JSON text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or infinite.</exception>
    public static string Render(EvaluationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Finish(JsonSerializer.Serialize(plan.ToContract(), ContractContext.Readable.PlanContract));
    }

    /// <summary>The evaluation of judges as JSON text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or infinite.</exception>
    public static string Render(JudgeEvaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return Finish(JudgeEvaluationWriter.Write(evaluation.ToContract()));
    }

    /// <summary>The comparison of ratings as JSON text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or infinite.</exception>
    public static string Render(RatingComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return Finish(JsonSerializer.Serialize(comparison.ToContract(), ContractContext.Readable.RatingContract));
    }

    /// <summary>The benchmark table as JSON text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or infinite.</exception>
    public static string Render(BenchmarkTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Finish(JsonSerializer.Serialize(table.ToContract(), ContractContext.Readable.BenchmarkContract));
    }

    /// <summary>The comparison of two models on benchmarks as JSON text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or infinite.</exception>
    public static string Render(BenchmarkComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return Finish(JsonSerializer.Serialize(BenchmarkComparisonContract.Of(comparison), ContractContext.Readable.BenchmarkComparisonContract));
    }

    /// <summary>The audit of calibration as JSON text.</summary>
    /// <exception cref="ArgumentException">A number is NaN or infinite.</exception>
    public static string Render(CalibrationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Finish(JsonSerializer.Serialize(report.ToContract(), ContractContext.Readable.CalibrationContract));
    }

    /// <summary>The report of conformal factuality as JSON text.</summary>
    /// <exception cref="ArgumentException">A number is NaN or infinite.</exception>
    public static string Render(FactualityReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Finish(JsonSerializer.Serialize(report.ToContract(), ContractContext.Readable.FactualityContract));
    }

    /// <summary>Perplexities as JSON text.</summary>
    /// <exception cref="ArgumentException">A number is NaN or infinite.</exception>
    public static string Render(TextScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return Finish(JsonSerializer.Serialize(TextScoresContract.Of(scores), ContractContext.Readable.TextScoresContract));
    }

    /// <summary>What a test for a watermark found, as JSON text.</summary>
    /// <exception cref="ArgumentException">A number is NaN or infinite.</exception>
    public static string Render(WatermarkEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return Finish(JsonSerializer.Serialize(WatermarkContract.Of(evidence), ContractContext.Readable.WatermarkContract));
    }

    /// <summary>An audit for contamination as JSON text.</summary>
    /// <exception cref="ArgumentException">A number is NaN or infinite.</exception>
    public static string Render(ContaminationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Finish(JsonSerializer.Serialize(ContaminationContract.Of(report), ContractContext.Readable.ContaminationContract));
    }

    /// <summary>An audit for overlap as JSON text.</summary>
    public static string Render(OverlapReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Finish(JsonSerializer.Serialize(OverlapContract.Of(report), ContractContext.Readable.OverlapContract));
    }

    /// <summary>The threshold of a report that <see cref="Render(FactualityReport)"/> wrote.</summary>
    /// <param name="json">The report.</param>
    /// <param name="file">Its name, for errors.</param>
    /// <exception cref="InputException">It is no such report, or of a newer version.</exception>
    public static FactualityThreshold ReadThreshold(string json, string file)
    {
        try
        {
            FactualityContract? contract = JsonSerializer.Deserialize(json, ContractContext.Readable.FactualityContract);
            if (contract is { SchemaVersion: FactualityContract.Version })
                return new FactualityThreshold(contract.Score, contract.Threshold, contract.Alpha, contract.AcceptableShare);
        }
        catch (JsonException error)
        {
            throw new InputException($"{file} is no report of 'assay audit factuality --format json', from which a threshold is read; name one.", error);
        }
        throw new InputException($"{file} is a report of another version than {FactualityContract.Version}; calibrate again with this version of assay.");
    }

    // The relaxed encoder leaves the marks that turn the reading direction. They occur inside strings only, where an escape means the same.
    private static string Finish(string json)
    {
        if (!json.AsSpan().ContainsAny(DirectionMarks)) return json + "\n";
        StringBuilder escaped = new(json.Length + 64);
        foreach (char c in json)
        {
            if (DirectionMarks.Contains(c)) escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else escaped.Append(c);
        }
        return escaped.Append('\n').ToString();
    }
}
