namespace Assay.Core.Metrics.Matching;

/// <summary>
/// HELM's matches of a prediction with one gold answer (Liang and others 2022): each is true or false, scored 1 or 0. Where an instance has several gold
/// answers, one that matches is enough (<see cref="BestReference"/>).
/// </summary>
public static class TextMatch
{
    /// <summary>Equal without the white space around them. An empty prediction never matches.</summary>
    public static bool Exact(string gold, string prediction) => prediction.Length > 0 && gold.AsSpan().Trim().SequenceEqual(prediction.AsSpan().Trim());

    /// <summary>Equal after <see cref="QuasiText"/>. An empty prediction never matches.</summary>
    public static bool QuasiExact(string gold, string prediction) => prediction.Length > 0 && QuasiText.Of(gold) == QuasiText.Of(prediction);

    /// <summary>The prediction starts with the gold answer, both without the white space around them. An empty prediction never matches.</summary>
    public static bool Prefix(string gold, string prediction) =>
        prediction.Length > 0 && prediction.AsSpan().Trim().StartsWith(gold.AsSpan().Trim(), StringComparison.Ordinal);

    /// <summary>The normalised prediction starts with the normalised gold answer (<see cref="QuasiText"/>). An empty prediction never matches.</summary>
    public static bool QuasiPrefix(string gold, string prediction) =>
        prediction.Length > 0 && QuasiText.Of(prediction).StartsWith(QuasiText.Of(gold), StringComparison.Ordinal);

    /// <summary>Equal in what follows the last occurrence of a text on each side; a side without it is taken as a whole.</summary>
    /// <exception cref="ArgumentException">The indicator is empty.</exception>
    public static bool ExactAfter(string indicator, string gold, string prediction)
    {
        ArgumentException.ThrowIfNullOrEmpty(indicator);
        return Exact(After(indicator, gold), After(indicator, prediction));
    }

    /// <summary>The last number of each side is there and written the same (<see cref="FinalNumber"/>); as texts, so 2.0 is not 2.</summary>
    public static bool FinalNumberExact(string gold, string prediction) => FinalNumber.In(gold) is { } number && number == FinalNumber.In(prediction);

    private static string After(string indicator, string text) =>
        text.LastIndexOf(indicator, StringComparison.Ordinal) is >= 0 and int at ? text[(at + indicator.Length)..].Trim() : text.Trim();
}
