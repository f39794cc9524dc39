using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Core.Runs;
using Assay.Storage.Runs;

namespace Assay.Storage.Tests.Runs;

public sealed class RunDifferencesTests
{
    private static readonly RunDescription Run = RunRecords.Description;

    [Fact]
    public void A_run_that_was_read_back_asks_what_it_asked()
    {
        using TemporaryFolder folder = new();
        RunFolder.Create(folder.PathOf("run"), Run).Dispose();
        Assert.Empty(RunDifferences.Between(RunFiles.ReadDescription(folder.PathOf("run")), Run));
    }

    [Fact]
    public void What_decides_no_answer_makes_no_difference()
    {
        ModelSpecification model = RunRecords.Model() with { Price = new ModelPrice(1, 1), Limits = ModelLimits.None, Timeout = null, ApiKeyVariable = "OTHER_KEY" };
        RunDescription other = Run with
        {
            Models = [model with { Headers = model.Headers.Clear() }],
            AssayVersion = "9.9.9",
            Began = Run.Began.AddDays(1),
            Inputs = [Run.Inputs[0] with { Path = "elsewhere.json" }],
        };
        Assert.Empty(RunDifferences.Between(Run, other));
    }

    [Fact]
    public void Every_difference_is_a_phrase()
    {
        RunDescription other = Run with
        {
            Judge = RunRecords.Judge("verdict"),
            Models = [RunRecords.Model() with { Model = "m-2" }],
            Inputs = [Run.Inputs[0] with { Sha256 = new string('b', 64) }],
            Orders = OrderPolicy.Fixed,
            Repeats = 3,
            AskAgain = 0,
            Limit = null,
            SampleSeed = null,
            Seed = 1,
        };
        Assert.Equal(
            [
                "its judge is 'soft', not 'verdict'",
                "the model 'judge-model' was described in another way",
                "the candidate file outputs.json has changed since",
                "its order is both, not fixed",
                "its repeats are 2, not 3",
                "unreadable verdicts are asked for again 1 times, not 0",
                "its limit is 10, not none",
                "its sample is 7, not none",
                "its seed is 18446744073709551615, not 1",
            ],
            RunDifferences.Between(Run, other).ToArray());
    }

    [Fact]
    public void A_judge_of_the_same_name_and_another_prompt_is_another_judge()
    {
        RunDescription other = Run with { Judge = RunRecords.Judge("soft") with { Prompt = new PromptTemplate([], IsFenced: true) } };
        Assert.Equal(["the judge 'soft' was defined in another way"], RunDifferences.Between(Run, other).ToArray());
    }
}
