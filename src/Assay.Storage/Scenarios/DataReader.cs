using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Scenarios;
using Assay.Storage.Configuration;

namespace Assay.Storage.Scenarios;

/// <summary>Reads <c>data</c> of a scenario file.</summary>
internal static class DataReader
{
    private static readonly string[] Keys =
    [
        "file", "rows", "header", "where", "id", "input", "references", "reference_after", "reference_boxed", "choices", "choice_texts", "labels", "label_texts", "right", "groups",
        "fields", "cluster",
    ];

    /// <summary>Where instances are and which columns make them.</summary>
    /// <exception cref="InputException">Something is wrong; names the file and the line.</exception>
    public static ScenarioData Read(YamlMap map, TaskText text, bool isExamples)
    {
        string what = isExamples ? "the data of examples" : "data";
        map.Allow(what, Keys);
        ScenarioData data = new()
        {
            Files = map.Texts("file") is { Length: > 0 } files ? [.. files.Select(text.Fill)] : throw map.ErrorAt("file", $"{what} needs \"file\"; add it"),
            Rows = map.Text("rows") is { } rows ? text.Fill(rows) : null,
            Header = [.. map.Texts("header") ?? []],
            Where = Where(map, text),
            Id = map.Text("id"),
            Input = map.RequiredText("input", what),
            References = [.. map.Texts("references") ?? []],
            ReferenceAfter = map.Text("reference_after"),
            IsReferenceBoxed = map.Flag("reference_boxed") ?? false,
            Choices = [.. map.Texts("choices") ?? []],
            ChoiceTexts = [.. map.Texts("choice_texts") ?? []],
            Labels = map.Text("labels"),
            LabelTexts = [.. map.Texts("label_texts") ?? []],
            Right = map.Text("right"),
            Groups = Columns(map, "groups"),
            Fields = Columns(map, "fields"),
            Cluster = map.Text("cluster"),
        };
        if (!data.Choices.IsEmpty && !data.ChoiceTexts.IsEmpty)
            throw map.ErrorAt("choice_texts", "\"choices\" and \"choice_texts\" exclude each other; keep one");
        if (data.Labels is not null && !data.LabelTexts.IsEmpty)
            throw map.ErrorAt("label_texts", "\"labels\" and \"label_texts\" exclude each other; keep one");
        return data;
    }

    private static RowFilter? Where(YamlMap map, TaskText text)
    {
        if (map.Map("where") is not { } where) return null;
        string[] names = [.. where.Names];
        return names.Length == 1
            ? new RowFilter(names[0], text.Fill(where.Text(names[0]) ?? ""))
            : throw map.ErrorAt("where", "\"where\" takes one column and its text");
    }

    private static ImmutableSortedDictionary<string, string> Columns(YamlMap map, string name)
    {
        ImmutableSortedDictionary<string, string>.Builder columns = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (map.Map(name) is { } given)
        {
            foreach (string column in given.Names) columns[column] = given.RequiredText(column, $"\"{name}\"");
        }
        return columns.ToImmutable();
    }
}
