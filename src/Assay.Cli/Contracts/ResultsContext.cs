using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assay.Cli.Contracts;

/// <summary>The generated shape of <c>results.json</c>: it is written with it, and its schema comes from it.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, NewLine = "\n", RespectNullableAnnotations = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ResultsContract))]
internal sealed partial class ResultsContext : JsonSerializerContext
{
    /// <summary>Text that people can read too: letters of every script and apostrophes stand as they are; control characters are escaped.</summary>
    // Made when first asked for: the order in which the two halves of this class set their static fields is not defined.
    internal static ResultsContext Readable => field ??= new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = null,
    });
}
