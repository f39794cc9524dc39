using System.CommandLine;
using Assay.Core.Errors;
using Assay.Storage.People;

namespace Assay.Cli.Options;

/// <summary>The options that name files of people's judgements, and what their columns mean. One object per verb.</summary>
internal sealed class HumanFileOptions
{
    public Option<string[]> Human { get; } = new("--human")
    {
        HelpName = "FILE...",
        Description = "People's judgements: AlpacaEval's cross-annotations, PandaLM's test set, or JSON, JSON Lines or CSV with columns that --columns names.",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
    };

    public Option<string?> Columns { get; } = OptionFactory.Text(
        "--columns", "NAME=COLUMN,...",
        $"Columns of files with names of their own, among {string.Join(", ", VerdictColumns.Names)}; NAME:TEXT is the same text for every row. "
            + "Default: AlpacaEval's names.");

    public Option<string?> Values { get; } = OptionFactory.Text(
        "--values", "1=WORD,2=WORD,tie=WORD",
        "Words that mean output_1, output_2, a tie, or (none=) no verdict. Default: 1 to 2 are numbers, 0 or 'tie' a tie.");

    /// <summary>All of them.</summary>
    public IReadOnlyList<Option> All => [Human, Columns, Values];

    /// <summary>What columns and values mean.</summary>
    /// <exception cref="InputException">One is not of its form.</exception>
    public VerdictColumns ReadColumns(ParseResult parse) => VerdictColumns.Parse(parse.GetValue(Columns), parse.GetValue(Values));
}
