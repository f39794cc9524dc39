using System.Globalization;

namespace Assay.Cli.Options;

/// <summary>What <c>--confidence</c> accepts: a level strictly between 0 and 1.</summary>
internal static class Confidence
{
    /// <summary>What is wrong with a level, to go on after the option's name; null if nothing is. A percentage gets the level it means.</summary>
    public static string? Problem(double level) => level switch
    {
        > 0 and < 1 => null,
        > 1 and < 100 => $"takes a level between 0 and 1 (did you mean {(level / 100).ToString("0.####", CultureInfo.InvariantCulture)}?)",
        _ => Wanted,
    };

    /// <summary>What the option takes.</summary>
    public const string Wanted = "takes a level strictly between 0 and 1, such as 0.95";
}
