using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assay.Reporting.Contracts;

/// <summary>The generated shape of the contracts: their schemas come from it, and programs of ours read them with it.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    RespectNullableAnnotations = true,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(IntervalConverter<int>), typeof(IntervalConverter<double>)])]
[JsonSerializable(typeof(LeaderboardContract))]
[JsonSerializable(typeof(ComparisonContract))]
[JsonSerializable(typeof(RatingContract))]
[JsonSerializable(typeof(BenchmarkContract))]
[JsonSerializable(typeof(BenchmarkComparisonContract))]
[JsonSerializable(typeof(CalibrationContract))]
[JsonSerializable(typeof(FactualityContract))]
[JsonSerializable(typeof(TextScoresContract))]
[JsonSerializable(typeof(WatermarkContract))]
[JsonSerializable(typeof(ContaminationContract))]
[JsonSerializable(typeof(OverlapContract))]
[JsonSerializable(typeof(JudgeEvaluationContract))]
[JsonSerializable(typeof(PlanContract))]
internal sealed partial class ContractContext : JsonSerializerContext
{
    /// <summary>Text that people can read too: letters of every script and apostrophes stand as they are; control characters are escaped.</summary>
    // Made when first asked for: the order in which the two halves of this class set their static fields is not defined.
    internal static ContractContext Readable => field ??= new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = null,
    });
}
