using System.Text.Json;
using Assay.Core.JudgeEvaluations;
using Assay.Core.People;
using Assay.Storage.People;
using Assay.TestSupport;

namespace Assay.Core.Tests.JudgeEvaluations;

public class LikingReferenceTests
{
    private const string File = "judge_analysis.json";

    [ReferenceTheory]
    [ReferenceEntries(File, "length bias")]
    public void The_longer_is_preferred_as_often_as_AlpacaEval_says(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);

        Figure share = ShareOf(entry, LikedFeature.Longer, static (pair, side) => new string('x', pair.GetProperty($"length_{side}").GetInt32()));

        Assert.Equal(entry.Expected.GetProperty("probability_prefer_longer").GetDouble(), share.Estimate!.Value, entry.Tolerance);
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "list bias")]
    public void The_one_with_a_list_is_preferred_as_often_as_AlpacaEval_says(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);

        Figure share = ShareOf(entry, LikedFeature.List, static (pair, side) => pair.GetProperty($"output_{side}").GetString()!);

        Assert.Equal(entry.Expected.GetProperty("probability_prefer_list").GetDouble(), share.Estimate!.Value, entry.Tolerance);
    }

    private static Figure ShareOf(ReferenceEntry entry, LikedFeature feature, Func<JsonElement, int, string> output)
    {
        var rows = entry.Input.GetProperty("pairs").EnumerateArray().Select((pair, i) => new
        {
            instruction = $"instruction {i}",
            output_1 = output(pair, 1),
            output_2 = output(pair, 2),
            annotator = "person",
            preference = pair.GetProperty("preference").GetInt32(),
        });
        string path = Path.GetTempFileName();
        try
        {
            System.IO.File.WriteAllText(path, JsonSerializer.Serialize(rows));
            VerdictVocabulary vocabulary = new();
            VerdictSetBuilder builder = new(vocabulary);
            builder.Add(new VerdictFileReader(vocabulary, VerdictColumns.Usual).Read(path, VerdictSource.People, CancellationToken.None), VerdictSource.People);
            JudgeEvaluation evaluation = JudgeEvaluationBuilder.Build(builder.Build(), new JudgeEvaluationOptions(), CancellationToken.None);
            return evaluation.People.Likings.Single(liking => liking.Feature == feature).Share;
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }
}
