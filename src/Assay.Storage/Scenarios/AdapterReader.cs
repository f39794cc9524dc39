using Assay.Core.Errors;
using Assay.Core.Scenarios;
using Assay.Storage.Configuration;

namespace Assay.Storage.Scenarios;

/// <summary>Reads <c>adapter</c> of a scenario file: a word, or a mapping with its templates.</summary>
internal static class AdapterReader
{
    private static readonly string[] Kinds = ["generation", "chat", "multiple-choice-joint", "multiple-choice-separate", "language-modeling"];
    private static readonly string[] Common = ["kind", "instructions", "question", "separator", "before_answer"];

    /// <summary>The adapter.</summary>
    /// <exception cref="InputException">Something is wrong; names the file and the line.</exception>
    public static Adapter Read(YamlMap scenario, TaskText text)
    {
        if (scenario.List("adapter") is not [{ } node]) throw scenario.ErrorAt("adapter", $"a scenario needs \"adapter\": {string.Join(", ", Kinds)}");
        if (node is YamlDotNet.RepresentationModel.YamlScalarNode) return Defaults(scenario.Word("adapter", Kinds)!);
        YamlMap map = scenario.Map("adapter")!;
        Adapter adapter = Defaults(map.Word("kind", Kinds) ?? throw map.ErrorAt("kind", $"an adapter needs \"kind\": {string.Join(", ", Kinds)}"));
        adapter = Special(adapter, map);
        return adapter with
        {
            Instructions = map.Text("instructions") is { } instructions ? text.Fill(instructions) : adapter.Instructions,
            Question = map.Text("question") ?? adapter.Question,
            Separator = map.Text("separator") ?? adapter.Separator,
            BeforeAnswer = map.Text("before_answer") ?? adapter.BeforeAnswer,
        };
    }

    private static Adapter Defaults(string kind) => kind switch
    {
        "generation" => new GenerationAdapter(),
        "chat" => new ChatAdapter(),
        "multiple-choice-joint" => new JointChoiceAdapter { Question = "Question: {input}\n{choices}\nAnswer:" },
        "multiple-choice-separate" => new SeparateChoiceAdapter { Question = "Question: {input}\nAnswer:" },
        _ => new LanguageModelingAdapter(),
    };

    private static Adapter Special(Adapter adapter, YamlMap map)
    {
        string what = $"the adapter {adapter.Name}";
        switch (adapter)
        {
            case JointChoiceAdapter joint:
                map.Allow(what, [.. Common, "choice"]);
                return joint with { Choice = map.Text("choice") ?? joint.Choice };
            case SeparateChoiceAdapter separate:
                map.Allow(what, [.. Common, "calibrated", "unconditional", "normalise"]);
                return separate with
                {
                    IsCalibrated = map.Flag("calibrated") ?? false,
                    Unconditional = map.Text("unconditional") ?? separate.Unconditional,
                    Normalisation = map.Word("normalise", "none", "bytes", "tokens") switch
                    {
                        "bytes" => LengthNormalisation.Bytes,
                        "tokens" => LengthNormalisation.Tokens,
                        _ => LengthNormalisation.None,
                    },
                };
            case LanguageModelingAdapter:
                map.Allow(what, "kind");
                return adapter;
            default:
                map.Allow(what, Common);
                return adapter;
        }
    }
}
