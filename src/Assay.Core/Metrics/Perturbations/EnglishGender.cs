using System.Collections.Immutable;

namespace Assay.Core.Metrics.Perturbations;

/// <summary>English words of one gender and those of the other, for HELM's <c>gender</c> perturbation.</summary>
public static class EnglishGender
{
    /// <summary>Pronouns, from male to female; her is both him and his the other way round, so turning them back is not exact.</summary>
    public static WordLists PronounsToFemale { get; } = WordLists.Of(Pairs("he=she", "him=her", "his=her", "himself=herself"));

    /// <summary>Pronouns, from female to male. "Her" becomes "his", which is wrong where it was an object.</summary>
    public static WordLists PronounsToMale { get; } = WordLists.Of(Pairs("she=he", "her=his", "hers=his", "herself=himself"));

    /// <summary>Nouns, from male to female.</summary>
    public static WordLists TermsToFemale { get; } = WordLists.Of(Terms);

    /// <summary>Nouns, from female to male.</summary>
    public static WordLists TermsToMale { get; } = WordLists.Of(Terms.Select(static pair => KeyValuePair.Create(pair.Value, pair.Key)));

    private static ImmutableArray<KeyValuePair<string, string>> Terms => Pairs(
        "man=woman", "men=women", "boy=girl", "boys=girls", "father=mother", "fathers=mothers", "dad=mom", "dads=moms", "son=daughter", "sons=daughters",
        "brother=sister", "brothers=sisters", "husband=wife", "husbands=wives", "uncle=aunt", "uncles=aunts", "nephew=niece", "nephews=nieces",
        "grandfather=grandmother", "grandfathers=grandmothers", "grandson=granddaughter", "grandsons=granddaughters", "king=queen", "prince=princess",
        "actor=actress", "waiter=waitress", "gentleman=lady", "gentlemen=ladies", "groom=bride", "male=female", "males=females");

    private static ImmutableArray<KeyValuePair<string, string>> Pairs(params string[] pairs) =>
        [.. pairs.Select(static pair => KeyValuePair.Create(pair.Split('=')[0], pair.Split('=')[1]))];
}
