using System.CommandLine;
using System.Globalization;

namespace Assay.Cli.Options;

/// <summary>What <c>--scale</c> accepts: the lowest and the highest score, with a colon between.</summary>
internal static class RatingScale
{
    /// <summary>The option; null where it is not given.</summary>
    public static Option<(double Lowest, double Highest)?> Option() => new("--scale")
    {
        HelpName = "LOW:HIGH",
        Description = "Lowest and highest score there can be; one outside is an error. Default: any number.",
        CustomParser = static result =>
        {
            string typed = result.Tokens[^1].Value;
            string[] ends = typed.Split(':');
            if (ends.Length == 2 && Number(ends[0]) is double lowest && Number(ends[1]) is double highest && lowest < highest) return (lowest, highest);
            result.AddError($"--scale takes the lowest and the highest score, such as 1:10, not '{typed}'");
            return null;
        },
    };

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;
}
