using System.Text.Json;
using Assay.Core.Metrics.Classification;
using Assay.TestSupport;

namespace Assay.Core.Tests.Metrics.Classification;

public sealed class ClassificationF1Tests
{
    private const string File = "text_metrics.json";

    [ReferenceTheory]
    [ReferenceEntries(File, "classification F1")]
    public void Classification_f1_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        (IReadOnlyCollection<string>, IReadOnlyCollection<string>)[] items =
        [
            .. entry.Input.GetProperty("gold").EnumerateArray().Zip(entry.Input.GetProperty("predicted").EnumerateArray(), static (gold, predicted) =>
                ((IReadOnlyCollection<string>)Strings(gold), (IReadOnlyCollection<string>)Strings(predicted))),
        ];
        ClassificationF1 result = ClassificationF1.Of(items, Strings(entry.Input.GetProperty("labels")));
        Assert.Equal(entry.Expected.GetProperty("micro_f1").GetDouble(), result.Micro!.Value, entry.Tolerance);
        Assert.Equal(entry.Expected.GetProperty("macro_f1").GetDouble(), result.Macro!.Value, entry.Tolerance);
        Assert.Equal(entry.Expected.GetProperty("weighted_f1").GetDouble(), result.Weighted!.Value, entry.Tolerance);
        Assert.All(result.Classes, one => Assert.Equal(entry.Expected.GetProperty("class_f1").GetProperty(one.Label).GetDouble(), one.F1, entry.Tolerance));
        Assert.All(result.Classes, one => Assert.Equal(
            entry.Expected.GetProperty("counts_tp_fp_fn").GetProperty(one.Label).EnumerateArray().Select(static count => count.GetInt32()),
            [one.TruePositives, one.FalsePositives, one.FalseNegatives]));
    }

    [Fact]
    public void Labels_are_those_that_are_right_somewhere_unless_given() =>
        Assert.Equal(["a", "b"], ClassificationF1.Of([(["A "], ["c"]), (["b"], ["b"])]).Classes.Select(static one => one.Label));

    [Fact]
    public void No_items_have_no_score() => Assert.Equal((null, null, null), Parts(ClassificationF1.Of([])));

    [Fact]
    public void With_one_label_an_item_the_micro_f1_is_the_accuracy() =>
        Assert.Equal(0.75, ClassificationF1.Of([(["a"], ["a"]), (["b"], ["b"]), (["b"], ["a"]), (["a"], ["a"])]).Micro!.Value, 1e-15);

    private static (double?, double?, double?) Parts(ClassificationF1 result) => (result.Micro, result.Macro, result.Weighted);

    private static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(static item => item.GetString()!)];
}
