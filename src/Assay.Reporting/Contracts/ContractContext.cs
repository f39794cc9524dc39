using System.Text.Json.Serialization;

namespace Assay.Reporting.Contracts;

/// <summary>The generated serializer of the contracts; nothing is found by reflection while a report is written.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    RespectNullableAnnotations = true,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(IntervalConverter<int>), typeof(IntervalConverter<double>)])]
[JsonSerializable(typeof(LeaderboardContract))]
[JsonSerializable(typeof(ComparisonContract))]
internal sealed partial class ContractContext : JsonSerializerContext;
