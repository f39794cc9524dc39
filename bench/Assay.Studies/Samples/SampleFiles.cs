using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using Assay.Core.LengthControl;
using Assay.Core.Simulation;
using Assay.Statistics.Resampling;

namespace Assay.Studies.Samples;

/// <summary>The files of <c>samples/</c>, as bytes that depend on nothing but the code: the same runtime gives the same bytes.</summary>
internal static class SampleFiles
{
    // Enough for any conclusion, and a third of the size.
    private const int PreferenceDigits = 4;

    private const int NumberDigits = 6;

    /// <summary>Streams of the seed from this number on write texts; the world uses those below.</summary>
    private const ulong TextStreams = 1000;

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Path below <c>samples/</c> of a model's annotations.</summary>
    public static string AnnotationsPath(string model) => Path.Combine("leaderboard", model, "annotations.json.gz");

    /// <summary>Every file, in a fixed order: path below <c>samples/</c> and content.</summary>
    public static IEnumerable<(string Path, byte[] Content)> All()
    {
        (SimulatedWorld world, IReadOnlyList<SimulatedModel> models) = SampleWorld.Create();
        string[] baselineOutputs = Outputs(world.Instructions.BaselineLengthsInCodePoints, TextStreams);
        for (int k = 0; k < models.Count; k++)
        {
            SimulatedVerdicts verdicts = world.Verdicts(models[k], k);
            string[] outputs = Outputs(verdicts.LengthsInCodePoints, TextStreams + 1 + (ulong)k);
            yield return (AnnotationsPath(models[k].Name), Gzip(Annotations(verdicts, world.Judge.Name, baselineOutputs, outputs)));
        }
        yield return ("instruction_difficulty.csv", Difficulties(world.Instructions));
        yield return ("gamed_baselines.csv", GamedBaselines(world, models.Count));
        yield return ("truth.csv", Truth(world, models));
    }

    private static string[] Outputs(ReadOnlySpan<int> lengths, ulong stream)
    {
        RandomStream random = new(SampleWorld.Seed, stream);
        string[] outputs = new string[lengths.Length];
        for (int i = 0; i < outputs.Length; i++) outputs[i] = SampleTexts.Output(lengths[i], random);
        return outputs;
    }

    /// <summary>A JSON array with a row on each line.</summary>
    private static byte[] Annotations(SimulatedVerdicts verdicts, string judge, string[] baselineOutputs, string[] outputs)
    {
        using MemoryStream file = new();
        IReadOnlyList<(string Dataset, string Instruction)> instructions = SampleTexts.Instructions();
        for (int i = 0; i < outputs.Length; i++)
        {
            file.Write(i == 0 ? "[\n"u8 : ",\n"u8);
            using Utf8JsonWriter row = new(file, Json);
            row.WriteStartObject();
            row.WriteString("instruction", instructions[i].Instruction);
            row.WriteString("output_1", baselineOutputs[i]);
            row.WriteString("generator_1", SampleWorld.Baseline);
            row.WriteString("output_2", outputs[i]);
            row.WriteString("generator_2", verdicts.Model.Name);
            row.WriteString("dataset", instructions[i].Dataset);
            row.WriteString("annotator", judge);
            row.WriteNumber("preference", Math.Round(1 + verdicts.Preferences[i], PreferenceDigits));
            row.WriteEndObject();
        }
        file.Write("\n]\n"u8);
        return file.ToArray();
    }

    private static byte[] Difficulties(SimulatedInstructions instructions)
    {
        CsvText csv = new("index", "dataset", "instruction", "instruction_difficulty");
        IReadOnlyList<(string Dataset, string Instruction)> texts = SampleTexts.Instructions();
        for (int i = 0; i < texts.Count; i++)
        {
            csv.Add(i, texts[i].Dataset, texts[i].Instruction, Math.Round(instructions.Difficulties[i], NumberDigits));
        }
        return csv.ToUtf8();
    }

    private static byte[] GamedBaselines(SimulatedWorld world, int firstNumber)
    {
        CsvText csv = new("index", "generator", "std_delta_len", "instruction_difficulty", "preference");
        IReadOnlyList<GamedBaselineRow> rows = SimulatedCalibration.GamedRows(world, firstNumber);
        for (int i = 0; i < rows.Count; i++)
        {
            GamedBaselineRow row = rows[i];
            string suffix = SimulatedCalibration.GamedBaselines[i / world.Instructions.Count].Name[SimulatedWorld.Baseline.Length..];
            csv.Add(
                row.Index, SampleWorld.Baseline + suffix, Math.Round(row.StandardisedLengthDifference, NumberDigits),
                Math.Round(row.Difficulty, NumberDigits), Math.Round(row.Preference, PreferenceDigits));
        }
        return csv.ToUtf8();
    }

    private static byte[] Truth(SimulatedWorld world, IReadOnlyList<SimulatedModel> models)
    {
        CsvText csv = new("model", "true_length_controlled_win_rate", "rank");
        int rank = 0;
        foreach (SimulatedModel model in models.OrderByDescending(world.TrueWinRate))
        {
            csv.Add(model.Name, Math.Round(100 * world.TrueWinRate(model), NumberDigits), ++rank);
        }
        return csv.ToUtf8();
    }

    private static byte[] Gzip(byte[] content)
    {
        using MemoryStream file = new();
        using (GZipStream gzip = new(file, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(content);
        byte[] compressed = file.ToArray();
        // The header says on which system it was made, and must not.
        const int operatingSystem = 9, unknown = 255;
        compressed[operatingSystem] = unknown;
        return compressed;
    }
}
