using System.Collections.Immutable;
using System.Text;
using Assay.Core.Errors;
using Assay.Core.Scenarios;
using Assay.Storage.Files;

namespace Assay.Storage.Scenarios;

/// <summary>
/// Reads scenarios: by path a YAML file, by name a definition that Assay carries. A file with <c>tasks</c> has a scenario for each; one of them is named by
/// file or definition with <c>/TASK</c> behind it.
/// </summary>
public static class ScenarioFile
{
    private const string ResourcePrefix = "Scenarios/";
    private const string Extension = ".yaml";

    /// <summary>Names of the definitions that Assay carries, in ordinal order: <c>bbh/cot</c>.</summary>
    public static IReadOnlyList<string> EmbeddedNames { get; } =
    [
        .. typeof(ScenarioFile).Assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Select(static name => name[ResourcePrefix.Length..^Extension.Length].Replace('.', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The scenarios of a file or definition.</summary>
    /// <param name="nameOrPath">A definition's name or a YAML file; with <c>/TASK</c> behind it, that task alone.</param>
    /// <exception cref="InputException">There is no such scenario, or something in its file is wrong; names the file and the line.</exception>
    public static ReadScenarios Read(string nameOrPath)
    {
        if (Load(nameOrPath) is { } whole) return Of(nameOrPath, whole.Text, whole.Folder, null);
        int slash = nameOrPath.LastIndexOf('/');
        if (slash > 0 && Load(nameOrPath[..slash]) is { } family) return Of(nameOrPath[..slash], family.Text, family.Folder, nameOrPath[(slash + 1)..]);
        string hint = NearestName.Hint(nameOrPath, EmbeddedNames);
        throw new InputException($"There is no scenario \"{InputErrors.Quote(nameOrPath)}\""
            + (hint.Length > 0 ? hint : $": name a YAML file, or one of {string.Join(", ", EmbeddedNames)} (see 'assay bench list')."));
    }

    /// <summary>The scenarios that a run asked, from what it kept of their file.</summary>
    /// <exception cref="InputException">This version does not understand the file.</exception>
    public static IReadOnlyList<Scenario> Read(ScenarioSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return [.. ScenarioReader.Read(Encoding.UTF8.GetBytes(source.Text), source.Name).Where(scenario => source.Scenarios.Contains(scenario.Name, StringComparer.Ordinal))];
    }

    private static ReadScenarios Of(string name, byte[] text, string? folder, string? task)
    {
        IReadOnlyList<Scenario> scenarios = ScenarioReader.Read(text, name);
        if (task is not null)
        {
            Scenario[] chosen = [.. scenarios.Where(scenario => scenario.Name.EndsWith('/' + task, StringComparison.Ordinal))];
            string[] tasks = [.. scenarios.Select(static scenario => scenario.Name[(scenario.Name.LastIndexOf('/') + 1)..])];
            string hint = NearestName.Hint(task, tasks);
            if (chosen.Length == 0)
                throw new InputException(
                    $"{name} has no task \"{InputErrors.Quote(task)}\"{(hint.Length > 0 ? hint : $"; its tasks are {string.Join(", ", tasks)}.")}");
            scenarios = chosen;
        }
        ScenarioSource source = new(name, Encoding.UTF8.GetString(text), [.. scenarios.Select(static scenario => scenario.Name)]);
        return new ReadScenarios(source, [.. scenarios], folder);
    }

    private static (byte[] Text, string? Folder)? Load(string nameOrPath)
    {
        if (EmbeddedNames.Contains(nameOrPath, StringComparer.Ordinal)) return (LoadEmbedded(nameOrPath), null);
        if (!File.Exists(nameOrPath)) return null;
        return (SmallFile.Read(nameOrPath), Path.GetDirectoryName(Path.GetFullPath(nameOrPath)));
    }

    private static byte[] LoadEmbedded(string name)
    {
        string resource = ResourcePrefix + name.Replace('/', '.') + Extension;
        using Stream stream = typeof(ScenarioFile).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing.");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

/// <summary>Scenarios of one file.</summary>
/// <param name="Source">What a run keeps of the file.</param>
/// <param name="Scenarios">Its scenarios; of a file named with a task, that one.</param>
/// <param name="Folder">The file's folder; null for a definition that Assay carries.</param>
public sealed record ReadScenarios(ScenarioSource Source, ImmutableArray<Scenario> Scenarios, string? Folder);
