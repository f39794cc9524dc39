using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Responses;
using Assay.Storage.Files;
using YamlDotNet.RepresentationModel;

namespace Assay.Storage.Configuration;

/// <summary>Reads a judge that asks one model: <c>soft</c> or <c>verdict</c>.</summary>
internal static class ModelJudgeReader
{
    private static readonly string[] Common = ["name", "kind", "orders", "model", "prompt", "parameters"];

    private static readonly string[] Roles = ["system", "user", "assistant", "developer"];

    /// <summary>The judge in a mapping.</summary>
    /// <exception cref="InputException">Something in it is wrong.</exception>
    public static ModelJudge Read(YamlMap map, string name, string kind, string? model, OrderPolicy? orders)
    {
        if (kind == "soft") map.Allow("a soft judge", [.. Common, "labels", "token_index", "top_logprobs", "binarize"]);
        else map.Allow("a verdict judge", [.. Common, "field", "values", "schema", "patterns"]);
        return new ModelJudge
        {
            Name = name,
            Orders = orders,
            Model = map.Text("model") is { Length: > 0 } named
                ? named
                : model ?? throw map.ErrorAt(
                    "model", $"the judge \"{InputErrors.Quote(name)}\" names no model; name one of assay.yaml's under \"model\", or with the command"),
            Prompt = Prompt(map),
            Reading = kind == "soft" ? Labels(map) : Verdict(map),
            Parameters = map.Parameters("parameters"),
        };
    }

    private static PromptTemplate Prompt(YamlMap map)
    {
        IReadOnlyList<YamlNode> nodes = map.List("prompt") ?? throw map.ErrorAt(
            "prompt", "a judge needs \"prompt\": a text, or a list of messages with role and text");
        ImmutableArray<PromptMessage> messages = [.. nodes.Select(node => Message(map, node))];
        foreach (string place in (ReadOnlySpan<string>)["{instruction}", "{output_1}", "{output_2}", "{fence}"])
        {
            if (!messages.Any(message => message.Text.Contains(place, StringComparison.Ordinal)))
            {
                throw map.ErrorAt("prompt", place == "{fence}"
                    ? "the prompt must name the mark around the texts with {fence}, so that the judge knows what to take for material"
                    : $"the prompt has no {place}");
            }
        }
        return new PromptTemplate(messages, IsFenced: true);
    }

    private static PromptMessage Message(YamlMap parent, YamlNode node)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } text }) return new PromptMessage("user", text);
        if (node is not YamlMappingNode mapping) throw parent.Error(node, "a message must be a text, or have role and text");
        YamlMap map = new YamlMap(parent.File, mapping).Allow("a message", "role", "text");
        return new PromptMessage(map.Word("role", Roles) ?? "user", map.RequiredText("text", "a message"));
    }

    private static LabelProbabilityReading Labels(YamlMap map)
    {
        YamlMap labels = map.Map("labels") ?? throw map.ErrorAt(
            "labels", "a soft judge needs \"labels\" with first and second: the tokens that name the outputs");
        labels.Allow("labels", "first", "second");
        string[] first = labels.Texts("first") ?? throw labels.ErrorAt("first", "\"first\" is missing");
        string[] second = labels.Texts("second") ?? throw labels.ErrorAt("second", "\"second\" is missing");
        if (first.Length == 0 || second.Length == 0) throw labels.ErrorAt("first", "each output needs at least one label");
        if (first.Intersect(second, StringComparer.Ordinal).Any()) throw labels.ErrorAt("second", "a label cannot name both outputs");
        return new LabelProbabilityReading
        {
            First = [.. first],
            Second = [.. second],
            TokenIndex = map.Whole("token_index", int.MinValue, int.MaxValue) ?? 0,
            Top = map.Whole("top_logprobs", 1, 20) ?? 5,
            IsBinarized = map.Flag("binarize") ?? false,
        };
    }

    private static VerdictReading Verdict(YamlMap map)
    {
        if (map.Has("patterns") == map.Has("field")) throw map.ErrorAt("field", "a verdict judge needs either \"field\" and \"values\", or \"patterns\"");
        if (map.Has("patterns")) return new PatternReading { Patterns = Values(map, "patterns", arePatterns: true) };
        return new JsonFieldReading
        {
            Field = map.RequiredText("field", "a verdict judge"),
            Values = Values(map, "values", arePatterns: false),
            Schema = map.Json("schema") is { ValueKind: JsonValueKind.Object } schema
                ? schema
                : map.Has("schema") ? throw map.ErrorAt("schema", "\"schema\" must be a JSON schema: a mapping") : null,
        };
    }

    private static ImmutableArray<VerdictValue> Values(YamlMap parent, string name, bool arePatterns)
    {
        YamlMap map = parent.Map(name) ?? throw parent.ErrorAt(
            name, $"\"{name}\" is missing: what an answer may say, and first, second, tie or a number from 0 to 1 for each");
        ImmutableArray<VerdictValue> values = [.. map.Names.Select(text => new VerdictValue(text, Meaning(map, text)))];
        if (arePatterns)
        {
            foreach (string pattern in map.Names) CheckPattern(pattern, map);
        }
        return values;
    }

    private static double Meaning(YamlMap map, string text) => map.Text(text) switch
    {
        "first" => 0,
        "second" => 1,
        "tie" => 0.5,
        { } number when double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value is >= 0 and <= 1 => value,
        _ => throw map.ErrorAt(text, $"what \"{InputErrors.Quote(text)}\" means must be first, second, tie, or a number from 0 (the first is better) to 1"),
    };

    /// <summary>Refuses a regular expression that is none.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static void CheckPattern(string pattern, YamlMap map)
    {
        try
        {
            Regex.Match("", pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (RegexParseException error)
        {
            throw map.ErrorAt(pattern, $"the pattern \"{InputErrors.Quote(pattern)}\" is no regular expression: {InputErrors.Quote(error.Error.ToString())}");
        }
    }
}
