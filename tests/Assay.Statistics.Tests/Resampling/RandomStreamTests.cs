using System.Numerics;
using Assay.Statistics.Resampling;

namespace Assay.Statistics.Tests.Resampling;

public class RandomStreamTests
{
    [Fact]
    public void The_reference_SplitMix64_gives_the_published_outputs()
    {
        IEnumerable<BigInteger> outputs = ReferenceGenerator.SplitMix64(1234567).Take(5);
        ulong[] published = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        Assert.Equal(published, outputs.Select(x => (ulong)x));
    }

    [Fact]
    public void The_reference_xoshiro256_gives_the_published_outputs()
    {
        IEnumerable<BigInteger> outputs = ReferenceGenerator.Xoshiro256([1, 2, 3, 4]).Take(6);
        Assert.Equal([11520UL, 0UL, 1509978240UL, 1215971899390074240UL, 1216172134540287360UL, 607988272756665600UL], outputs.Select(x => (ulong)x));
    }

    [Theory]
    [InlineData(0UL, 0UL)]
    [InlineData(1UL, 0UL)]
    [InlineData(0UL, 1UL)]
    [InlineData(ulong.MaxValue, ulong.MaxValue)]
    [InlineData(20240404UL, 805UL)]
    public void Bits_equal_those_of_the_reference(ulong seed, ulong stream)
    {
        RandomStream random = new(seed, stream);
        ulong[] drawn = [.. Enumerable.Range(0, 1000).Select(_ => random.NextUInt64())];
        Assert.Equal(ReferenceGenerator.Stream(seed, stream).Take(1000).Select(x => (ulong)x), drawn);
    }

    [Fact]
    public void Streams_of_one_seed_do_not_share_their_first_draw() =>
        Assert.Equal(100_000, Enumerable.Range(0, 100_000).Select(stream => new RandomStream(7, (ulong)stream).NextUInt64()).Distinct().Count());

    [Fact]
    public void Draws_of_neighbouring_streams_are_uncorrelated()
    {
        RandomStream first = new(3, 10), second = new(3, 11);
        double covariance = Mean(100_000, () => (first.NextDouble() - 0.5) * (second.NextDouble() - 0.5));
        Assert.InRange(covariance * 12, -0.013, 0.013);
    }

    [Fact]
    public void Uniform_numbers_have_the_uniform_moments_and_stay_below_1()
    {
        RandomStream random = new(1, 0);
        double[] draws = [.. Enumerable.Range(0, 200_000).Select(_ => random.NextDouble())];
        Assert.All(draws, x => Assert.InRange(x, 0, Math.BitDecrement(1)));
        Assert.Equal(1.0 / 2, draws.Average(), 0.003);
        Assert.Equal(1.0 / 3, draws.Average(x => x * x), 0.003);
    }

