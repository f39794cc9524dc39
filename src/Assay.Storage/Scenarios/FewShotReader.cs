using Assay.Core.Errors;
using Assay.Core.Scenarios;
using Assay.Storage.Configuration;

namespace Assay.Storage.Scenarios;

/// <summary>Reads <c>few_shot</c> of a scenario file.</summary>
internal static class FewShotReader
{
    /// <summary>The examples; null where there are none.</summary>
    /// <exception cref="InputException">Something is wrong; names the file and the line.</exception>
    public static FewShot? Read(YamlMap scenario, TaskText text, Adapter adapter, ScenarioData own)
    {
        if (scenario.Map("few_shot") is not { } map) return null;
        map.Allow("few_shot", "count", "choose", "data", "file", "where", "answer");
        if (adapter is LanguageModelingAdapter) throw scenario.ErrorAt("few_shot", "language-modeling takes no examples; remove \"few_shot\"");
        int count = map.Whole("count", 1, 1000) ?? throw map.ErrorAt("count", "few_shot needs \"count\"; add it");
        FewShotChoice choice = map.Word("choose", "first", "random", "balanced") switch
        {
            "first" => FewShotChoice.First,
            "balanced" => FewShotChoice.Balanced,
            _ => FewShotChoice.Random,
        };
        string defaultAnswer = adapter is JointChoiceAdapter ? "{letter}" : "{answer}";
        return new FewShot(Data(map, text, own), count, choice, map.Text("answer") ?? defaultAnswer);
    }

    // Examples mostly have the columns of the questions and come from another file or split.
    private static ScenarioData? Data(YamlMap map, TaskText text, ScenarioData own)
    {
        if (map.Map("data") is { } data) return DataReader.Read(data, text, isExamples: true);
        ScenarioData? taken = null;
        if (map.Texts("file") is { Length: > 0 } files) taken = own with { Files = [.. files.Select(text.Fill)] };
        if (map.Map("where") is not { } where) return taken;
        string[] names = [.. where.Names];
        if (names.Length != 1) throw map.ErrorAt("where", "\"where\" takes one column and its text");
        return (taken ?? own) with { Where = new RowFilter(names[0], text.Fill(where.Text(names[0]) ?? "")) };
    }
}
