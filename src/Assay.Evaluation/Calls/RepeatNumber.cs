namespace Assay.Evaluation.Calls;

/// <summary>The repeat number in a response's key: asking again more often never shifts another answer's key.</summary>
internal static class RepeatNumber
{
    /// <summary>Repeats and times of asking again are below this and below 2,147.</summary>
    public const int MostRepeats = 1_000_000;

    /// <summary>Times a question may be asked again.</summary>
    public const int MostAskedAgain = 2_000;

    /// <summary>Repeat <paramref name="repeat"/> asked for the (<paramref name="again"/> + 1)th time.</summary>
    public static int Of(int repeat, int again) => repeat + MostRepeats * again;
}
