using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Core.Runs;
using Assay.Core.Scenarios;
using Assay.Storage.Annotations;
using Assay.Storage.Exports;
using Assay.Storage.Outputs;
using Assay.Storage.Responses;
using Assay.Storage.Runs;

namespace Assay.Storage.Json;

/// <summary>
/// The JSON of everything Assay keeps, frozen: names in snake_case, absent values left out, doubles as the shortest text that reads back to the same
/// double, every script as itself. What is unknown in a file is passed over, so that a file may gain fields without a new version.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    RespectNullableAnnotations = true,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters =
    [
        typeof(SnakeCaseEnum<Outcome>), typeof(SnakeCaseEnum<PresentationOrder>), typeof(SnakeCaseEnum<ItemNote>), typeof(SnakeCaseEnum<OrderPolicy>),
        typeof(SnakeCaseEnum<PanelRule>), typeof(SnakeCaseEnum<ControlRule>), typeof(SnakeCaseEnum<GenerationOutcome>), typeof(SnakeCaseEnum<RunKind>),
        typeof(SnakeCaseEnum<ModelKind>), typeof(SnakeCaseEnum<ModelFailure>), typeof(SnakeCaseEnum<InstanceOutcome>),
    ])]
[JsonSerializable(typeof(ResponseLine))]
[JsonSerializable(typeof(StoreFile))]
[JsonSerializable(typeof(CallLine))]
[JsonSerializable(typeof(ItemLine))]
[JsonSerializable(typeof(OutputLine))]
[JsonSerializable(typeof(InstanceLine))]
[JsonSerializable(typeof(SkippedLine))]
[JsonSerializable(typeof(EventLine))]
[JsonSerializable(typeof(SpendingLine))]
[JsonSerializable(typeof(RunFile))]
[JsonSerializable(typeof(SchemaVersionOnly))]
[JsonSerializable(typeof(AnnotationLine))]
[JsonSerializable(typeof(ModelOutputLine))]
[JsonSerializable(typeof(ExportedCall))]
internal sealed partial class StorageJson : JsonSerializerContext
{
    /// <summary>For lines: no line feed in them.</summary>
    public static StorageJson Lines => Contexts.Lines;

    /// <summary>For small files that people open.</summary>
    public static StorageJson Indented => Contexts.Indented;

    // A class of its own, because the order in which the parts of this one are initialised is not defined.
    private static class Contexts
    {
        // Read by people and programs, never put into a page: only what JSON demands is escaped.
        private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

        public static StorageJson Lines { get; } = new(new JsonSerializerOptions(Default.Options) { Encoder = Encoder });

        public static StorageJson Indented { get; } =
            new(new JsonSerializerOptions(Default.Options) { Encoder = Encoder, WriteIndented = true, NewLine = "\n" });
    }
}

/// <summary>What is read of a file before anything else: may this program read the rest?</summary>
internal sealed record SchemaVersionOnly(int SchemaVersion);
