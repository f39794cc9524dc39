using System.Text;
using Assay.Core.Errors;
using Assay.Core.Preferences;
using Assay.Storage.Annotations;

namespace Assay.Storage.Tests.Annotations;

/// <summary>Rows read from bytes, with the texts their numbers stand for.</summary>
internal sealed class ReadRows
{
    private readonly AnnotationVocabulary _vocabulary = new();

    private ReadRows(Stream stream, string name, int windowSize) =>
        Rows = new AnnotationFileReader(_vocabulary, windowSize).Read(stream, name, CancellationToken.None);

    public IReadOnlyList<AnnotationRow> Rows { get; }

    public IReadOnlyList<string> Instructions => [.. Rows.Select(row => _vocabulary.Instructions.ToList()[row.Instruction])];

    public IReadOnlyList<string?> Datasets => [.. Rows.Select(row => row.Dataset < 0 ? null : _vocabulary.Datasets.ToList()[row.Dataset])];

    public IReadOnlyList<string?> Annotators => [.. Rows.Select(row => row.Annotator < 0 ? null : _vocabulary.Annotators.ToList()[row.Annotator])];

    public IReadOnlyList<string> Generators1 => [.. Rows.Select(row => _vocabulary.Generators.ToList()[row.Generator1])];

    public IReadOnlyList<string> Generators2 => [.. Rows.Select(row => _vocabulary.Generators.ToList()[row.Generator2])];

    public static ReadRows From(string json, string name = "annotations.json") => From(Encoding.UTF8.GetBytes(json), name);

    public static ReadRows From(byte[] bytes, string name = "annotations.json", int windowSize = 1 << 10) => From(new MemoryStream(bytes), name, windowSize);

    public static ReadRows From(Stream stream, string name, int windowSize) => new(stream, name, windowSize);

    public static string ErrorOf(string json, string name = "annotations.json") => ErrorOf(Encoding.UTF8.GetBytes(json), name);

    public static string ErrorOf(byte[] bytes, string name = "annotations.json") =>
        Assert.Throws<InputException>(() => From(bytes, name)).Message;

    /// <summary>A row of JSON with the given raw values; null leaves a field out.</summary>
    public static string Row(
        string? instruction = "\"i\"", string? output1 = "\"a\"", string? output2 = "\"b\"", string? generator1 = "\"base\"", string? generator2 = "\"model\"",
        string? preference = "1.25", string? dataset = null, string? annotator = null)
    {
        (string Name, string? Value)[] fields =
        [
            ("instruction", instruction), ("output_1", output1), ("output_2", output2), ("generator_1", generator1), ("generator_2", generator2),
            ("preference", preference), ("dataset", dataset), ("annotator", annotator),
        ];
        return "{" + string.Join(", ", fields.Where(field => field.Value is not null).Select(field => $"\"{field.Name}\": {field.Value}")) + "}";
    }
}
