using Assay.Core.Audits.Factuality;
using Assay.Core.Errors;
using Assay.Storage.Claims;
using Assay.TestSupport;

namespace Assay.Storage.Tests.Claims;

public sealed class ClaimFileTests
{
    [Theory]
    [InlineData("claims.json", """[{"prompt": "p", "claims": [{"subclaim": "c", "s-score": 2, "noise": 0.5, "annotation": "S"}]}]""")]
    [InlineData("claims.json", """{"data": [{"prompt": "p", "claims": [{"claim": "c", "s": 2.5, "acceptable": true}]}]}""")]
    [InlineData("claims.jsonl", """{"prompt": "p", "claims": [{"claim": "c", "s-score": 2.5, "annotation": "Y"}]}""")]
    public void Every_form_gives_the_same_claims(string name, string text)
    {
        using TemporaryFolder folder = new();
        PromptClaims prompt = Assert.Single(Read(folder.Write(name, text)));
        Assert.Equal(("p", new ScoredClaim("c", 2.5, true)), (prompt.Prompt, Assert.Single(prompt.Claims)));
    }

    [Theory]
    [InlineData("""[{"prompt": "p", "claims": [{"s": 1}]}]""", ", prompt 1, claim 1 has no label: neither")]
    [InlineData("""[{"prompt": "p", "claims": [{"acceptable": true, "r-score": 1}]}]""", "has no score \"s\" (its scores are r); name one of its scores")]
    [InlineData("""[{"prompt": "p", "claims": [{"acceptable": true, "s": "high"}]}]""", "the field \"s\" must be a finite number")]
    [InlineData("""[{"prompt": "p", "claims": [{"acceptable": true, "s": -1e9}]}]""", "scores must be above -100000")]
    [InlineData("""[{"prompt": "p", "claims": [{"acceptable": true, "s": NaN}]}]""", "is not JSON: line 1 cannot be read")]
    [InlineData("""[{"prompt": "p"}]""", ", prompt 1: the field \"claims\" is missing or no array")]
    [InlineData("""[{"claims": []}]""", ", prompt 1: the field \"prompt\" is missing")]
    [InlineData("""[7]""", ", prompt 1 is no object")]
    [InlineData("""{"prompts": []}""", "is no array of prompts")]
    [InlineData("""[]""", "holds no prompt")]
    public void Bad_input_is_one_sentence_with_its_place(string text, string expected)
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("claims.json", text);
        InputException error = Assert.Throws<InputException>(() => Read(path));
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_are_not_needed_to_filter()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("claims.json", """[{"prompt": "p", "claims": [{"s": 1}]}]""");
        Assert.Null(Assert.Single(ClaimFile.Read(path, "s", ["Y"], needsLabels: false, default)[0].Claims).IsAcceptable);
    }

    [SharedDataFact("conformal_factuality")]
    public void The_published_thresholds_come_out_to_the_last_digit()
    {
        PromptClaims[] biographies = Recorded("factscore"), questions = Recorded("nq");
        Assert.Equal(4.8998812119930735, Threshold(biographies, 0.15, 1));
        Assert.Equal(4.00022563726816, Threshold(biographies, 0.15, 0.7));
        Assert.Equal(3.999139923235701, Threshold(questions, 0.1, 1));
        Assert.Equal(3.7987289281099534, Threshold(questions, 0.1, 0.8));
    }

    private static double Threshold(PromptClaims[] prompts, double alpha, double share) =>
        FactualityAudit.Run(prompts, "frequency+gpt", new FactualityOptions { Alpha = alpha, AcceptableShare = share }, default).Threshold;

    private static PromptClaims[] Recorded(string name) =>
        [.. ClaimFile.Read(SharedData.Data("conformal_factuality", $"{name}_subclaims_with_scores.json"), "frequency+gpt", ["Y", "S"], needsLabels: true, default)];

    private static IReadOnlyList<PromptClaims> Read(string path) => ClaimFile.Read(path, "s", ClaimFile.UsualAcceptable.ToArray(), needsLabels: true, default);
}
