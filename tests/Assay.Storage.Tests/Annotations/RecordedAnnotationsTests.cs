using System.Globalization;
using Assay.Core.Preferences;
using Assay.Storage.Annotations;
using Assay.TestSupport;

namespace Assay.Storage.Tests.Annotations;

public class RecordedAnnotationsTests
{
    private static readonly string[] Models = ["phi-2", "claude-2", "gpt35_turbo_instruct", "FuseChat-Gemma-2-9B-Instruct", "chatglm2-6b"];

    [SharedDataFact("alpaca_eval")]
    public void Phi_2_has_803_rows() => Assert.Equal(803, Read("phi-2").Count);

    [SharedDataFact("alpaca_eval")]
    public void Mean_preferences_are_the_published_win_rates() => Assert.All(Models, model =>
        Assert.Equal(Published(model, "win_rate"), 100 * Read(model).Where(row => !double.IsNaN(row.Preference)).Average(row => row.Preference), 1e-9));

    // The published figure divides by all 805 instructions even where a model lacks some, as phi-2 lacks two.
    [SharedDataFact("alpaca_eval")]
    public void Mean_lengths_over_all_instructions_are_the_published_ones() => Assert.All(Models, model =>
        Assert.Equal(Published(model, "avg_length"), Math.Truncate(Read(model).Sum(row => (double)row.Length2) / 805)));

    [SharedDataFact("alpaca_eval")]
    public void All_models_answer_the_same_805_instructions()
    {
        AnnotationVocabulary vocabulary = new();
        AnnotationFileReader reader = new(vocabulary);
        foreach (string file in AnnotationSearch.Find([SharedData.Data("alpaca_eval", "annotations")])) reader.Read(file, CancellationToken.None);
        Assert.Equal(805, vocabulary.Instructions.Count);
    }

    private static IReadOnlyList<AnnotationRow> Read(string model) =>
        new AnnotationFileReader(new AnnotationVocabulary()).Read(
            SharedData.Data("alpaca_eval", "annotations", model, "annotations.json.gz"), CancellationToken.None);

    private static double Published(string model, string column)
    {
        string[][] table = [.. File.ReadLines(SharedData.Data("alpaca_eval", "published", "leaderboard.csv")).Select(line => line.Split(','))];
        return double.Parse(table.Single(row => row[0] == model)[Array.IndexOf(table[0], column)], CultureInfo.InvariantCulture);
    }
}
