namespace Assay.Core.People;

/// <summary>What one annotator, a person or a judge, said about one pair. The numbers refer to a <see cref="VerdictVocabulary"/>, or to the lists of a
/// <see cref="VerdictSet"/> where the verdict is in one.</summary>
public readonly record struct AnnotatorVerdict
{
    /// <summary>The number of the <see cref="JudgedPair"/>.</summary>
    public required int Pair { get; init; }

    /// <summary>The annotator's number.</summary>
    public required int Annotator { get; init; }

    /// <summary>
    /// Probability, in [0, 1], that the pair's output_2 is preferred; 0.5 is a tie; NaN where there is no verdict, or it could not be read.
    /// </summary>
    public required double Preference { get; init; }

    /// <summary>Whether the file shows the pair the other way round than <see cref="JudgedPair"/> holds it; the preference is turned already.</summary>
    public bool IsSwapped { get; init; }

    /// <summary>Which of the pair's outputs was shown first.</summary>
    public ShownOrder Order { get; init; }

    /// <summary>Whether the verdict changed its side with the order shown; null unless the file holds the verdicts of both orders.</summary>
    public bool? Flips { get; init; }

    /// <summary>Price in US dollars; NaN where the file does not say.</summary>
    public double Price { get; init; } = double.NaN;

    /// <summary>Duration in seconds; NaN where the file does not say.</summary>
    public double Seconds { get; init; } = double.NaN;

    /// <summary>A verdict of which nothing is known yet.</summary>
    public AnnotatorVerdict() { }

    /// <summary>True if there is a preference.</summary>
    public bool IsParsed => !double.IsNaN(Preference);

    /// <summary>The same verdict on the pair with its sides exchanged.</summary>
    public AnnotatorVerdict Swapped() => this with
    {
        Preference = 1 - Preference,
        IsSwapped = !IsSwapped,
        Order = Order switch
        {
            ShownOrder.Output1First => ShownOrder.Output2First,
            ShownOrder.Output2First => ShownOrder.Output1First,
            _ => Order,
        },
    };
}