    [Fact]
    public void Integers_fall_equally_on_every_value()
    {
        RandomStream random = new(2, 0);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++) counts[random.NextInt(7)]++;
        Assert.InRange(counts.Sum(count => Math.Pow(count - 10_000, 2) / 10_000), 0, 22.5); // chi-square, 6 degrees of freedom: 0.999 point
    }

    [Fact]
    public void An_integer_below_1_is_0() => Assert.Equal(0, new RandomStream(0, 0).NextInt(1));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void An_empty_range_of_integers_is_refused(int exclusive) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(0, 0).NextInt(exclusive));

    [Fact]
    public void Gaussian_numbers_have_the_normal_moments()
    {
        RandomStream random = new(4, 0);
        double[] draws = [.. Enumerable.Range(0, 400_000).Select(_ => random.NextGaussian())];
        Assert.Equal(0, draws.Average(), 0.006);
        Assert.Equal(1, draws.Average(x => x * x), 0.01);
        Assert.Equal(0, draws.Average(x => x * x * x), 0.03);
        Assert.Equal(3, draws.Average(x => x * x * x * x), 0.08);
        Assert.Equal(0.025, draws.Average(x => x > 1.959964 ? 1.0 : 0), 0.001);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(4.5)]
    [InlineData(200)]
    public void Gamma_numbers_have_mean_and_variance_equal_to_their_shape(double shape)
    {
        RandomStream random = new(5, 0);
        double[] draws = [.. Enumerable.Range(0, 200_000).Select(_ => random.NextGamma(shape))];
        double mean = draws.Average();
        Assert.Equal(1, mean / shape, 0.02);
        Assert.Equal(1, draws.Average(x => (x - mean) * (x - mean)) / shape, 0.05);
    }

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(2, 5)]
    [InlineData(80, 20)]
    public void Beta_numbers_have_the_beta_moments(double a, double b)
    {
        RandomStream random = new(6, 0);
        double[] draws = [.. Enumerable.Range(0, 200_000).Select(_ => random.NextBeta(a, b))];
        double mean = a / (a + b), variance = mean * (1 - mean) / (a + b + 1);
        Assert.Equal(mean, draws.Average(), 0.005);
        Assert.Equal(1, draws.Average(x => (x - mean) * (x - mean)) / variance, 0.03);
    }

    [Fact]
    public void Beta_numbers_of_tiny_shapes_are_numbers()
    {
        RandomStream random = new(7, 0);
        double[] draws = [.. Enumerable.Range(0, 20_000).Select(_ => random.NextBeta(1e-4, 1e-4))];
        Assert.All(draws, x => Assert.InRange(x, 0, 1));
        Assert.Equal(0.5, draws.Average(), 0.02);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_shape_that_is_no_positive_number_is_refused(double shape) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(0, 0).NextGamma(shape));

    [Fact]
    public void Signs_are_plus_and_minus_one_equally_often_and_independent()
    {
        RandomStream random = new(8, 0);
        double[] signs = new double[100_001];
        random.FillSigns(signs);
        Assert.All(signs, sign => Assert.Equal(1, Math.Abs(sign)));
        Assert.Equal(0, signs.Average(), 0.013);
        Assert.Equal(0, signs.Zip(signs.Skip(1), (a, b) => a * b).Average(), 0.013);
        Assert.Equal(0, signs.Zip(signs.Skip(64), (a, b) => a * b).Average(), 0.013);
    }

    [Fact]
    public void A_shuffle_keeps_the_items()
    {
        int[] items = [.. Enumerable.Range(0, 100)];
        new RandomStream(9, 0).Shuffle(items.AsSpan());
        Assert.NotEqual(Enumerable.Range(0, 100), items);
        Assert.Equal(Enumerable.Range(0, 100), items.Order());
    }

    [Fact]
    public void A_shuffle_gives_each_order_equally_often()
    {
        RandomStream random = new(10, 0);
        Dictionary<string, int> counts = [];
        for (int i = 0; i < 60_000; i++)
        {
            char[] items = ['a', 'b', 'c'];
            random.Shuffle(items.AsSpan());
            counts[new string(items)] = counts.GetValueOrDefault(new string(items)) + 1;
        }
        Assert.Equal(6, counts.Count);
        Assert.InRange(counts.Values.Sum(count => Math.Pow(count - 10_000, 2) / 10_000), 0, 20.5); // chi-square, 5 degrees of freedom: 0.999 point
    }

    private static double Mean(int count, Func<double> draw)
    {
        double sum = 0;
        for (int i = 0; i < count; i++) sum += draw();
        return sum / count;
    }

    /// <summary>The published algorithms written out in exact integers reduced modulo 2^64, as a check on the fast form.</summary>
    private static class ReferenceGenerator
    {
        private static readonly BigInteger Modulus = BigInteger.One << 64;

        public static IEnumerable<BigInteger> SplitMix64(BigInteger state)
        {
            while (true)
            {
                state = (state + BigInteger.Parse("11400714819323198485", System.Globalization.CultureInfo.InvariantCulture)) % Modulus;
                BigInteger z = state;
                z = (z ^ (z / BigInteger.Pow(2, 30))) * BigInteger.Parse("13787848793156543929", System.Globalization.CultureInfo.InvariantCulture) % Modulus;
                z = (z ^ (z / BigInteger.Pow(2, 27))) * BigInteger.Parse("10723151780598845931", System.Globalization.CultureInfo.InvariantCulture) % Modulus;
                yield return z ^ (z / BigInteger.Pow(2, 31));
            }
        }

        public static IEnumerable<BigInteger> Xoshiro256(BigInteger[] s)
        {
            while (true)
            {
                yield return Rotate(s[1] * 5 % Modulus, 7) * 9 % Modulus;
                BigInteger[] next = [s[0] ^ s[3] ^ s[1], s[1] ^ s[2] ^ s[0], s[2] ^ s[0] ^ (s[1] * BigInteger.Pow(2, 17) % Modulus), Rotate(s[3] ^ s[1], 45)];
                s = next;
            }
        }

        public static IEnumerable<BigInteger> Stream(ulong seed, ulong stream)
        {
            BigInteger start = SplitMix64((SplitMix64(seed).First() + stream) % Modulus).First();
            return Xoshiro256([.. SplitMix64(start).Take(4)]);
        }

        private static BigInteger Rotate(BigInteger value, int left) => (value * BigInteger.Pow(2, left) % Modulus) + (value / BigInteger.Pow(2, 64 - left));
    }
}
