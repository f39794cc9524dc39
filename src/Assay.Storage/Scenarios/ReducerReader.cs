using System.Globalization;
using Assay.Core.Errors;
using Assay.Core.Metrics.Reduction;
using Assay.Storage.Configuration;

namespace Assay.Storage.Scenarios;

/// <summary>Reads <c>repeats</c>: how the scores of an instance's repeats become one.</summary>
internal static class ReducerReader
{
    private const string Choices = "mean, median, mode, max, min, pass@K, all@K or at_least@K";

    /// <summary>The reducer; null where the mapping has none.</summary>
    /// <exception cref="InputException">It is none; names the file and the line.</exception>
    public static ScoreReducer? Read(YamlMap map)
    {
        if (map.Text("repeats") is not { } word) return null;
        int at = word.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
        {
            return word switch
            {
                "mean" => new MeanReducer(),
                "median" => new MedianReducer(),
                "mode" => new ModeReducer(),
                "max" => new MaxReducer(),
                "min" => new MinReducer(),
                _ => throw map.ErrorAt("repeats", $"\"repeats\" must be {Choices}, not \"{Files.InputErrors.Quote(word)}\""),
            };
        }
        bool isCount = int.TryParse(word.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int k) && k >= 1;
        return (isCount, word[..at]) switch
        {
            (true, "pass") => new PassAtReducer(k),
            (true, "all") => new PassAllReducer(k),
            (true, "at_least") => new AtLeastReducer(k),
            _ => throw map.ErrorAt("repeats", $"\"repeats\" must be {Choices}, with K from 1, not \"{Files.InputErrors.Quote(word)}\""),
        };
    }
}
