using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Core.Responses;
using Assay.Storage.Configuration;

namespace Assay.Storage.Tests.Configuration;

public sealed class EvaluatorFolderTests : IDisposable
{
    private const string Template = "<|im_start|>system\nYou compare.\n<|im_end|>\n"
        + "<|im_start|>user\n{{\"task\": \"{instruction}\"}}\nA: {output_1}\nB: {output_2}\n<|im_end|>\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_evaluator_of_log_probabilities_is_read()
    {
        EvaluatorFolderContent content = Read("""
              fn_completion_parser: logprob_parser
              completion_parser_kwargs: { numerator_token: "m", denominator_tokens: ["m", "M"], is_binarize: false }
            """, "max_tokens: 1, temperature: 1, logprobs: true, top_logprobs: 7");
        ModelJudge expected = new()
        {
            Name = "mine",
            Model = "gpt-test",
            Orders = OrderPolicy.Random,
            Prompt = new PromptTemplate(
                [new PromptMessage("system", "You compare."), new PromptMessage("user", "{{\"task\": \"{instruction}\"}}\nA: {output_1}\nB: {output_2}")],
                IsFenced: false),
            Reading = new LabelProbabilityReading { First = ["m"], Second = ["M"], Top = 7 },
            Parameters = ModelParameters.Parse("""{"max_tokens": 1, "temperature": 1}"""),
        };
        Assert.Equal(Shape.Of(expected), Shape.Of(content.Judge));
        ModelSpecification model = Assert.Single(content.ImpliedModels);
        Assert.Equal(
            ("gpt-test", "https://api.openai.com/v1", "OPENAI_API_KEY", ModelKind.Chat),
            (model.Name, model.Endpoint.ToString(), model.ApiKeyVariable, model.Kind));
    }

    [Fact]
    public void An_evaluator_without_parser_matches_patterns()
    {
        PatternReading reading = Assert.IsType<PatternReading>(Read("""
              completion_parser_kwargs:
                outputs_to_match:
                  1: '(?:^|\n) ?Output \(a\)'
                  2: '(?P<x>b)'
                  0: 'tie'
                  1.75: 'mostly'
            """).Judge.Reading);
        VerdictValue[] expected =
        [
            new(@"(?:^|\n) ?Output \(a\)", 0), new("(?<x>b)", 1), new("tie", 0.5), new("mostly", 0.75),
        ];
        Assert.Equal(expected, reading.Patterns.ToArray());
    }

    [Fact]
    public void An_evaluator_that_ranks_is_read() => Assert.Equal(
        new RankingReading { First = "model_1", Second = "model_2" }, Read("  fn_completion_parser: ranking_parser\n").Judge.Reading);

    [Fact]
    public void An_evaluator_that_answers_in_json_is_read() => Assert.Equal(
        Shape.Of(new JsonFieldReading { Field = "best", Values = [new("1", 0), new("2", 1), new("0", 0.5), new("1.5", 0.5)] }),
        Shape.Of(Read("  fn_completion_parser: json_parser\n  completion_parser_kwargs: { annotation_key: best }\n").Judge.Reading));

    [Fact]
    public void An_evaluator_of_probabilities_rounds_unless_told_not_to() =>
        Assert.True(Assert.IsType<LabelProbabilityReading>(Read(
            LabelParser + "  completion_parser_kwargs: { numerator_token: a, denominator_tokens: [a, b] }\n").Judge.Reading).IsBinarized);

    [Fact]
    public void A_template_without_messages_is_one_message() =>
        Assert.Equal(
            [new PromptMessage("user", "{instruction} {output_1} {output_2}")],
            Read(RankingParser, template: "{instruction} {output_1} {output_2}\n").Judge.Prompt.Messages.ToArray());

    [Fact]
    public void A_last_message_that_is_only_opened_is_where_the_answer_begins() =>
        Assert.Equal(2, Read(RankingParser, template: Template + "<|im_start|>assistant\n").Judge.Prompt.Messages.Length);

    [Fact]
    public void An_order_that_is_not_drawn_is_fixed() =>
        Assert.Equal(OrderPolicy.Fixed, Read(RankingParser + "  is_randomize_output_order: false\n").Judge.Orders);

