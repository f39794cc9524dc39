using Assay.Statistics.Resampling;
using Assay.Statistics.Sequential;

namespace Assay.Statistics.Tests.Sequential;

/// <summary>The study of docs/confidence-sequences.md, smaller and with one seed.</summary>
public class SequentialCoverageTests
{
    private const int Size = 805;

    [Theory]
    [InlineData(0.51, 700)] // a fixed sample needs 603
    [InlineData(0.17, 620)]
    [InlineData(0.02, 300)]
    public void Width_four_comes_before_the_whole_set_and_all_looks_cover(double winRate, int most)
    {
        (double looks, int missed) = Run(winRate, new UntilWidth(0.04), replications: 20);
        Assert.InRange(looks, 100, most);
        Assert.InRange(missed, 0, 3); // Binomial(20, 0.05) is above 3 in 1.6 % of studies
    }

    [Theory]
    [InlineData(0.02, 5, 13)]
    [InlineData(0.17, 10, 32)]
    public void A_bad_model_is_soon_decided_against_one_half(double winRate, int least, int most)
    {
        (double looks, int missed) = Run(winRate, new UntilDecided(0.5), replications: 40);
        Assert.InRange(looks, least, most);
        Assert.InRange(missed, 0, 5);
    }

    [Fact]
    public void Coverage_holds_at_every_look_for_small_sets_with_ties()
    {
        int missed = 0;
        const int Replications = 1000;
        for (int replication = 0; replication < Replications; replication++)
        {
            RandomStream random = new(11, (ulong)replication);
            double[] values = [.. Enumerable.Range(0, 40).Select(i => i % 4 == 0 ? 0.5 : i % 3 == 0 ? 1 : 0)];
            random.Shuffle(values.AsSpan());
            if (!CoversThroughout(values)) missed++;
        }
        Assert.InRange(missed, 0, 70); // 50 are allowed; 70 is three standard errors more
    }

    private static bool CoversThroughout(double[] values)
    {
        ConfidenceSequence sequence = new(values.Length, 0.95);
        double mean = values.Average();
        foreach (double value in values)
        {
            sequence.Add(value);
            if (mean < sequence.Interval.Lower - 1e-12 || mean > sequence.Interval.Upper + 1e-12) return false;
        }
        return true;
    }

    private static (double Looks, int Missed) Run(double winRate, StoppingRule rule, int replications)
    {
        int looks = 0, missed = 0;
        for (int replication = 0; replication < replications; replication++)
        {
            double[] values = new double[Size];
            values.AsSpan(0, (int)Math.Round(winRate * Size)).Fill(1);
            new RandomStream(5, (ulong)replication).Shuffle(values.AsSpan());
            double mean = values.Average();
            ConfidenceSequence sequence = rule.Sequence(Size, 0.95);
            bool covers = true;
            while (!rule.IsMet(sequence.Interval))
            {
                sequence.Add(values[sequence.Count]);
                covers &= sequence.Interval.Contains(mean);
            }
            looks += sequence.Count;
            if (!covers) missed++;
        }
        return ((double)looks / replications, missed);
    }
}
