using Assay.Cli.Tests.Support;
using Assay.TestServer;

namespace Assay.Cli.Tests.Runs;

/// <summary>Evaluators in AlpacaEval's form, as its own repository has them, through the whole command.</summary>
public sealed class EvaluatorTests
{
    [Theory]
    [InlineData("""
          completions_kwargs: { model_name: judge-model, max_tokens: 300, function_call: { name: rank }, functions: [{ name: rank, parameters: { type: object } }] }
          fn_completion_parser: pipeline_meta_parser
          completion_parser_kwargs: { parsers_to_kwargs: { json_parser: { annotation_key: ordered_models }, ranking_parser: { model_1_name: m } } }
        """, """{"concise_explanation": "longer", "ordered_models": [{"model": "M", "rank": 1}, {"model": "m", "rank": 2}]}""")]
    [InlineData("""
          completions_kwargs: { model_name: judge-model, max_tokens: 50, tool_choice: { type: function, function: { name: f } }, tools: [{ type: function, function: { name: f } }] }
          completion_parser_kwargs: { outputs_to_match: { 1: '(?i)output \(a\)', 2: '(?i)output \(b\)' } }
        """, """{"best_output": "Output (b)"}""")]
    [InlineData("""
          completions_kwargs: { model_name: judge-model, max_tokens: 1024, temperature: 0.2 }
          fn_completion_parser: lmsys_parser
        """, "6 9\nThe second is better.")]
    public async Task The_output_shown_second_wins(string configuration, string answer)
    {
        await using RunScene scene = await RunScene.StartAsync(new ModelServerOptions { Reply = _ => new ModelReply(answer) });
        Directory.CreateDirectory(scene.File("mine"));
        scene.Write("mine/template.txt", "{instruction}\n{output_1}\n{output_2}\n");
        scene.Write("mine/configs.yaml", $"mine:\n  prompt_template: mine/template.txt\n  fn_completions: openai_completions\n{configuration}\n  batch_size: 1\n");
        string candidate = scene.WriteOutputs("new", 6), baseline = scene.WriteOutputs("old", 6);
        CommandRun run = await scene.Run(
            "judge", "--candidate", candidate, "--baseline", baseline, "--judge", scene.File("mine"), "--order", "fixed", "--run", scene.File("run"));
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Assert.Contains("win rate           100.00 %", run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await scene.Run("judge", "--reparse", "--run", scene.File("run"))).ExitCode);
    }
}
