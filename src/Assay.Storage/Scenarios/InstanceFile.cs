using System.Collections.Immutable;
using System.Globalization;
using Assay.Core.Errors;
using Assay.Core.Metrics.Answers;
using Assay.Core.Metrics.Matching;
using Assay.Core.Scenarios;
using Assay.Core.Texts;
using Assay.Storage.Files;

namespace Assay.Storage.Scenarios;

/// <summary>Reads the instances of a scenario from its data file.</summary>
public static class InstanceFile
{
    /// <summary>The file of a scenario's data.</summary>
    /// <param name="data">The data.</param>
    /// <param name="folders">Folders in which it is looked for, in this order.</param>
    /// <param name="source">Where its authors publish it, for the error; null: unknown.</param>
    /// <exception cref="InputException">It is in none of them.</exception>
    public static string Find(ScenarioData data, IReadOnlyList<string> folders, string? source)
    {
        foreach (string folder in folders)
        {
            foreach (string name in data.Files)
            {
                string path = Path.Combine(folder, name);
                if (File.Exists(path)) return path;
                if (File.Exists(path + ".gz")) return path + ".gz";
            }
        }
        string places = folders.Count > 0 ? $" in {string.Join(" or ", folders)}" : "";
        string where = source is null ? "" : $" (its authors publish it at {source})";
        throw new InputException($"There is no {string.Join(" or ", data.Files)}{places}; name the folder of the data with --data{where}.");
    }

    /// <summary>All instances, in the order of the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="data">Its columns.</param>
    /// <exception cref="InputException">A column does not exist, an identity comes twice, choices have no right one, or there are no instances.</exception>
    public static IReadOnlyList<Instance> Read(string path, ScenarioData data)
    {
        List<Instance> instances = [];
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        bool hasRows = false;
        foreach (DataRow row in DataFile.Read(path, data.Rows, data.Header))
        {
            hasRows = true;
            if (data.Where is { } where && !string.Equals(row.Whole(where.Column), where.Text, StringComparison.Ordinal)) continue;
            Instance instance = Instance(row, data);
            if (!seen.TryAdd(instance.Id, row.Number))
                throw new InputException($"{row.Place} has the id \"{InputErrors.Quote(instance.Id)}\", which row {seen[instance.Id]} has too; ids must differ, so name another column.");
            instances.Add(instance);
        }
        if (instances.Count > 0) return instances;
        throw new InputException(hasRows && data.Where is { } filter
            ? $"{path} has no instance whose {filter.Column} is \"{InputErrors.Quote(filter.Text)}\"; correct \"where\"."
            : $"{path} has no instances; a scenario needs one at least.");
    }

    private static Instance Instance(DataRow row, ScenarioData data)
    {
        ImmutableArray<string> choices = data.ChoiceTexts.IsEmpty ? [.. data.Choices.SelectMany(row.Texts).Select(Clean)] : data.ChoiceTexts;
        ImmutableSortedDictionary<string, string> none = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        return new Instance
        {
            Id = data.Id is { } id ? Clean(row.Text(id)) : row.Number.ToString(CultureInfo.InvariantCulture),
            Input = Clean(row.Fill(data.Input)),
            References = [.. data.References.SelectMany(row.Texts).Select(text => Clean(Boxed(row, data, After(text, data.ReferenceAfter))))],
            Choices = choices,
            Right = data.Right is { } right ? Right(row, data, right, choices) : [],
            Groups = none.AddRange(data.Groups.Select(group => KeyValuePair.Create(group.Key, Clean(row.Whole(group.Value))))),
            Fields = none.AddRange(data.Fields.Select(field => KeyValuePair.Create(field.Key, Clean(row.Whole(field.Value))))),
            Cluster = data.Cluster is { } cluster ? Clean(row.Fill(cluster)) : null,
        };
    }

    private static string Clean(string text) => WellFormedText.Of(text, out _);

    private static string Boxed(DataRow row, ScenarioData data, string text)
    {
        if (!data.IsReferenceBoxed) return text;
        AnswerReading reading = new BoxedAnswer().Read(text);
        return reading.IsRead ? reading.Text : throw new InputException($"{row.Place} has no right answer: there is no \\boxed{{...}} in it.");
    }

    private static string After(string text, string? mark) =>
        mark is not null && text.LastIndexOf(mark, StringComparison.Ordinal) is >= 0 and int at ? text[(at + mark.Length)..].Trim() : text;

    private static ImmutableArray<int> Right(DataRow row, ScenarioData data, string column, ImmutableArray<string> choices)
    {
        if (choices.IsEmpty) throw new InputException($"{row.Place} has no choices; every row needs them.");
        IReadOnlyList<string> values = row.Texts(column);
        ImmutableArray<string> labels = data.Labels is { } labelled ? [.. row.Texts(labelled)] : data.LabelTexts;
        if (!labels.IsEmpty && labels.Length != choices.Length)
            throw new InputException($"{row.Place} has {choices.Length} choices and {labels.Length} labels; there must be one label for each choice.");
        ImmutableArray<int> right = values.Count > 1 && values.Count == choices.Length && values.All(static value => value is "0" or "1" or "true" or "false")
            ? [.. Enumerable.Range(0, choices.Length).Where(i => values[i] is "1" or "true")]
            : [.. values.Select(value => Place(value.Trim(), labels, choices)).Where(static place => place >= 0).Distinct()];
        if (right.Length > 0) return right;
        string said = values.Count == 0 ? "nothing" : $"\"{InputErrors.Quote(string.Join(", ", values))}\"";
        throw new InputException($"{row.Place}: none of the {choices.Length} choices is right: the column \"{column}\" says {said}, which is no label, place, letter or text of a choice.");
    }

    private static int Place(string value, ImmutableArray<string> labels, ImmutableArray<string> choices)
    {
        if (!labels.IsEmpty) return labels.IndexOf(value, 0, StringComparer.Ordinal);
        if (choices.IndexOf(value, 0, StringComparer.Ordinal) is >= 0 and int text) return text;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int place)) return place < choices.Length ? place : -1;
        for (int i = 0; i < choices.Length; i++)
        {
            if (string.Equals(ChoiceLetters.Of(i), value, StringComparison.OrdinalIgnoreCase)) return i;
        }
        return -1;
    }
}
