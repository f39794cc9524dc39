using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Assay.Statistics.Sequential;

namespace Assay.Cli.Options;

/// <summary>The options with which a judging run stops when it knows enough.</summary>
internal sealed class StoppingOptions
{
    private readonly Option<double?> _width = OptionFactory.NumberOrNone<double>(
        "--until-width", "POINTS",
        "Judge items in random order until the interval for the set's win rate, valid at every look, is at most so wide. Default: judge all.",
        "takes a width in percentage points", static width => width is > 0 and < 100 ? null : "takes a width above 0 and below 100 percentage points");

    private readonly Option<double?> _decided = OptionFactory.NumberOrNone<double>(
        "--until-decided", "PERCENT",
        "Judge items in random order until the interval, valid at every look, excludes this win rate. Default: judge all.",
        "takes a win rate in percent", static rate => rate is >= 0 and <= 100 ? null : "takes a win rate from 0 to 100 percent");

    /// <summary>Both, for a group of a verb's help.</summary>
    public IReadOnlyList<Option> All => [_width, _decided];

    /// <summary>The rule the user asked for; null: none.</summary>
    public StoppingRule? Read(ParseResult parse)
    {
        if (parse.GetValue(_width) is { } width) return new UntilWidth(width / 100);
        return parse.GetValue(_decided) is { } value ? new UntilDecided(value / 100) : null;
    }

    /// <summary>Refuses both together, and either beside <c>--reparse</c>.</summary>
    public void Check(CommandResult result, bool reparses)
    {
        Option[] given = [.. All.Where(option => result.GetResult(option) is { Implicit: false })];
        if (given.Length == 2) result.AddError("--until-width and --until-decided are two reasons to stop: give one of them");
        if (given.Length > 0 && reparses) result.AddError($"{given[0].Name} has no place beside --reparse, which asks nothing");
    }

    /// <summary>The rule in words, for a note: "until the interval is at most 4 points wide".</summary>
    public static string Words(StoppingRule rule) => rule switch
    {
        UntilWidth width => string.Create(CultureInfo.InvariantCulture, $"until the interval is at most {100 * width.Width:0.##} points wide"),
        UntilDecided decided => string.Create(CultureInfo.InvariantCulture, $"until the interval excludes {100 * decided.Value:0.##} %"),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "There is no such rule."),
    };
}
