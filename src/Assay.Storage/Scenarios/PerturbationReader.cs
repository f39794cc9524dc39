using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Metrics.Perturbations;
using Assay.Core.Scenarios;
using Assay.Storage.Configuration;
using YamlDotNet.RepresentationModel;

namespace Assay.Storage.Scenarios;

/// <summary>Reads <c>perturbations</c> of a scenario file: words, or mappings with one kind and its options.</summary>
internal static class PerturbationReader
{
    private static readonly string[] Words = ["lowercase", "uppercase", "contract", "expand"];
    private static readonly string[] Kinds = ["typos", "spaces", "extra_space", "suffix", "words"];

    /// <summary>The perturbations; empty where there are none.</summary>
    /// <exception cref="InputException">Something is wrong; names the file and the line.</exception>
    public static ImmutableArray<ScenarioPerturbation> Read(YamlMap scenario)
    {
        ImmutableArray<ScenarioPerturbation>.Builder found = ImmutableArray.CreateBuilder<ScenarioPerturbation>();
        foreach (YamlNode node in scenario.List("perturbations") ?? [])
        {
            ScenarioPerturbation one = node switch
            {
                YamlScalarNode { Value: { } word } => new ScenarioPerturbation(Word(scenario, node, word), MetricKind.Robustness),
                YamlMappingNode mapping => Mapping(new YamlMap(scenario.File, mapping)),
                _ => throw scenario.Error(node, "a perturbation must be a word or a mapping"),
            };
            if (found.Any(other => other.Rewriting.Name == one.Rewriting.Name))
                throw scenario.Error(node, $"the perturbation {one.Rewriting.Name} is named twice");
            found.Add(one);
        }
        return found.ToImmutable();
    }

    private static Perturbation Word(YamlMap parent, YamlNode node, string word)
    {
        switch (word)
        {
            case "lowercase": return new LowercasePerturbation();
            case "uppercase": return new UppercasePerturbation();
            case "contract": return new ContractionPerturbation(isExpanding: false);
            case "expand": return new ContractionPerturbation(isExpanding: true);
            default:
                string hint = NearestName.Hint(word, [.. Words, .. Kinds]);
                throw parent.Error(node, $"there is no perturbation \"{Files.InputErrors.Quote(word)}\"{(hint.Length > 0 ? hint : $"; they are {string.Join(", ", [.. Words, .. Kinds])}.")}", isSentence: true);
        }
    }

    private static ScenarioPerturbation Mapping(YamlMap map)
    {
        map.Allow("a perturbation", Kinds);
        string[] kinds = [.. Kinds.Where(map.Has)];
        if (kinds.Length != 1) throw map.ErrorAt("typos", $"a perturbation needs one of {string.Join(", ", Kinds)}");
        return kinds[0] switch
        {
            "typos" => Robust(new TypoPerturbation(map.Number("typos", 0, 1)!.Value)),
            "spaces" => Robust(new SpacePerturbation(map.Whole("spaces", 1, 100)!.Value)),
            "extra_space" => Robust(new ExtraSpacePerturbation(map.Whole("extra_space", 1, 100)!.Value)),
            "suffix" => Robust(new SuffixPerturbation(map.RequiredText("suffix", "a perturbation"))),
            _ => Listed((map.Map("words") ?? throw map.ErrorAt("words", "\"words\" takes a name and a list")).Allow("\"words\"", "name", "kind", "list", "probability")),
        };
    }

    private static ScenarioPerturbation Robust(Perturbation rewriting) => new(rewriting, MetricKind.Robustness);

    private static ScenarioPerturbation Listed(YamlMap map)
    {
        YamlMap list = map.Map("list") ?? throw map.ErrorAt("list", "\"words\" needs \"list\": words with what each may be replaced by");
        MetricKind kind = map.Word("kind", "robustness", "fairness") == "fairness" ? MetricKind.Fairness : MetricKind.Robustness;
        WordLists words = new(list.Names.Select(word => KeyValuePair.Create(word, ImmutableArray.Create(list.Texts(word) ?? []))));
        return new ScenarioPerturbation(new WordPerturbation(map.RequiredText("name", "\"words\""), words, map.Number("probability", 0, 1) ?? 1), kind);
    }
}