    // The fields that the evaluators published with AlpacaEval have, each as they write it.
    [Fact]
    public void A_label_after_reasons_is_the_last_token() => Assert.Equal(-1, Assert.IsType<LabelProbabilityReading>(Read(
        LabelParser + "  completion_parser_kwargs: { numerator_token: m, denominator_tokens: [m, M], is_binarize: true, log_prob_index: -1 }\n"
        + "  completion_key: completions_all\n  processors_to_kwargs:\n    ChainOfThoughtProcessor: {}\n").Judge.Reading).TokenIndex);

    [Theory]
    [InlineData("function_call: { name: f }, functions: [{ name: f, parameters: { type: object } }]", "function_call,functions")]
    [InlineData("tool_choice: { type: function, function: { name: f } }, tools: [{ type: function, function: { name: f } }]", "tool_choice,tools")]
    public void Function_calls_are_sent_as_they_are(string arguments, string names)
    {
        ModelParameters parameters = Read(
            PipelineParser + "  completion_parser_kwargs: { parsers_to_kwargs: { json_parser: { annotation_key: ranks }, ranking_parser: { model_1_name: m } } }\n",
            arguments).Judge.Parameters;
        Assert.All(names.Split(','), name => Assert.Contains(name, parameters.Values.Keys));
    }

    [Fact]
    public void A_pipeline_of_a_field_and_a_ranking_is_read() => Assert.Equal(
        new RankingReading { First = "m", Second = "model_2", Field = "ranks" },
        Read(PipelineParser + "  completion_parser_kwargs: { parsers_to_kwargs: { json_parser: { annotation_key: ranks }, ranking_parser: { model_1_name: m } } }\n")
            .Judge.Reading);

    [Fact]
    public void A_pair_of_scores_is_read() => Assert.Equal(new ScorePairReading(), Read("  fn_completion_parser: lmsys_parser\n").Judge.Reading);

    [Fact]
    public void A_model_of_plain_completions_is_asked_for_them() =>
        Assert.Equal(ModelKind.Completions, Read(RankingParser, model: "text-test-003").ImpliedModels[0].Kind);

