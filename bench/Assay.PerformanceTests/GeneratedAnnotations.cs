using System.Text.Json;
using Assay.Core.Simulation;

namespace Assay.PerformanceTests;

/// <summary>Annotation files of a simulated world with AlpacaEval's number of instructions and short texts: one file per model.</summary>
internal static class GeneratedAnnotations
{
    private const int Instructions = 805;
    private const ulong Seed = 20240404;

    /// <summary>Writes MODEL/annotations.json for so many models.</summary>
    public static void Write(string folder, int models)
    {
        SimulatedWorld world = World();
        Parallel.For(0, models, number =>
        {
            string path = Path.Combine(folder, $"model-{number:D5}");
            Directory.CreateDirectory(path);
            using FileStream file = File.Create(Path.Combine(path, "annotations.json"));
            Write(file, world, number);
        });
    }

    /// <summary>One model's file in memory.</summary>
    public static byte[] ToArray(int number)
    {
        using MemoryStream stream = new();
        Write(stream, World(), number);
        return stream.ToArray();
    }

    /// <summary>The world behind the files.</summary>
    public static SimulatedWorld World() =>
        new(SimulatedInstructions.Draw(Instructions, new BaselineLengths(4, 0.4), Seed), new SimulatedJudge { Name = "generated_judge", LengthBias = -2 }, Seed);

    /// <summary>A model of the world: qualities from -3 to 1, some verbose, some terse.</summary>
    public static SimulatedModel Model(int number) =>
        new() { Name = $"model-{number:D5}", Quality = -3 + number * 0.618 % 4, Verbosity = -0.5 + number * 0.377 % 1 };

    private static void Write(Stream stream, SimulatedWorld world, int number)
    {
        SimulatedModel model = Model(number);
        SimulatedVerdicts verdicts = world.Verdicts(model, number);
        ReadOnlySpan<int> baselineLengths = world.Instructions.BaselineLengthsInCodePoints;
        using Utf8JsonWriter json = new(stream);
        json.WriteStartArray();
        for (int i = 0; i < Instructions; i++)
        {
            json.WriteStartObject();
            json.WriteString("instruction", SimulatedInstructions.Text(i));
            json.WriteString("output_1", Words(baselineLengths[i], i));
            json.WriteString("generator_1", SimulatedWorld.Baseline);
            json.WriteString("output_2", Words(verdicts.LengthsInCodePoints[i], i + number));
            json.WriteString("generator_2", model.Name);
            json.WriteString("annotator", world.Judge.Name);
            json.WriteString("dataset", i % 2 == 0 ? "even" : "odd");
            json.WriteNumber("preference", 1 + verdicts.Preferences[i]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>A text of so many characters that depends on a number.</summary>
    internal static string Words(int length, int number) =>
        string.Create(length, number, static (text, start) =>
        {
            for (int i = 0; i < text.Length; i++) text[i] = i % 6 == 5 ? ' ' : (char)('a' + (start * 31 + i * 7) % 26);
        });
}
