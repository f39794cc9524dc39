using System.Text.Json;

namespace Assay.Reporting.Contracts;

/// <summary>Writes the contract of an evaluation of judges field by field, in the order of its schema; tests hold the two together.</summary>
internal static class JudgeEvaluationWriter
{
    /// <summary>The evaluation as JSON text.</summary>
    public static string Write(JudgeEvaluationContract evaluation) => ContractWriter.Text(json =>
    {
        json.WriteNumber("schema_version", evaluation.SchemaVersion);
        json.WriteNumber("confidence", evaluation.Confidence);
        json.WriteNumber("seed", evaluation.Seed);
        json.WriteNumber("replicates", evaluation.Replicates);
        json.WriteNumber("n_pairs", evaluation.NPairs);
        json.WriteStartObject("peoples_mode");
        json.WriteNumber("output_1", evaluation.PeoplesMode.Output1);
        json.WriteNumber("output_2", evaluation.PeoplesMode.Output2);
        json.WriteNumber("tie", evaluation.PeoplesMode.Tie);
        json.WriteEndObject();
        WriteArray(json, "annotators", evaluation.Annotators, WriteAnnotator);
        WriteArray(json, "persons", evaluation.Persons, static (json, person) =>
        {
            json.WriteString("name", person.Name);
            json.WriteNumber("n_rows", person.NRows);
            json.WriteNumber("n_parsed", person.NParsed);
            WriteFigure(json, "leave_one_out", person.LeaveOneOut);
        });
        WriteFigure(json, "mean_of_persons", evaluation.MeanOfPersons);
        WriteFigure(json, "fleiss_kappa", evaluation.FleissKappa);
        WriteFigure(json, "nominal_alpha", evaluation.NominalAlpha);
        WriteFigure(json, "ordinal_alpha", evaluation.OrdinalAlpha);
        WriteFigure(json, "interval_alpha", evaluation.IntervalAlpha);
        WriteArray(json, "annotator_pairs", evaluation.AnnotatorPairs, static (json, pair) =>
        {
            json.WriteString("annotator_1", pair.Annotator1);
            json.WriteString("annotator_2", pair.Annotator2);
            json.WriteNumber("n_pairs", pair.NPairs);
            WriteFigure(json, "agreement", pair.Agreement);
            WriteFigure(json, "kappa", pair.Kappa);
            WriteFigure(json, "linear_kappa", pair.LinearKappa);
        });
        ContractWriter.WriteTexts(json, "notes", evaluation.Notes);
    });

    private static void WriteAnnotator(Utf8JsonWriter json, AnnotatorContract annotator)
    {
        json.WriteString("name", annotator.Name);
        json.WriteString("kind", annotator.Kind);
        json.WriteNumber("n_pairs", annotator.NPairs);
        json.WriteNumber("n_pairs_without_people", annotator.NPairsWithoutPeople);
        json.WriteNumber("n_rows", annotator.NRows);
        WriteFigure(json, "parsed", annotator.Parsed);
        WriteArray(json, "agreement", annotator.Agreement, static (json, agreement) =>
        {
            json.WriteString("rule", agreement.Rule);
            WriteFigure(json, "against_all", agreement.AgainstAll);
            WriteFigure(json, "leave_one_out", agreement.LeaveOneOut);
            WriteFigure(json, "difference_from_people", agreement.DifferenceFromPeople);
            WriteFigure(json, "bias", agreement.Bias);
            WriteFigure(json, "variance", agreement.Variance);
        });
        WriteClassification(json, annotator.Classification);
        WriteArray(json, "likings", annotator.Likings, static (json, liking) =>
        {
            json.WriteString("feature", liking.Feature);
            WriteFigure(json, "share", liking.Share);
            WriteFigure(json, "peoples_share", liking.PeoplesShare);
            WriteFigure(json, "controlled", liking.Controlled);
            WriteFigure(json, "peoples_controlled", liking.PeoplesControlled);
        });
        WriteArray(json, "models", annotator.Models, static (json, model) =>
        {
            json.WriteString("model", model.Model);
            json.WriteNumber("judge_win_rate", model.JudgeWinRate);
            json.WriteNumber("people_win_rate", model.PeopleWinRate);
            json.WriteNumber("n_pairs", model.NPairs);
        });
        WriteFigure(json, "spearman", annotator.Spearman);
        WriteFigure(json, "pearson", annotator.Pearson);
        WriteFigure(json, "price_per_1000", annotator.PricePerThousand);
        WriteFigure(json, "seconds_per_1000", annotator.SecondsPerThousand);
        WriteFigure(json, "flips", annotator.Flips);
    }

    private static void WriteClassification(Utf8JsonWriter json, ClassificationContract? classification)
    {
        if (classification is null)
        {
            json.WriteNull("classification");
            return;
        }
        json.WriteStartObject("classification");
        WriteFigure(json, "accuracy", classification.Accuracy);
        WriteFigure(json, "parsed_accuracy", classification.ParsedAccuracy);
        WriteFigure(json, "macro_precision", classification.MacroPrecision);
        WriteFigure(json, "macro_recall", classification.MacroRecall);
        WriteFigure(json, "macro_f1", classification.MacroF1);
        WriteArray(json, "confusion", classification.Confusion, static (json, row) =>
        {
            json.WriteString("judge", row.Judge);
            json.WriteNumber("output_1", row.Output1);
            json.WriteNumber("output_2", row.Output2);
            json.WriteNumber("tie", row.Tie);
        });
        json.WriteEndObject();
    }

    private static void WriteFigure(Utf8JsonWriter json, string name, FigureContract figure)
    {
        json.WriteStartObject(name);
        ContractWriter.WriteNumber(json, "value", figure.Value);
        ContractWriter.WriteNumber(json, "standard_error", figure.StandardError);
        ContractWriter.WriteInterval(json, "interval", figure.Interval);
        json.WriteNumber("n", figure.N);
        json.WriteString("absent", figure.Absent);
        json.WriteEndObject();
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
