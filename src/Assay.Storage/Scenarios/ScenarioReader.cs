using Assay.Core.Errors;
using Assay.Core.Metrics.Reduction;
using Assay.Core.Scenarios;
using Assay.Core.Texts;
using Assay.Storage.Configuration;

namespace Assay.Storage.Scenarios;

/// <summary>Reads the YAML of scenarios. Unknown keys are errors with their line and the nearest name.</summary>
internal static class ScenarioReader
{
    private static readonly string[] Keys =
    [
        "name", "description", "source", "tasks", "data", "adapter", "few_shot", "answer", "metrics", "repeats", "stop", "max_tokens", "perturbations",
    ];

    /// <summary>The scenarios of a file, one for each task, in their order.</summary>
    /// <exception cref="InputException">Something is wrong; names the file and the line.</exception>
    public static IReadOnlyList<Scenario> Read(ReadOnlySpan<byte> yaml, string file)
    {
        YamlMap map = YamlFile.Parse(yaml, file);
        map.Allow("a scenario", Keys);
        string[]? tasks = map.Texts("tasks");
        string name = map.RequiredText("name", "a scenario");
        if (tasks is null) return [ReadOne(map, null)];
        if (tasks.Length == 0) throw map.ErrorAt("tasks", "\"tasks\" is empty; name the tasks, or leave it out");
        if (tasks.Distinct(StringComparer.Ordinal).Count() < tasks.Length) throw map.ErrorAt("tasks", "a task is named twice");
        if (!TextTemplate.Names(name).Contains("task")) throw map.ErrorAt("name", "a scenario with \"tasks\" needs {task} in its \"name\"");
        return [.. tasks.Select(task => ReadOne(map, task))];
    }

    private static Scenario ReadOne(YamlMap map, string? task)
    {
        TaskText text = new(task);
        YamlMap data = map.Map("data") ?? throw map.ErrorAt("data", "a scenario needs \"data\": its file and columns");
        ScenarioData read = DataReader.Read(data, text, isExamples: false);
        Adapter adapter = AdapterReader.Read(map, text);
        CheckChoices(map, data, adapter, read);
        (Core.Metrics.Answers.AnswerRule rule, string ruleName) = AnswerRuleReader.Read(map, adapter);
        return new Scenario
        {
            Name = text.Fill(map.RequiredText("name", "a scenario")),
            Description = map.Text("description") is { } description ? text.Fill(description) : null,
            Source = map.Text("source"),
            Data = read,
            Adapter = adapter,
            FewShot = FewShotReader.Read(map, text, adapter, read),
            Answer = rule,
            AnswerName = ruleName,
            Stop = [.. map.Texts("stop") ?? []],
            MaxTokens = map.Whole("max_tokens", 1, int.MaxValue),
            Metrics = MetricReader.Read(map),
            Perturbations = PerturbationReader.Read(map),
            Reducer = ReducerReader.Read(map) ?? new MeanReducer(),
        };
    }

    private static void CheckChoices(YamlMap map, YamlMap data, Adapter adapter, ScenarioData read)
    {
        bool needs = adapter is JointChoiceAdapter or SeparateChoiceAdapter, has = !read.Choices.IsEmpty || !read.ChoiceTexts.IsEmpty;
        if (needs && !has) throw map.ErrorAt("data", $"the adapter {adapter.Name} needs \"choices\" or \"choice_texts\" in \"data\"");
        if (has && read.Right is null) throw data.ErrorAt("choices", "choices need \"right\": the column that says which one is right");
    }
}

/// <summary>Puts a task into the texts of a scenario file: <c>{task}</c>, and <c>{task_words}</c> with spaces for its underscores.</summary>
internal readonly record struct TaskText(string? Task)
{
    public string Fill(string text)
    {
        if (Task is not { } task) return text;
        return TextTemplate.Fill(text, name => name switch
        {
            "task" => task,
            "task_words" => task.Replace('_', ' '),
            _ => null,
        });
    }
}
