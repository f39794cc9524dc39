using System.Collections.Frozen;

namespace Assay.Core.Metrics.InstructionFollowing;

/// <summary>Tells six languages of the Latin script apart by their commonest words, where the text is long enough to.</summary>
internal static class CommonWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = new Dictionary<string, string>
    {
        ["en"] = "the of and to in is are was were that it for on with as be this by at from have has not you we they he she his her their an or but",
        ["es"] = "el la los las de del y que en un una es son por con para no se su al lo como más pero sus le ya o este sí porque esta entre cuando hoy sin",
        ["pt"] = "o a os as de do da dos das e que em um uma é são por com para não se na no nas nos ao mais como mas foi ele ela você seu sua ou quando muito",
        ["fr"] = "le la les de des du et que en un une est sont pour avec dans ne pas se sur au aux ce cette il elle nous vous ils par mais ou qui son sa",
        ["de"] = "der die das und in zu den von mit ist sind im für auf nicht ein eine einen dem des sich als auch es an er sie wir ihr aus bei wie aber oder",
        ["it"] = "il lo la i gli le di del della e che in un una è sono per con non si su al nel come più ma anche da dei delle ho ha questo questa o se",
    }.ToFrozenDictionary(static list => list.Key, static list => list.Value.Split(' ').ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The words of a language; null where there is no list.</summary>
    public static FrozenSet<string>? Of(string language) => Lists.GetValueOrDefault(language);

    /// <summary>The language with most of its words in the text, at least two and at least a tenth of all; null where none stands out.</summary>
    public static string? Language(string text)
    {
        string[] words = [.. ResponseText.Word.Matches(text.ToLowerInvariant()).Select(static match => match.Value)];
        (string Language, int Count)[] counts =
            [.. Lists.Select(list => (list.Key, words.Count(list.Value.Contains))).OrderByDescending(static count => count.Item2)];
        return counts[0].Count >= 2 && counts[0].Count > counts[1].Count && 10 * counts[0].Count >= words.Length ? counts[0].Language : null;
    }
}
