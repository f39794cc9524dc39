using System.Text;
using Assay.Core.Metrics.Matching;
using Assay.Core.Models;
using Assay.Core.Scenarios;

namespace Assay.Evaluation.Benchmarks;

/// <summary>Scores the texts of an instance: its choices behind the question, or the instance itself.</summary>
internal sealed class TextScoring(Scenario scenario, ITokenScorer scorer)
{
    /// <summary>The texts that are scored for a prompt, one call each.</summary>
    public static IEnumerable<string> TextsOf(Scenario scenario, BenchmarkPrompt prompt)
    {
        foreach (string continuation in prompt.Continuations)
        {
            yield return prompt.Messages[0].Text + continuation;
            if (scenario.Adapter is SeparateChoiceAdapter { IsCalibrated: true } adapter) yield return adapter.Unconditional + continuation;
        }
    }

    /// <summary>The instance with what was found; its metrics are the caller's to compute.</summary>
    /// <exception cref="ModelCallException">The model gave no log-probabilities.</exception>
    public async Task<ScoredInstance> ScoreAsync(ScoredInstance instance, BenchmarkPrompt prompt, CancellationToken cancellation)
    {
        if (scenario.Adapter is not SeparateChoiceAdapter adapter) return await ScoreTextAsync(instance, prompt, cancellation).ConfigureAwait(false);
        string question = prompt.Messages[0].Text;
        List<double> scores = [];
        foreach (string continuation in prompt.Continuations)
        {
            Tail tail = await TailAsync(question, continuation, cancellation).ConfigureAwait(false);
            double score = tail.LogProbability;
            if (adapter.IsCalibrated) score -= (await TailAsync(adapter.Unconditional, continuation, cancellation).ConfigureAwait(false)).LogProbability;
            scores.Add(adapter.Normalisation switch
            {
                LengthNormalisation.Bytes => score / Math.Max(1, Encoding.UTF8.GetByteCount(continuation)),
                LengthNormalisation.Tokens => score / Math.Max(1, tail.Tokens),
                _ => score,
            });
        }
        ChoiceLikelihoods choices = new([.. scores]);
        return Finish(instance with { Choices = choices, Answer = ChoiceLetters.Of(choices.Chosen), AnswerRule = "likeliest choice" });
    }

    private async Task<ScoredInstance> ScoreTextAsync(ScoredInstance instance, BenchmarkPrompt prompt, CancellationToken cancellation)
    {
        ScoredText text = await scorer.ScoreAsync(prompt.Continuations[0], cancellation).ConfigureAwait(false);
        // The first token has nothing before it; its bytes are left out with it.
        return Finish(instance with { TextScore = TextScore.Of(text) });
    }

    private static ScoredInstance Finish(ScoredInstance instance) => instance with { Outcome = InstanceOutcome.Scored };

    // The tokens that begin in the continuation; one that straddles the border is its own, as the question alone does not decide it.
    private async Task<Tail> TailAsync(string context, string continuation, CancellationToken cancellation)
    {
        ScoredText text = await scorer.ScoreAsync(context + continuation, cancellation).ConfigureAwait(false);
        int border = context.EnumerateRunes().Count();
        double sum = 0;
        int tokens = 0;
        foreach (ScoredToken token in text.Tokens)
        {
            if (token.Offset is not { } offset)
                throw new ModelCallException(ModelFailure.UnexpectedAnswer, $"{scorer.Model} does not say where its tokens begin, so a choice cannot be told from its question.");
            if (offset + token.Text.EnumerateRunes().Count() <= border) continue;
            sum += token.LogProbability ?? 0;
            tokens++;
        }
        return new Tail(sum, tokens);
    }

    private readonly record struct Tail(double LogProbability, int Tokens);
}
