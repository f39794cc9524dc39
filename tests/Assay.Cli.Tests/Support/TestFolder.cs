using System.Text.Json;

namespace Assay.Cli.Tests.Support;

/// <summary>A folder of files that a test writes, removed with all it holds.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("assay-cli-");

    public string Path => _folder.FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    /// <summary>Writes judgements of one model on instructions 1, 2, 3, ...; preferences in [1, 2] as AlpacaEval writes them.</summary>
    public string WriteAnnotations(string model, IEnumerable<double> preferences, string baseline = "reference")
    {
        IEnumerable<string> rows = preferences.Select((preference, i) => Row(model, $"instruction {i + 1}", preference, baseline, i));
        return Write($"{model}.jsonl", string.Concat(rows.Select(row => row + "\n")));
    }

    /// <summary>Three models of 40 judgements each: strong wins most, weak loses most.</summary>
    public void WriteThreeModels()
    {
        WriteAnnotations("strong", Enumerable.Range(0, 40).Select(i => i % 4 == 0 ? 1.1 : 1.9));
        WriteAnnotations("middle", Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? 1.2 : 1.8));
        WriteAnnotations("weak", Enumerable.Range(0, 40).Select(i => i % 5 == 0 ? 1.85 : 1.15));
    }

    public static string Row(string model, string instruction, double preference, string baseline = "reference", int length = 0) => JsonSerializer.Serialize(new
    {
        instruction,
        output_1 = "an answer of the baseline",
        generator_1 = baseline,
        output_2 = $"{model}: {new string('x', 5 + (length * 7 % 23))}",
        generator_2 = model,
        dataset = "test",
        annotator = "judge",
        preference,
    });

    public void Dispose() => _folder.Delete(recursive: true);
}
