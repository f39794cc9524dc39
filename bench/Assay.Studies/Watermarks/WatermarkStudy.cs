using System.Globalization;
using Assay.Core.Models;
using Assay.Core.Watermarks;
using Assay.Statistics.Resampling;
using Assay.Studies.Documents;

namespace Assay.Studies.Watermarks;

/// <summary>How often marks are found, and how often they are found where there is none.</summary>
internal static class WatermarkStudy
{
    private const int KeyLength = 256, Resamples = 199;
    private const double Level = 0.01;

    private static readonly WatermarkScheme[] Schemes = [WatermarkScheme.ExponentialMinimum, WatermarkScheme.InverseTransform];

    /// <summary>Marked texts found at p ≤ 0.01, by length and entropy per token.</summary>
    public static string Power(int texts)
    {
        MarkdownTable table = new("tokens, nats per token", "exponential minimum", "inverse transform");
        foreach (int tokens in new[] { 16, 32, 64, 128, 256 })
        {
            foreach (int vocabulary in new[] { 3, 8, 55 })
            {
                string[] shares = [.. Schemes.Select(scheme => Percent(Found(scheme, new EvenModel(vocabulary), tokens, static (text, _, _) => text, null, texts)))];
                table.Add([string.Create(CultureInfo.InvariantCulture, $"{tokens}, {Math.Log(vocabulary):0.0}"), .. shares]);
            }
        }
        return table.ToString();
    }

    /// <summary>Marked texts found at p ≤ 0.01 after they were changed: 64 tokens of 2.1 nats.</summary>
    public static string Robustness(int texts)
    {
        MarkdownTable table = new("change", "exponential minimum", "with edits", "inverse transform", "with edits");
        EvenModel model = new(8);
        foreach ((string name, Change change) in Changes())
        {
            table.Add(
                name,
                Percent(Found(Schemes[0], model, 64, change, null, texts)), Percent(Found(Schemes[0], model, 64, change, 0, texts / 4)),
                Percent(Found(Schemes[1], model, 64, change, null, texts)), Percent(Found(Schemes[1], model, 64, change, 0.1, texts / 4)));
        }
        return table.ToString();
    }

    /// <summary>Unmarked texts with p-values at most 1, 5 and 10 %.</summary>
    public static string FalsePositives(int texts)
    {
        MarkdownTable table = new("unmarked text", "p ≤ 0.01", "p ≤ 0.05", "p ≤ 0.10");
        foreach (WatermarkScheme scheme in Schemes)
        {
            int[] counts = new int[3];
            for (int number = 0; number < texts; number++)
            {
                RandomStream random = new(17, (ulong)number);
                int[] text = [.. Enumerable.Range(0, 32).Select(_ => random.NextInt(8))];
                double p = Test(scheme, (uint)number, null, 99).Run(text, 8, default).PValue;
                for (int i = 0; i < counts.Length; i++)
                {
                    if (p <= new[] { 0.01, 0.05, 0.10 }[i] + 1e-12) counts[i]++;
                }
            }
            table.Add([scheme == Schemes[0] ? "exponential minimum" : "inverse transform", .. counts.Select(count => Percent((double)count / texts))]);
        }
        return table.ToString();
    }

    private delegate IEnumerable<int> Change(IReadOnlyList<int> text, RandomStream random, int tokens);

    private static IEnumerable<(string Name, Change Change)> Changes()
    {
        yield return ("none", static (text, _, _) => text);
        foreach (double share in new[] { 0.1, 0.3, 0.5 })
        {
            yield return ($"{100 * share:0} % substituted", (text, random, tokens) => text.Select(token => random.NextDouble() < share ? random.NextInt(tokens) : token));
        }
        foreach (double share in new[] { 0.1, 0.3 })
            yield return ($"{100 * share:0} % deleted", (text, random, _) => text.Where(_ => random.NextDouble() >= share));
        foreach (double share in new[] { 0.1, 0.3 })
        {
            yield return ($"{100 * share:0} % inserted", (text, random, tokens) =>
                text.SelectMany(token => random.NextDouble() < share ? new[] { random.NextInt(tokens), token } : [token]));
        }
    }

    private static double Found(WatermarkScheme scheme, EvenModel model, int tokens, Change change, double? gap, int texts)
    {
        int found = 0;
        for (int number = 0; number < texts; number++)
        {
            WatermarkTest test = Test(scheme, (uint)number, gap, Resamples);
            IReadOnlyList<int> marked = WatermarkGenerator.Generate(model, test.Key, "", tokens, (ulong)number, default);
            int[] text = [.. change(marked, new RandomStream(23, (ulong)number), model.TokenCount)];
            if (test.Run(text, model.TokenCount, default).PValue <= Level) found++;
        }
        return (double)found / texts;
    }

    private static WatermarkTest Test(WatermarkScheme scheme, uint seed, double? gap, int resamples) =>
        new() { Key = new WatermarkKey(seed, KeyLength, scheme), Gap = gap, Resamples = resamples, Seed = seed };

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");

    /// <summary>Every token is as likely as any other, and texts do not end: each token has log(tokens) nats.</summary>
    private sealed class EvenModel(int tokens) : INextTokenModel
    {
        public int TokenCount => tokens;

        public int EndOfText => -1;

        public IReadOnlyList<int> Tokenize(string text) => [];

        public string Join(IEnumerable<int> joined) => string.Join(' ', joined);

        public void NextProbabilities(IReadOnlyList<int> before, Span<double> probabilities) => probabilities.Fill(1.0 / tokens);
    }
}
