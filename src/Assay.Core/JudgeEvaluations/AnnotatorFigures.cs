namespace Assay.Core.JudgeEvaluations;

/// <summary>All that is measured of one judge, or of people as a whole, on the pairs that people judged.</summary>
public sealed record AnnotatorFigures
{
    /// <summary>The judge; "people" for people as a whole.</summary>
    public required string Name { get; init; }

    /// <summary>Whether these are people as a whole.</summary>
    public bool IsPeople { get; init; }

    /// <summary>Pairs with a row of the annotator and a verdict of a person.</summary>
    public required int Pairs { get; init; }

    /// <summary>The annotator's pairs that no person judged; left out.</summary>
    public int PairsWithoutPeople { get; init; }

    /// <summary>Rows of the annotator on <see cref="Pairs"/>.</summary>
    public required int Rows { get; init; }

    /// <summary>Share of <see cref="Rows"/> with a verdict, in [0, 1].</summary>
    public required Figure Parsed { get; init; }

    /// <summary>Agreement where only the side counts.</summary>
    public required AgreementFigures ZeroOne { get; init; }

    /// <summary>Agreement where the distance counts.</summary>
    public required AgreementFigures Absolute { get; init; }

    /// <summary>The judge as a classifier of people's mode; null for people.</summary>
    public ClassificationFigures? Classification { get; init; }

    /// <summary>What the annotator likes.</summary>
    public required IReadOnlyList<Liking> Likings { get; init; }

    /// <summary>Models by win rate, the judge's beside people's; empty where models are not named, and for people.</summary>
    public IReadOnlyList<ModelWinRates> Models { get; init; } = [];

    /// <summary>Spearman's correlation between the two win rates, in [-1, 1].</summary>
    public required Figure Spearman { get; init; }

    /// <summary>Pearson's correlation between the two win rates, in [-1, 1].</summary>
    public required Figure Pearson { get; init; }

    /// <summary>US dollars for 1,000 rows.</summary>
    public required Figure PricePerThousand { get; init; }

    /// <summary>Seconds for 1,000 rows, one after another.</summary>
    public required Figure SecondsPerThousand { get; init; }

    /// <summary>Share, in [0, 1], of the pairs shown in both orders whose verdict changes its side with the order.</summary>
    public required Figure Flips { get; init; }
}

/// <summary>A model's win rate by the judge and by people, over the same pairs, ties half.</summary>
/// <param name="Model">The model.</param>
/// <param name="Judge">In [0, 1].</param>
/// <param name="People">In [0, 1].</param>
/// <param name="Pairs">Pairs with a verdict of both.</param>
public sealed record ModelWinRates(string Model, double Judge, double People, int Pairs);
