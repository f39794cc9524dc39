using System.Globalization;
using System.Text;
using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Simulation;
using Assay.Storage.Files;

namespace Assay.Storage.Simulation;

/// <summary>Writes a simulated world as files that look like recorded ones, beside the truth.</summary>
public static class SimulatedWorldFiles
{
    /// <summary>The file of true values: rates in percent.</summary>
    public const string Truth = "truth.csv";

    /// <summary>
    /// Writes <c>MODEL/annotations.json</c> for each model and <c>truth.csv</c> into a folder, which is made if it is not there. Outputs are as long as the
    /// world says and mean nothing. The same world gives the same bytes.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="world">The world.</param>
    /// <param name="models">Its models, number k the k-th; names that are file names.</param>
    /// <returns>The files, in the order written.</returns>
    /// <exception cref="InputException">The system refuses.</exception>
    public static IReadOnlyList<string> Write(string folder, SimulatedWorld world, IReadOnlyList<SimulatedModel> models)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(models);
        List<string> written = [];
        for (int number = 0; number < models.Count; number++)
        {
            SimulatedVerdicts verdicts = world.Verdicts(models[number], number);
            string path = Path.Combine(Made(Path.Combine(folder, models[number].Name)), "annotations.json");
            WholeFile.Write(path, stream => WriteRows(stream, world, verdicts));
            written.Add(path);
        }
        written.Add(Path.Combine(folder, Truth));
        WholeFile.WriteText(written[^1], TruthOf(world, models));
        return written;
    }

    private static string Made(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return folder;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException(FileErrors.Writing(folder, error), error);
        }
    }

    private static void WriteRows(Stream stream, SimulatedWorld world, SimulatedVerdicts verdicts)
    {
        using Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartArray();
        for (int i = 0; i < world.Instructions.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("instruction", SimulatedInstructions.Text(i));
            json.WriteString("output_1", Output(world.Instructions.BaselineLengthsInCodePoints[i], 'b'));
            json.WriteString("generator_1", SimulatedWorld.Baseline);
            json.WriteString("output_2", Output(verdicts.LengthsInCodePoints[i], (char)('c' + i % 20)));
            json.WriteString("generator_2", verdicts.Model.Name);
            json.WriteString("annotator", world.Judge.Name);
            json.WriteNumber("preference", 1 + verdicts.Preferences[i]);
            json.WriteEndObject();
            if (json.BytesPending > 1 << 16) json.Flush();
        }
        json.WriteEndArray();
    }

    private static string Output(int length, char letter) => new(letter, length);

    private static string TruthOf(SimulatedWorld world, IReadOnlyList<SimulatedModel> models)
    {
        StringBuilder text = new("model,length_controlled_win_rate,win_rate,verbosity\n");
        for (int number = 0; number < models.Count; number++)
        {
            SimulatedModel model = models[number];
            text.Append(CultureInfo.InvariantCulture, $"{model.Name},{100 * world.TrueWinRate(model):R},{100 * world.ExpectedRawWinRate(model, number):R},{model.Verbosity:R}\n");
        }
        return text.ToString();
    }
}
