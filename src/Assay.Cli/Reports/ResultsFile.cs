using System.Text.Encodings.Web;
using System.Text.Json;
using Assay.Core.Judging;
using Assay.Evaluation.Summaries;
using Assay.Statistics.Estimation;
using Assay.Storage.Files;

namespace Assay.Cli.Reports;

/// <summary>Writes <c>results.json</c> of a judging run: rates in percent, amounts in US dollars, null where something is unknown.</summary>
internal static class ResultsFile
{
    private const int SchemaVersion = 1;

    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the file, whole or not at all.</summary>
    public static void Write(string path, JudgeRunSummary summary, string judge) => WholeFile.Write(path, stream =>
    {
        using Utf8JsonWriter json = new(stream, Form);
        json.WriteStartObject();
        json.WriteNumber("schema_version", SchemaVersion);
        json.WriteString("judge", judge);
        json.WriteNumber("confidence", summary.Confidence);
        json.WriteStartArray("candidates");
        foreach (CandidateSummary candidate in summary.Candidates) Write(json, candidate);
        json.WriteEndArray();
        json.WriteStartObject("calls");
        json.WriteNumber("sent", summary.Spending.Sent);
        json.WriteNumber("from_store", summary.Spending.FromStore);
        json.WriteNumber("failed", summary.Spending.Failed);
        Write(json, "input_tokens", summary.Spending.Tokens.Input);
        Write(json, "output_tokens", summary.Spending.Tokens.Output);
        if (summary.Spending.Cost is { } cost) json.WriteNumber("cost_usd", cost);
        else json.WriteNull("cost_usd");
        json.WriteNumber("known_cost_usd", summary.Spending.KnownCost);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, CandidateSummary candidate)
    {
        json.WriteStartObject();
        json.WriteString("candidate", candidate.Candidate);
        json.WriteString("baseline", candidate.Baseline);
        Write(json, "win_rate", candidate.WinRate);
        json.WriteStartObject("outcomes");
        json.WriteNumber("judged", candidate.Outcomes.Judged);
        json.WriteNumber("tie", candidate.Outcomes.Ties);
        json.WriteNumber("unparsed", candidate.Outcomes.Unparsed);
        json.WriteNumber("refused", candidate.Outcomes.Refused);
        json.WriteNumber("failed", candidate.Outcomes.Failed);
        json.WriteNumber("skipped", candidate.Outcomes.Skipped);
        json.WriteEndObject();
        json.WritePropertyName("win_rate_if_missing");
        if (candidate.MissingRange is { } range) WriteEnds(json, range.Lowest, range.Highest);
        else json.WriteNullValue();
        Write(json, "flips", candidate.OrderEffects?.Flips);
        Write(json, "first_place", candidate.OrderEffects?.FirstPlace);
        json.WriteStartObject("notes");
        foreach ((ItemNote note, int items) in candidate.Notes) json.WriteNumber(JsonNamingPolicy.SnakeCaseLower.ConvertName(note.ToString()), items);
        json.WriteEndObject();
        json.WriteBoolean("constant_output", candidate.HasConstantOutput);
        json.WriteNumber("nearly_same_output", candidate.NearlySameOutputs);
        json.WriteStartArray("remarks");
        foreach (string remark in candidate.Remarks) json.WriteStringValue(remark);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Estimate? rate)
    {
        if (rate is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteNumber("value", 100 * rate.Value);
        if (rate.StandardError is { } error) json.WriteNumber("standard_error", 100 * error);
        else json.WriteNull("standard_error");
        json.WritePropertyName("interval");
        if (rate.Interval is { } interval) WriteEnds(json, interval.Lower, interval.Upper);
        else json.WriteNullValue();
        json.WriteNumber("n", rate.Count);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, long? count)
    {
        if (count is { } known) json.WriteNumber(name, known);
        else json.WriteNull(name);
    }

    private static void WriteEnds(Utf8JsonWriter json, double lower, double upper)
    {
        json.WriteStartArray();
        json.WriteNumberValue(100 * lower);
        json.WriteNumberValue(100 * upper);
        json.WriteEndArray();
    }
}
