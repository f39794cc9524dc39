using System.Globalization;
using System.Text;
using System.Text.Json;
using Assay.Statistics.Resampling;

namespace Assay.PerformanceTests.Judging;

/// <summary>Outputs of a candidate and of a baseline to so many instructions, in AlpacaEval's <c>model_outputs</c> form; written as a stream.</summary>
internal static class GeneratedOutputs
{
    private const ulong Seed = 20261120;
    private const int InstructionShare = 10;

    private static readonly string[] Words =
    [
        "the", "of", "garden", "because", "measure", "window", "a", "in", "which", "river", "stone", "seven", "between", "light", "question", "is", "and",
        "slowly", "reason", "house", "answer", "to", "number", "we", "write", "paper", "often", "each", "from", "sum", "work", "it", "there", "have",
    ];

    /// <summary>Writes <c>candidate.json</c> and <c>baseline.json</c>.</summary>
    /// <param name="folder">Where; made where it is not there.</param>
    /// <param name="items">Instructions.</param>
    /// <param name="bytes">Bytes of an item on average: a tenth of them its instruction, the rest its two outputs.</param>
    public static void Write(string folder, int items, int bytes)
    {
        Directory.CreateDirectory(folder);
        int instruction = bytes / InstructionShare;
        int output = (bytes - instruction) / 2;
        WriteFile(Path.Combine(folder, "candidate.json"), "candidate", 1, items, instruction, output);
        WriteFile(Path.Combine(folder, "baseline.json"), "baseline", 2, items, instruction, output);
    }

    private static void WriteFile(string path, string generator, ulong stream, int items, int instructionBytes, int outputBytes)
    {
        using FileStream file = File.Create(path);
        RandomStream instructions = new(Seed, 0);
        RandomStream outputs = new(Seed, stream);
        using Utf8JsonWriter json = new(file);
        json.WriteStartArray();
        for (int i = 0; i < items; i++)
        {
            json.WriteStartObject();
            json.WriteString("instruction", Text(instructions, instructionBytes, i.ToString("D7 ", CultureInfo.InvariantCulture)));
            json.WriteString("output", Text(outputs, outputBytes * (90 + outputs.NextInt(21)) / 100, ""));
            json.WriteString("generator", generator);
            json.WriteEndObject();
            if (json.BytesPending > 1 << 16) json.Flush();
        }
        json.WriteEndArray();
    }

    private static string Text(RandomStream random, int length, string start)
    {
        StringBuilder text = new(start, length + 16);
        while (text.Length < length) text.Append(Words[random.NextInt(Words.Length)]).Append(' ');
        return text.ToString(0, length);
    }
}
