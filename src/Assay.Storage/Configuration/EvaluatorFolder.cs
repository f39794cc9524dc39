using System.Collections.Immutable;
using System.Text;
using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Storage.Files;

namespace Assay.Storage.Configuration;

/// <summary>A judge read from a folder, and the models it implies.</summary>
/// <param name="Judge">The judge; its prompt is sent verbatim, unfenced.</param>
/// <param name="ImpliedModels">Models it names and where AlpacaEval would ask them; a model of the same name in <c>assay.yaml</c> is to win over these.</param>
public sealed record EvaluatorFolderContent(ModelJudge Judge, ImmutableArray<ModelSpecification> ImpliedModels);

/// <summary>
/// Reads a judge in AlpacaEval's evaluator format: a folder with <c>configs.yaml</c> (one evaluator by its name) and a prompt template beside it. What this
/// program cannot do as AlpacaEval does is refused by name.
/// </summary>
public static class EvaluatorFolder
{
    /// <summary>The file that makes a folder an evaluator.</summary>
    public const string ConfigurationFile = "configs.yaml";

    // Keeps the judge's reasons beside its verdict, as calls.jsonl does with every answer.
    private const string ReasonsProcessor = "ChainOfThoughtProcessor";

    private const string SupportedCompletions = "openai_completions";

    private static readonly Uri OpenAIEndpoint = new("https://api.openai.com/v1");

    // What those after the parser do not change is how one answer is read.
    private static readonly string[] Fields =
    [
        "prompt_template", "fn_completions", "completions_kwargs", "fn_completion_parser", "completion_parser_kwargs", "completion_key", "batch_size",
        "is_randomize_output_order", "is_shuffle", "random_seed_keys", "other_output_keys_to_keep", "other_keys_to_keep", "is_store_raw_completions",
        "is_store_missing_annotations", "is_raise_if_missing_annotations", "is_avoid_reannotations",
        "annotation_key", "seed", "annotation_type", "base_dir", "max_instances", "processors_to_kwargs",
    ];

    /// <summary>Whether a folder is an evaluator.</summary>
    public static bool IsEvaluator(string folder) => File.Exists(Path.Combine(folder, ConfigurationFile));

    /// <summary>The judge in a folder.</summary>
    /// <exception cref="InputException">A file is missing or wrong, or asks for what is not supported; names the file, the line and what is
    /// supported.</exception>
    public static EvaluatorFolderContent Read(string folder)
    {
        YamlMap file = YamlFile.Read(Path.Combine(folder, ConfigurationFile));
        string[] names = [.. file.Names];
        if (names is not [string name]) throw file.ErrorAt("", $"one evaluator was expected, by its name, and {names.Length} are there; keep one");
        YamlMap map = file.Map(name) ?? throw file.ErrorAt(name, $"the evaluator \"{InputErrors.Quote(name)}\" says nothing");
        map.Allow("an evaluator", Fields);
        if (map.Whole("batch_size", 1, int.MaxValue) is > 1)
        {
            throw map.ErrorAt("batch_size", "several instructions in one prompt are not supported; set batch_size to 1");
        }
        if (map.Map("processors_to_kwargs")?.Names.FirstOrDefault(static processor => processor != ReasonsProcessor) is { } processor)
        {
            throw map.ErrorAt("processors_to_kwargs", $"the processor \"{InputErrors.Quote(processor)}\" is not supported; take it out");
        }
        ModelSpecification model = EvaluatorModel(map);
        ModelJudge judge = new()
        {
            Name = name,
            Model = model.Name,
            Prompt = new PromptTemplate(ChatTemplate.Parse(Template(folder, map), map), IsFenced: false),
            Reading = EvaluatorParser.Read(map),
            Parameters = EvaluatorArguments.Parameters(map),
            // AlpacaEval draws one order for each pair, unless told not to.
            Orders = map.Flag("is_randomize_output_order") ?? true ? OrderPolicy.Random : OrderPolicy.Fixed,
        };
        return new EvaluatorFolderContent(judge, [model]);
    }

    private static ModelSpecification EvaluatorModel(YamlMap map)
    {
        string function = map.RequiredText("fn_completions", "an evaluator");
        if (!string.Equals(function, SupportedCompletions, StringComparison.Ordinal))
        {
            throw map.ErrorAt("fn_completions", $"fn_completions \"{InputErrors.Quote(function)}\" is not supported, only {SupportedCompletions} is; "
                + "set it to that and give the model an OpenAI-compatible endpoint in assay.yaml");
        }
        YamlMap arguments = map.Map("completions_kwargs") ?? throw map.ErrorAt("completions_kwargs", "\"completions_kwargs\" is missing; it names the model");
        string model = arguments.RequiredText("model_name", "completions_kwargs");
        return new ModelSpecification
        {
            Name = model,
            Endpoint = OpenAIEndpoint,
            Model = model,
            Kind = IsCompletionModel(model) && !(arguments.Flag("requires_chatml") ?? false) ? ModelKind.Completions : ModelKind.Chat,
            ApiKeyVariable = "OPENAI_API_KEY",
        };
    }

    private static bool IsCompletionModel(string model) =>
        model.StartsWith("text-", StringComparison.Ordinal)
        || model.StartsWith("davinci", StringComparison.Ordinal)
        || model.EndsWith("-instruct", StringComparison.Ordinal);

    // AlpacaEval names a template from the folder that all evaluators are in: "this_evaluator/template.txt", or another evaluator's.
    private static string Template(string folder, YamlMap map)
    {
        string name = map.RequiredText("prompt_template", "an evaluator");
        string[] segments = name.Split('/');
        if (segments.Length > 2 || segments.Any(static segment => segment.StartsWith('.') || PathSegment.Problem(segment) is not null))
        {
            throw map.ErrorAt("prompt_template", $"\"{InputErrors.Quote(name)}\" must be a file of this folder or FOLDER/FILE beside it");
        }
        string full = Path.GetFullPath(folder);
        string own = Path.Combine(full, segments[^1]);
        string beside = Path.Combine([Path.GetDirectoryName(full) ?? full, .. segments]);
        string path = segments.Length == 2 && File.Exists(beside) ? beside : own;
        if (!File.Exists(path)) throw map.ErrorAt("prompt_template", $"there is no template {InputErrors.Quote(name)}, neither in {folder} nor beside it");
        return new UTF8Encoding().GetString(SmallFile.Read(path)).TrimStart('\uFEFF');
    }
}
