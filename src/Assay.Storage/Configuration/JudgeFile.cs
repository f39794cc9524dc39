using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Storage.Files;
using YamlDotNet.RepresentationModel;

namespace Assay.Storage.Configuration;

/// <summary>
/// Reads judges: by name one of the controls (<c>longest</c>, <c>shortest</c>, <c>first</c>, <c>random</c>) or of the judges that Assay carries
/// (<see cref="EmbeddedNames"/>), by path a YAML file.
/// </summary>
public static class JudgeFile
{
    private const string ResourcePrefix = "Judges/";
    private const string Extension = ".yaml";

    private static readonly ImmutableSortedDictionary<string, ControlRule> Controls = Enum.GetValues<ControlRule>()
        .ToImmutableSortedDictionary(static rule => rule.ToString().ToLowerInvariant(), static rule => rule, StringComparer.Ordinal);

    /// <summary>Names of the judges that need no model.</summary>
    public static IReadOnlyList<string> ControlNames { get; } = [.. Controls.Keys];

    /// <summary>Names of the judges that Assay carries and that ask a model.</summary>
    public static IReadOnlyList<string> EmbeddedNames { get; } =
    [
        .. typeof(JudgeFile).Assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Select(static name => name[ResourcePrefix.Length..^Extension.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The judge of this name or in this file.</summary>
    /// <param name="nameOrPath">A control's or an embedded judge's name, or the path of a YAML file.</param>
    /// <param name="model">The model of judges that name none; null: they must name one.</param>
    /// <exception cref="InputException">There is no such judge, or something in its file is wrong; names the file and the line.</exception>
    public static JudgeDefinition Read(string nameOrPath, string? model = null)
    {
        if (Controls.TryGetValue(nameOrPath, out ControlRule rule)) return new ControlJudge { Name = nameOrPath, Rule = rule };
        return ReadMap(Load(nameOrPath), NameOf(nameOrPath), model);
    }

    private static YamlMap Load(string nameOrPath)
    {
        if (EmbeddedNames.Contains(nameOrPath, StringComparer.Ordinal)) return LoadEmbedded(nameOrPath);
        if (Path.Exists(nameOrPath)) return YamlFile.Read(nameOrPath);
        string[] known = [.. EmbeddedNames, .. ControlNames];
        string hint = NearestName.Hint(nameOrPath, known);
        throw new InputException(
            $"There is no judge \"{InputErrors.Quote(nameOrPath)}\""
            + (hint.Length > 0 ? hint : $": name a YAML file, a folder with configs.yaml, or one of {string.Join(", ", known)}."));
    }

    private static YamlMap LoadEmbedded(string name)
    {
        using Stream stream = typeof(JudgeFile).Assembly.GetManifestResourceStream(ResourcePrefix + name + Extension)
            ?? throw new InvalidOperationException($"The resource of the judge {name} is missing.");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return YamlFile.Parse(bytes, $"the judge {name}");
    }

    private static string NameOf(string nameOrPath) =>
        EmbeddedNames.Contains(nameOrPath, StringComparer.Ordinal) ? nameOrPath : Path.GetFileNameWithoutExtension(nameOrPath);

    private static JudgeDefinition ReadMap(YamlMap map, string defaultName, string? model)
    {
        string kind = map.Word("kind", ["soft", "verdict", "pool", "panel", .. ControlNames])
            ?? throw map.ErrorAt("kind", "a judge needs \"kind\": soft, verdict, pool, panel, longest, shortest, first or random");
        string name = map.Text("name") is { Length: > 0 } given ? given : defaultName;
        if (Controls.TryGetValue(kind, out ControlRule rule))
        {
            map.Allow("a control judge", "name", "kind", "orders");
            return new ControlJudge { Name = name, Orders = Orders(map), Rule = rule };
        }
        if (kind is not ("pool" or "panel")) return ModelJudgeReader.Read(map, name, kind, model, Orders(map));
        return kind == "pool" ? ReadPool(map, name, model) : ReadPanel(map, name, model);
    }

    private static PoolJudge ReadPool(YamlMap map, string name, string? model)
    {
        map.Allow("a pool", "name", "kind", "orders", "members", "flip_probability");
        return new PoolJudge { Name = name, Orders = Orders(map), Members = Members(map, model), FlipProbability = map.Number("flip_probability", 0, 1) ?? 0 };
    }

    private static PanelJudge ReadPanel(YamlMap map, string name, string? model)
    {
        map.Allow("a panel", "name", "kind", "orders", "members", "rule");
        return new PanelJudge
        {
            Name = name,
            Orders = Orders(map),
            Members = Members(map, model),
            Rule = map.Word("rule", "mean", "majority") == "majority" ? PanelRule.Majority : PanelRule.Mean,
        };
    }

    private static ImmutableArray<ModelJudge> Members(YamlMap map, string? model)
    {
        IReadOnlyList<YamlNode> nodes = map.List("members") is { Count: > 0 } given
            ? given
            : throw map.ErrorAt("members", "\"members\" must be a list of at least one judge");
        List<ModelJudge> members = [];
        foreach (YamlNode node in nodes)
        {
            ModelJudge member = Member(map, node, model);
            if (members.Exists(other => string.Equals(other.Name, member.Name, StringComparison.Ordinal)))
            {
                throw map.Error(node, $"two members are called \"{InputErrors.Quote(member.Name)}\"; give each a \"name\" of its own");
            }
            members.Add(member);
        }
        return [.. members];
    }

    // A name or path; or a mapping with "judge" (a name or path), and the model and name to give it; or a judge written out.
    private static ModelJudge Member(YamlMap parent, YamlNode node, string? model)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } reference }) return Referred(parent, node, reference, model);
        if (node is not YamlMappingNode mapping) throw parent.Error(node, "a member must be a judge's name, its file, or a judge written out");
        YamlMap map = new(parent.File, mapping);
        if (!map.Has("judge"))
        {
            string kind = map.Word("kind", "soft", "verdict") ?? throw map.ErrorAt("kind", "a member needs \"kind\": soft or verdict");
            return ModelJudgeReader.Read(map, map.RequiredText("name", "a member"), kind, model, Orders(map));
        }
        map.Allow("a member", "judge", "name", "model");
        ModelJudge judge = Referred(parent, node, map.RequiredText("judge", "a member"), map.Text("model") ?? model);
        return judge with { Model = map.Text("model") ?? judge.Model, Name = map.Text("name") ?? judge.Name };
    }

    private static ModelJudge Referred(YamlMap parent, YamlNode node, string reference, string? model)
    {
        bool isKnown = Controls.ContainsKey(reference) || EmbeddedNames.Contains(reference, StringComparer.Ordinal);
        string path = isKnown ? reference : Path.Combine(Path.GetDirectoryName(parent.File) ?? "", reference);
        if (!Controls.ContainsKey(reference))
        {
            YamlMap map = Load(path);
            if (map.Text("kind") is "soft" or "verdict") return (ModelJudge)ReadMap(map, NameOf(path), model);
        }
        throw parent.Error(node, $"the member \"{InputErrors.Quote(reference)}\" must be a judge that asks one model (kind soft or verdict)");
    }

    private static OrderPolicy? Orders(YamlMap map) => map.Word("orders", "both", "random", "fixed") switch
    {
        "both" => OrderPolicy.Both,
        "random" => OrderPolicy.Random,
        "fixed" => OrderPolicy.Fixed,
        _ => null,
    };
}
