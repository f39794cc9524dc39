using Assay.Core.Responses;
using Assay.Models.NGrams;
using Assay.Statistics.Resampling;
using Microsoft.Extensions.AI;

namespace Assay.Models.Tests.NGrams;

public sealed class NGramChatClientTests
{
    private static readonly NGramModel Model = NGramModel.Train(
        [.. Enumerable.Repeat("one two three four", 9), "one two five", "six seven"], TextUnit.Words, 3, default);

    [Fact]
    public async Task Temperature_zero_repeats_what_the_corpus_says_most()
    {
        ChatResponse answer = await Ask("one two", new ChatOptions { Temperature = 0 });
        Assert.Equal((" three four", ChatFinishReason.Stop), (answer.Text, answer.FinishReason));
    }

    [Fact]
    public async Task Equal_seeds_give_equal_answers_and_others_differ()
    {
        string[] answers = [.. await Task.WhenAll(Enumerable.Range(0, 20).Select(async seed => (await Ask("", new ChatOptions { Seed = seed / 2 })).Text))];
        Assert.All(Enumerable.Range(0, 10), i => Assert.Equal(answers[2 * i], answers[2 * i + 1]));
        Assert.True(answers.Distinct().Count() > 3);
    }

    [Fact]
    public async Task The_most_tokens_are_kept_to_and_said()
    {
        ChatResponse answer = await Ask("one", new ChatOptions { Temperature = 0, MaxOutputTokens = 2 });
        Assert.Equal((" two three", ChatFinishReason.Length, 2L), (answer.Text, answer.FinishReason, answer.Usage!.OutputTokenCount));
    }

    [Fact]
    public async Task Log_probabilities_are_those_of_the_scorer()
    {
        ChatOptions options = new() { Seed = 4, AdditionalProperties = new() { [LogProbabilityRequest.PropertyName] = new LogProbabilityRequest(0) } };
        ChatResponse answer = await Ask("", options);
        TokenLogProbabilities given = (TokenLogProbabilities)answer.AdditionalProperties![TokenLogProbabilities.PropertyName]!;
        var scored = await new NGramScorer(Model, "m").ScoreAsync(answer.Text, default);
        Assert.Equal(scored.Tokens.Select(static token => token.LogProbability!.Value), given.Tokens.Select(static token => token.LogProbability!.Value), static (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Draws_have_the_models_probabilities()
    {
        const int Draws = 20_000;
        Dictionary<string, int> counts = [];
        for (int draw = 0; draw < Draws; draw++)
        {
            string token = new NGramSampler(Model, "one two", 1, new RandomStream(1, (ulong)draw)).Next()?.Text ?? "end";
            counts[token] = counts.GetValueOrDefault(token) + 1;
        }
        NGramContext context = Model.Start();
        foreach (string token in new[] { "one", " two" }) context.Append(Model.Vocabulary.Find(token));
        double[] probabilities = new double[Model.Vocabulary.Count];
        Model.Distribution(context, probabilities);
        double known = 1 - probabilities[NGramVocabulary.Unknown];
        foreach (string token in new[] { " three", " five", " two" })
        {
            double expected = probabilities[Model.Vocabulary.Find(token)] / known;
            Assert.InRange((double)counts.GetValueOrDefault(token) / Draws, expected - 4 * Math.Sqrt(expected / Draws), expected + 4 * Math.Sqrt(expected / Draws));
        }
    }

    [Fact]
    public async Task A_streamed_answer_is_the_whole_one()
    {
        List<string> updates = [];
        NGramChatClient client = new(Model, "m", 0);
        await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, "")], new ChatOptions { Seed = 3 })) updates.Add(update.Text);
        Assert.Equal((await Ask("", new ChatOptions { Seed = 3 })).Text, string.Concat(updates));
    }

    private static Task<ChatResponse> Ask(string prompt, ChatOptions options) =>
        new NGramChatClient(Model, "m", 0).GetResponseAsync([new ChatMessage(ChatRole.User, prompt)], options);
}
