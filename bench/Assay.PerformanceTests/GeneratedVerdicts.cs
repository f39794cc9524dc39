using System.Text.Json;
using Assay.Core.Simulation;
using Assay.Statistics.Resampling;

namespace Assay.PerformanceTests;

/// <summary>Cross-annotations as a large study has them: 2,000 pairs of five models, each judged by all of 50 people, and one judge.</summary>
internal static class GeneratedVerdicts
{
    private const int Pairs = 2000;
    private const int People = 50;
    private const int Models = 5;
    private const ulong Seed = 20240505;

    /// <summary>Writes people.json, with 100,000 annotations, and judge.json, with 2,000.</summary>
    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        Write(Path.Combine(folder, "people.json"), People, "person");
        Write(Path.Combine(folder, "judge.json"), 1, "judge");
    }

    private static void Write(string path, int annotators, string name)
    {
        using FileStream file = File.Create(path);
        using Utf8JsonWriter json = new(file);
        json.WriteStartArray();
        for (int pair = 0; pair < Pairs; pair++)
        {
            double quality = new RandomStream(Seed, (ulong)pair).NextGaussian();
            RandomStream random = new(Seed + (ulong)annotators, (ulong)pair);
            for (int annotator = 0; annotator < annotators; annotator++) WriteRow(json, pair, $"{name} {annotator:D2}", quality + random.NextGaussian());
        }
        json.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter json, int pair, string annotator, double liking)
    {
        int first = pair % Models, second = (first + 1 + pair / Models % (Models - 1)) % Models;
        json.WriteStartObject();
        json.WriteString("instruction", SimulatedInstructions.Text(pair));
        json.WriteString("output_1", GeneratedAnnotations.Words(200 + 37 * pair % 400, pair));
        json.WriteString("generator_1", $"model {first}");
        json.WriteString("output_2", GeneratedAnnotations.Words(200 + 53 * pair % 400, pair + 7));
        json.WriteString("generator_2", $"model {second}");
        json.WriteString("annotator", annotator);
        json.WriteNumber("preference", Math.Abs(liking) < 0.2 ? 1.5 : liking > 0 ? 2 : 1);
        json.WriteEndObject();
    }
}
