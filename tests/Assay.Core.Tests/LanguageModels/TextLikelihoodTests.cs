using System.Text.Json;
using Assay.Core.LanguageModels;
using Assay.TestSupport;

namespace Assay.Core.Tests.LanguageModels;

public sealed class TextLikelihoodTests
{
    private const string File = "perplexity.json";

    [ReferenceTheory]
    [ReferenceEntries(File, "one text, three tokens", "one text, one token")]
    public void A_text_of_tokens_agrees_with_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        TextLikelihood text = TextLikelihood.Of(ReferenceEntry.Numbers(entry.Input.GetProperty("logprobs")), 1);
        Assert.Equal(entry.Expected.GetProperty("mean_nll").GetDouble(), text.MeanNegativeLogProbability!.Value, entry.Tolerance);
        Assert.Equal(entry.Expected.GetProperty("perplexity").GetDouble(), text.Perplexity!.Value, entry.Tolerance);
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "corpus perplexity, single text", "corpus perplexity, two texts of unlike length", "corpus perplexity, an empty text is skipped")]
    public void Texts_taken_as_one_pool_their_tokens(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        TextLikelihood sum = default;
        foreach (JsonElement text in entry.Input.GetProperty("texts").EnumerateArray())
            sum = sum.Add(new TextLikelihood(text.GetProperty("tokens").GetInt64(), text.GetProperty("sum_logprobs").GetDouble(), 0));
        Assert.Equal(entry.Expected.GetProperty("per_token").GetDouble(), sum.Perplexity!.Value, entry.Tolerance);
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "bits per byte", "perplexity of the same text")]
    public void Closed_forms_agree(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        int bytes = entry.Input.TryGetProperty("bytes", out JsonElement given) ? given.GetInt32() : 1;
        TextLikelihood text = TextLikelihood.Of(ReferenceEntry.Numbers(entry.Input.GetProperty("logprobs")), bytes);
        Assert.Equal(entry.Expected.GetDouble(), bytes == 1 ? text.Perplexity!.Value : text.BitsPerByte!.Value, entry.Tolerance);
    }

    [Fact]
    public void Without_tokens_or_bytes_nothing_is_known() => Assert.Equal(
        (null, null, null), (default(TextLikelihood).MeanNegativeLogProbability, default(TextLikelihood).Perplexity, default(TextLikelihood).BitsPerByte));

    [Theory]
    [InlineData(0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_no_log_probability_is_refused(double value) => Assert.Throws<ArgumentException>(() => TextLikelihood.Of([-1, value], 2));
}