    [Fact]
    public void A_template_is_found_in_the_folder_of_another_evaluator()
    {
        _folder.Write(Path.Combine("other", "theirs.txt"), "{instruction} {output_1} {output_2} theirs");
        string yaml = Configuration(RankingParser).Replace("mine/template.txt", "other/theirs.txt", StringComparison.Ordinal);
        _folder.Write(Path.Combine("mine", "configs.yaml"), yaml);
        Assert.EndsWith("theirs", EvaluatorFolder.Read(_folder.PathOf("mine")).Judge.Prompt.Messages[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("mine/../../x.txt")]
    [InlineData(".ssh/id")]
    [InlineData("mine/..")]
    public void A_template_outside_the_evaluators_is_refused(string path)
    {
        _folder.Write(Path.Combine("mine", "configs.yaml"), Configuration(RankingParser).Replace("mine/template.txt", path, StringComparison.Ordinal));
        Assert.Contains("must be a file of this folder", Assert.Throws<InputException>(() =>
            EvaluatorFolder.Read(_folder.PathOf("mine"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "  fn_completion_parser: eval_parser\n", 5,
        "fn_completion_parser \"eval_parser\" is not supported; supported are regex_parser, ranking_parser, json_parser, logprob_parser, lmsys_parser, "
        + "pipeline_meta_parser.")]
    [InlineData("  fn_completion_parser: pipeline_meta_parser\n", 2, "pipeline_meta_parser needs \"completion_parser_kwargs\".")]
    [InlineData(PipelineParser + "  completion_parser_kwargs: { parsers_to_kwargs: { replace_parser: {}, regex_parser: {} } }\n", 6,
        "the pipeline replace_parser, regex_parser is not supported, only json_parser and then ranking_parser is.")]
    [InlineData("  fn_completion_parser: lmsys_parser\n  processors_to_kwargs: { PaddingForBatchesProcessor: {} }\n", 6,
        "the processor \"PaddingForBatchesProcessor\" is not supported; take it out.")]
    [InlineData("  fn_completion_parser: ranking_parser\n  batch_size: 5\n", 6, "several instructions in one prompt are not supported; set batch_size to 1.")]
    [InlineData("  fn_completion_parser: ranking_parser\n  btach_size: 1\n", 6, "unknown name \"btach_size\" in an evaluator; did you mean 'batch_size'?")]
    [InlineData("  completion_parser_kwargs: { outputs_to_match: { 3: a } }\n", 5, "\"3\" is no preference")]
    [InlineData("  completion_parser_kwargs: { outputs_to_match: { 1: '(' } }\n", 5, "the pattern \"(\" is no regular expression")]
    [InlineData("  batch_size: 1\n", 2, "regex_parser needs \"completion_parser_kwargs\".")]
    [InlineData(LabelParser + "  completion_parser_kwargs: { numerator_token: a, denominator_tokens: [a] }\n", 6, "\"denominator_tokens\" must have")]
    [InlineData(LabelParser + "  completion_parser_kwargs: { numerator_token: a, denominator_tokens: [a, b], log_prob_index: last }\n", 6,
        "\"log_prob_index\" must be a whole number")]
    public void What_is_not_supported_is_refused_by_name_with_its_line(string fields, int line, string expected) =>
        Assert.StartsWith($"{_folder.PathOf("mine", "configs.yaml")}, line {line}: {expected}", ErrorOf(() => Read(fields)), StringComparison.Ordinal);

    [Fact]
    public void Another_kind_of_endpoint_is_refused_by_name()
    {
        string yaml = Configuration(RankingParser).Replace("openai_completions", "anthropic_completions", StringComparison.Ordinal);
        _folder.Write(Path.Combine("mine", "configs.yaml"), yaml);
        string error = ErrorOf(() => EvaluatorFolder.Read(_folder.PathOf("mine")));
        Assert.Contains("line 3: fn_completions \"anthropic_completions\" is not supported, only openai_completions is", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("client_kwargs: { api_key: s3cret }", "\"client_kwargs\" is not supported")]
    [InlineData("api_key: s3cret", "would write a key into the file")]
    public void Arguments_that_name_an_endpoint_or_carry_keys_are_refused(string argument, string expected)
    {
        string error = ErrorOf(() => Read(RankingParser, argument));
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{instruction} {output_1}", "the template has no {output_2}.")]
    [InlineData("{instruction} {output_1} {output_2}<|im_start|>user\nx<|im_end|>", "stands outside")]
    [InlineData("<|im_start|>user\n{instruction} {output_1} {output_2}", "does not end with <|im_end|>.")]
    [InlineData("<|im_start|>user {instruction} {output_1} {output_2}<|im_end|>", "a role must stand alone")]
    public void A_template_that_is_none_is_told(string template, string expected) =>
        Assert.Contains(expected, ErrorOf(() => Read(RankingParser, template: template)), StringComparison.Ordinal);

    [Fact]
    public void A_template_that_is_not_there_is_named()
    {
        _folder.Write(Path.Combine("mine", "configs.yaml"), Configuration(RankingParser));
        Assert.Contains("there is no template mine/template.txt", ErrorOf(() => EvaluatorFolder.Read(_folder.PathOf("mine"))), StringComparison.Ordinal);
    }

    private const string PipelineParser = "  fn_completion_parser: pipeline_meta_parser\n";

    private const string LabelParser = "  fn_completion_parser: logprob_parser\n";

    private const string RankingParser = "  fn_completion_parser: ranking_parser\n";

    private static string Configuration(string fields, string arguments = "max_tokens: 100", string model = "gpt-test") =>
        $"mine:\n  prompt_template: mine/template.txt\n  fn_completions: openai_completions\n"
        + $"  completions_kwargs: {{ model_name: {model}, {arguments} }}\n{fields}";

    private static string ErrorOf(Action read) => Assert.Throws<InputException>(read).Message;

    private EvaluatorFolderContent Read(string fields, string arguments = "max_tokens: 100", string template = Template, string model = "gpt-test")
    {
        _folder.Write(Path.Combine("mine", "template.txt"), template);
        _folder.Write(Path.Combine("mine", "configs.yaml"), Configuration(fields, arguments, model));
        return EvaluatorFolder.Read(_folder.PathOf("mine"));
    }
}
