using Assay.Statistics.Estimation;
using Assay.Statistics.Resampling;
using Assay.Statistics.Sequential;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Statistics.Tests.Sequential;

public class ConfidenceSequenceTests
{
    [Fact]
    public void Before_the_first_item_nothing_is_known() =>
        Assert.Equal(new ConfidenceInterval(0, 1, 0.95), new ConfidenceSequence(10, 0.95).Interval);

    [Fact]
    public void When_all_items_are_drawn_the_interval_is_the_mean() => ForAll(world =>
    {
        ConfidenceInterval last = Intervals(world)[^1];
        return Math.Abs(last.Lower - world.Mean) < 1e-12 && Math.Abs(last.Upper - world.Mean) < 1e-12;
    });

    [Fact]
    public void Every_interval_lies_within_the_earlier_ones_as_long_as_they_cover() => ForAll(world => Intervals(world)
        .TakeWhile(interval => Covers(interval, world.Mean))
        .Zip(Intervals(world).Skip(1).TakeWhile(interval => Covers(interval, world.Mean)))
        .All(pair => pair.Second.Lower >= pair.First.Lower - 1e-12 && pair.Second.Upper <= pair.First.Upper + 1e-12));

    [Fact]
    public void Turning_the_scale_round_turns_the_intervals_round() => ForAll(world => Intervals(world)
        .Zip(Intervals(world with { Values = [.. world.Values.Select(value => 1 - value)] }))
        .All(pair => Math.Abs(pair.First.Lower - (1 - pair.Second.Upper)) < 1e-9 && Math.Abs(pair.First.Upper - (1 - pair.Second.Lower)) < 1e-9));

    [Fact]
    public void The_interval_never_allows_what_the_items_exclude() => ForAll(world =>
    {
        double sum = 0;
        return Intervals(world).Skip(1).Zip(world.Values).Select((pair, drawn) =>
        {
            sum += pair.Second;
            return pair.First.Lower >= sum / world.Values.Length - 1e-12
                && pair.First.Upper <= (sum + world.Values.Length - drawn - 1) / world.Values.Length + 1e-12;
        }).All(static holds => holds);
    });

    [Fact]
    public void Missing_values_leave_both_extremes_open_at_the_end()
    {
        ConfidenceSequence sequence = new(4, 0.95);
        foreach (double? value in (double?[])[1, null, 0, 1]) sequence.Add(value);
        Assert.Equal((0.5, 0.75), (sequence.Interval.Lower, sequence.Interval.Upper));
    }

    [Fact]
    public void The_mean_is_that_of_the_values_there_are()
    {
        ConfidenceSequence sequence = new(4, 0.95);
        foreach (double? value in (double?[])[1, null, 0]) sequence.Add(value);
        Assert.Equal((0.5, 3, 1), (sequence.Mean, sequence.Count, sequence.Missing));
    }

    [Fact]
    public void A_missing_value_never_narrows_more_than_a_value() => ForAll(world =>
    {
        ConfidenceSequence known = new(world.Values.Length, 0.95), holed = new(world.Values.Length, 0.95);
        for (int i = 0; i < world.Values.Length; i++)
        {
            known.Add(world.Values[i]);
            holed.Add(i % 3 == 0 ? null : world.Values[i]);
        }
        return holed.Interval.Lower <= known.Interval.Lower + 1e-12 && holed.Interval.Upper >= known.Interval.Upper - 1e-12;
    });

    [Fact]
    public void The_example_of_the_page_holds()
    {
        ConfidenceSequence sequence = new(805, 0.95);
        for (int i = 0; i < 8; i++) sequence.Add(0);
        Assert.Equal((0, 0.5055), (sequence.Interval.Lower, Math.Round(sequence.Interval.Upper, 10)));
        sequence.Add(0);
        Assert.Equal((0, 0.459), (sequence.Interval.Lower, Math.Round(sequence.Interval.Upper, 10)));
    }

    [Fact]
    public void No_item_can_be_drawn_after_the_last()
    {
        ConfidenceSequence sequence = new(1, 0.95);
        sequence.Add(1);
        Assert.Throws<InvalidOperationException>(() => sequence.Add(1));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Values_outside_the_scale_are_refused(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfidenceSequence(5, 0.95).Add(value));

    /// <param name="Values">One to 60 numbers in [0, 1], many of them 0, 0.5 and 1, in random order.</param>
    public sealed record World(double[] Values)
    {
        public double Mean => Values.Average();
    }

    private static bool Covers(ConfidenceInterval interval, double mean) => mean >= interval.Lower - 1e-12 && mean <= interval.Upper + 1e-12;

    private static ConfidenceInterval[] Intervals(World world)
    {
        ConfidenceSequence sequence = new(world.Values.Length, 0.95, 0.1);
        List<ConfidenceInterval> intervals = [sequence.Interval];
        foreach (double value in world.Values)
        {
            sequence.Add(value);
            intervals.Add(sequence.Interval);
        }
        return [.. intervals];
    }

    private static void ForAll(Func<World, bool> claim)
    {
        Gen<double> value = Gen.OneOf(Gen.Elements(0, 0.5, 1), Gen.Choose(0, 1000).Select(static number => number / 1000.0));
        Gen<World> worlds =
            from size in Gen.Choose(1, 60)
            from values in Gen.ArrayOf(value, size)
            from seed in Gen.Choose(0, int.MaxValue)
            select Shuffled(values, (ulong)seed);
        Prop.ForAll(worlds.ToArbitrary(), claim).Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20251, 77));
    }

    private static World Shuffled(double[] values, ulong seed)
    {
        new RandomStream(seed, 0).Shuffle(values.AsSpan());
        return new World(values);
    }
}
