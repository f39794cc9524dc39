using Assay.Core.Errors;
using Assay.Core.Scenarios;
using Assay.Evaluation.Benchmarks;

namespace Assay.Evaluation.Tests.Benchmarks;

public class FewShotExamplesTests
{
    [Fact]
    public void An_instance_is_never_an_example_of_itself()
    {
        Instance[] pool = Pool(20);
        FewShotExamples examples = Choose(FewShotChoice.Random, pool, 19);
        Assert.All(pool, instance => Assert.DoesNotContain(instance, examples.For(instance)));
    }

    [Fact]
    public void The_same_seed_draws_the_same_examples()
    {
        Instance[] pool = Pool(20);
        Assert.Equal(Choose(FewShotChoice.Random, pool, 5).For(pool[0]), Choose(FewShotChoice.Random, pool, 5).For(pool[0]));
        Assert.NotEqual(Choose(FewShotChoice.Random, pool, 5).For(pool[0]), Choose(FewShotChoice.Random, pool, 5, seed: 1).For(pool[0]));
    }

    [Fact]
    public void Balanced_examples_have_every_class_equally_often()
    {
        // Class b is one in ten.
        Instance[] pool = [.. Pool(100).Select((instance, i) => instance with { References = [i % 10 == 0 ? "b" : "a"] })];
        IReadOnlyList<Instance> examples = Choose(FewShotChoice.Balanced, pool, 6).For(pool[50]);
        Assert.Equal(3, examples.Count(static example => example.References[0] == "b"));
    }

    [Fact]
    public void A_pool_smaller_than_asked_is_refused() =>
        Assert.Contains("the pool has 4 besides the instance", Assert.Throws<InputException>(() => Choose(FewShotChoice.Random, Pool(5), 5)).Message, StringComparison.Ordinal);

    private static Instance[] Pool(int count) =>
        [.. Enumerable.Range(0, count).Select(static i => new Instance { Id = $"{i}", Input = $"question {i}", References = [$"{i % 3}"] })];

    private static FewShotExamples Choose(FewShotChoice choice, Instance[] pool, int count, ulong seed = 0) =>
        FewShotExamples.Choose(new FewShot(null, count, choice, "{answer}"), pool, "s", pool, seed);
}
