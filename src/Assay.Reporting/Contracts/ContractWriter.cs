using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Assay.Reporting.Contracts;

/// <summary>
/// Writes the contracts field by field, in the order of their schema; tests hold the two together. The generated serializer would do it too, but compiling its
/// metadata takes longer than a leaderboard takes to compute, in a process that writes once.
/// </summary>
internal static class ContractWriter
{
    /// <summary>Text that people can read too: letters of every script and apostrophes stand as they are; control characters are escaped.</summary>
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The leaderboard, or the comparison, as JSON text.</summary>
    public static string Write(LeaderboardContract board) => Text(json =>
    {
        json.WriteNumber("schema_version", board.SchemaVersion);
        json.WriteString("baseline", board.Baseline);
        WriteTexts(json, "annotators", board.Annotators);
        json.WriteNumber("confidence", board.Confidence);
        WriteEach(json, "models", board.Models, WriteModel);
        if (board is ComparisonContract comparison) WriteEach(json, "comparisons", comparison.Comparisons, WritePair);
        json.WriteString("method", board.Method);
        json.WriteString("ranked_by", board.RankedBy);
        json.WriteNumber("seed", board.Seed);
        json.WriteNumber("n_instructions", board.NInstructions);
        WriteTexts(json, "notes", board.Notes);
    });

    private static string Text(Action<Utf8JsonWriter> fields)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Options))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteEach<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> rows, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T row in rows) write(json, row);
        json.WriteEndArray();
    }

    private static void WriteModel(Utf8JsonWriter json, ModelContract model)
    {
        json.WriteStartObject();
        json.WriteString("model", model.Model);
        json.WriteString("annotator", model.Annotator);
        json.WriteNumber("rank", model.Rank);
        WriteInterval(json, "rank_interval", model.RankInterval);
        json.WriteNumber("n", model.N);
        json.WriteNumber("n_unjudged", model.NUnjudged);
        json.WriteNumber("n_wins", model.NWins);
        json.WriteNumber("n_losses", model.NLosses);
        json.WriteNumber("n_ties", model.NTies);
        json.WriteNumber("mean_length", model.MeanLength);
        WriteRate(json, "win_rate", model.WinRate, "win_rate_standard_error", model.WinRateStandardError, "win_rate_interval", model.WinRateInterval);
        WriteRate(
            json, "length_controlled_win_rate", model.LengthControlledWinRate, "length_controlled_standard_error", model.LengthControlledStandardError,
            "length_controlled_interval", model.LengthControlledInterval);
        json.WriteString("length_control", model.LengthControl);
        WriteTexts(json, "notes", model.Notes);
        WriteNumber(json, "prediction_powered_win_rate", model.PredictionPoweredWinRate);
        WriteNumber(json, "clusters", model.Clusters);
        json.WriteString("win_rate_interval_method", model.WinRateIntervalMethod);
        json.WriteString("length_controlled_interval_method", model.LengthControlledIntervalMethod);
        WriteNumber(json, "length_coefficient", model.LengthCoefficient);
        WriteRate(json, "strength", model.Strength, "strength_standard_error", model.StrengthStandardError, "strength_interval", model.StrengthInterval);
        WriteNumber(json, "difference_to_best", model.DifferenceToBest);
        WriteInterval(json, "difference_to_best_interval", model.DifferenceToBestInterval);
        if (model.Datasets is { } datasets) WriteEach(json, "datasets", datasets, WriteDataset);
        else json.WriteNull("datasets");
        json.WriteEndObject();
    }

    private static void WriteDataset(Utf8JsonWriter json, DatasetContract dataset)
    {
        json.WriteStartObject();
        json.WriteString("dataset", dataset.Dataset);
        json.WriteNumber("n", dataset.N);
        json.WriteNumber("n_unjudged", dataset.NUnjudged);
        WriteRate(json, "win_rate", dataset.WinRate, "win_rate_standard_error", dataset.WinRateStandardError, "win_rate_interval", dataset.WinRateInterval);
        json.WriteEndObject();
    }

    private static void WritePair(Utf8JsonWriter json, PairContract pair)
    {
        json.WriteStartObject();
        json.WriteString("model_1", pair.Model1);
        json.WriteString("model_2", pair.Model2);
        json.WriteString("annotator", pair.Annotator);
        json.WriteNumber("n_shared", pair.NShared);
        json.WriteNumber("n_only_1", pair.NOnly1);
        json.WriteNumber("n_only_2", pair.NOnly2);
        json.WriteNumber("n_ahead_1", pair.NAhead1);
        json.WriteNumber("n_ahead_2", pair.NAhead2);
        json.WriteNumber("n_equal", pair.NEqual);
        WriteRate(
            json, "win_rate_difference", pair.WinRateDifference, "win_rate_difference_standard_error", pair.WinRateDifferenceStandardError,
            "win_rate_difference_interval", pair.WinRateDifferenceInterval);
        WriteNumber(json, "win_rate_p_value", pair.WinRatePValue);
        WriteNumber(json, "win_rate_holm_p_value", pair.WinRateHolmPValue);
        WriteNumber(json, "win_rate_detectable_difference", pair.WinRateDetectableDifference);
        WriteRate(
            json, "length_controlled_difference", pair.LengthControlledDifference, "length_controlled_difference_standard_error",
            pair.LengthControlledDifferenceStandardError, "length_controlled_difference_interval", pair.LengthControlledDifferenceInterval);
        WriteNumber(json, "length_controlled_p_value", pair.LengthControlledPValue);
        WriteNumber(json, "length_controlled_holm_p_value", pair.LengthControlledHolmPValue);
        WriteNumber(json, "length_controlled_detectable_difference", pair.LengthControlledDetectableDifference);
        WriteTexts(json, "notes", pair.Notes);
        json.WriteEndObject();
    }

    private static void WriteRate(
        Utf8JsonWriter json, string name, double? value, string errorName, double? error, string intervalName, Interval<double>? interval)
    {
        WriteNumber(json, name, value);
        WriteNumber(json, errorName, error);
        WriteInterval(json, intervalName, interval);
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    /// <summary>An interval stands on one line.</summary>
    private static void WriteInterval<T>(Utf8JsonWriter json, string name, Interval<T>? interval) where T : struct, INumber<T>
    {
        json.WritePropertyName(name);
        if (interval is { } ends) json.WriteRawValue(string.Create(CultureInfo.InvariantCulture, $"[{ends.Lower}, {ends.Upper}]"));
        else json.WriteNullValue();
    }
}
