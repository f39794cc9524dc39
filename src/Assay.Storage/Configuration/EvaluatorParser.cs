using System.Collections.Immutable;
using System.Globalization;
using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Storage.Files;

namespace Assay.Storage.Configuration;

/// <summary>How the answers of an AlpacaEval evaluator are read: its <c>fn_completion_parser</c> and <c>completion_parser_kwargs</c>.</summary>
internal static class EvaluatorParser
{
    private const int DefaultTop = 5;

    private static readonly string[] Supported = ["regex_parser", "ranking_parser", "json_parser", "logprob_parser", "lmsys_parser", "pipeline_meta_parser"];

    /// <summary>The reading an evaluator asks for; without a parser's name AlpacaEval's is <c>regex_parser</c>.</summary>
    /// <exception cref="InputException">The parser is not supported, or its arguments are wrong.</exception>
    public static VerdictReading Read(YamlMap evaluator)
    {
        string parser = evaluator.Text("fn_completion_parser") ?? "regex_parser";
        YamlMap? arguments = evaluator.Map("completion_parser_kwargs");
        return parser switch
        {
            "regex_parser" => Patterns(Needed(evaluator, arguments, parser)),
            "ranking_parser" => Ranking(arguments),
            "lmsys_parser" => new ScorePairReading(),
            "pipeline_meta_parser" => Pipeline(Needed(evaluator, arguments, parser)),
            "json_parser" => Json(Needed(evaluator, arguments, parser)),
            "logprob_parser" => Labels(evaluator, Needed(evaluator, arguments, parser)),
            _ => throw evaluator.ErrorAt(
                "fn_completion_parser", $"fn_completion_parser \"{InputErrors.Quote(parser)}\" is not supported; supported are {string.Join(", ", Supported)}"),
        };
    }

    private static YamlMap Needed(YamlMap evaluator, YamlMap? arguments, string parser) =>
        arguments ?? throw evaluator.ErrorAt("completion_parser_kwargs", $"{parser} needs \"completion_parser_kwargs\"");

    private static PatternReading Patterns(YamlMap arguments)
    {
        arguments.Allow("the arguments of regex_parser", "outputs_to_match");
        YamlMap patterns = arguments.Map("outputs_to_match") ?? throw arguments.ErrorAt("outputs_to_match", "regex_parser needs \"outputs_to_match\"");
        ImmutableArray<VerdictValue>.Builder values = ImmutableArray.CreateBuilder<VerdictValue>();
        foreach (string verdict in patterns.Names)
        {
            // The two dialects differ in how they name a group.
            string pattern = patterns.RequiredText(verdict, "outputs_to_match").Replace("(?P<", "(?<", StringComparison.Ordinal);
            ModelJudgeReader.CheckPattern(pattern, patterns);
            values.Add(new VerdictValue(pattern, Preference(verdict, patterns)));
        }
        return new PatternReading { Patterns = values.ToImmutable() };
    }

    private static RankingReading Ranking(YamlMap? arguments)
    {
        arguments?.Allow("the arguments of ranking_parser", "model_1_name", "model_2_name");
        return new RankingReading { First = arguments?.Text("model_1_name") ?? "model_1", Second = arguments?.Text("model_2_name") ?? "model_2" };
    }

    // The one pipeline that AlpacaEval's evaluators have: a field of a function call's arguments, and the ranking in it.
    private static RankingReading Pipeline(YamlMap arguments)
    {
        arguments.Allow("the arguments of pipeline_meta_parser", "parsers_to_kwargs");
        YamlMap parsers =
            arguments.Map("parsers_to_kwargs") ?? throw arguments.ErrorAt("parsers_to_kwargs", "pipeline_meta_parser needs \"parsers_to_kwargs\"");
        if (parsers.Names.ToArray() is not ["json_parser", "ranking_parser"])
        {
            throw arguments.ErrorAt("parsers_to_kwargs",
                $"the pipeline {string.Join(", ", parsers.Names.Select(InputErrors.Quote))} is not supported, only json_parser and then ranking_parser is");
        }
        YamlMap field = parsers.Map("json_parser") ?? throw parsers.ErrorAt("json_parser", "json_parser needs \"annotation_key\"");
        field.Allow("the arguments of json_parser", "annotation_key");
        return Ranking(parsers.Map("ranking_parser")) with { Field = field.RequiredText("annotation_key", "json_parser") };
    }

    private static JsonFieldReading Json(YamlMap arguments)
    {
        arguments.Allow("the arguments of json_parser", "annotation_key");
        return new JsonFieldReading
        {
            Field = arguments.RequiredText("annotation_key", "json_parser"),
            Values = [new VerdictValue("1", 0), new VerdictValue("2", 1), new VerdictValue("0", 0.5), new VerdictValue("1.5", 0.5)],
        };
    }

    // The numerator's token says that the first output is better.
    private static LabelProbabilityReading Labels(YamlMap evaluator, YamlMap arguments)
    {
        arguments.Allow("the arguments of logprob_parser", "numerator_token", "denominator_tokens", "is_binarize", "log_prob_index");
        string first = arguments.RequiredText("numerator_token", "logprob_parser");
        string[] tokens = arguments.Texts("denominator_tokens") ?? throw arguments.ErrorAt("denominator_tokens", "logprob_parser needs \"denominator_tokens\"");
        if (!tokens.Contains(first, StringComparer.Ordinal) || tokens.Distinct(StringComparer.Ordinal).Count() < 2)
        {
            throw arguments.ErrorAt("denominator_tokens", "\"denominator_tokens\" must have the numerator's token and at least one other");
        }
        return new LabelProbabilityReading
        {
            First = [first],
            Second = [.. tokens.Where(token => !string.Equals(token, first, StringComparison.Ordinal))],
            TokenIndex = TokenIndex(arguments),
            Top = evaluator.Map("completions_kwargs")?.Whole("top_logprobs", 1, 20) ?? DefaultTop,
            IsBinarized = arguments.Flag("is_binarize") ?? true,
        };
    }

    private static int TokenIndex(YamlMap arguments)
    {
        if (arguments.Text("log_prob_index") is null or "batch") return 0;
        return arguments.Whole("log_prob_index", int.MinValue, int.MaxValue) ?? 0;
    }

    // 1 and 2, 0 or 1.5 for a tie, and what lies between.
    private static double Preference(string verdict, YamlMap patterns)
    {
        bool isNumber = double.TryParse(verdict, NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
        return isNumber ? number switch
        {
            0 => 0.5,
            >= 1 and <= 2 => number - 1,
            _ => throw NotPreference(verdict, patterns),
        }
        : throw NotPreference(verdict, patterns);
    }

    private static InputException NotPreference(string verdict, YamlMap patterns) => patterns.ErrorAt(
        verdict, $"\"{InputErrors.Quote(verdict)}\" is no preference; it must be 1 (the first output is better) to 2 (the second is), or 0 for a tie");
}
