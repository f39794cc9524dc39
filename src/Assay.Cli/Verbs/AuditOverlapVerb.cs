using System.CommandLine;
using Assay.Cli.Loading;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Progress;
using Assay.Cli.Terminal;
using Assay.Core.Audits.Overlap;
using Assay.Reporting.Contracts;
using Assay.Reporting.Documents;
using Assay.Reporting.Tables;
using Assay.Storage.Texts;

namespace Assay.Cli.Verbs;

/// <summary><c>assay audit overlap</c>: finds test items in training text.</summary>
internal sealed class AuditOverlapVerb
{
    private static readonly OverlapOptions Defaults = new();

    private readonly CommandTerminal _terminal;
    private readonly TimeProvider _time;

    private readonly Argument<string> _file = new("TEST")
    {
        Description = "The test set: a JSON array, JSON Lines, or a text file with an item a line; plain or .gz.",
    };

    private readonly Option<string[]> _corpus = new("--corpus")
    {
        HelpName = "PATH...",
        Description = "Training text: text files, JSON Lines with text (or contents), plain or .gz; of a folder all files.",
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
        Required = true,
    };

    private readonly Option<string?> _field = OptionFactory.Text("--field", "NAME", "The field of a JSON row of TEST that holds the item. Default: text.");

    private readonly Option<int> _ngram = OptionFactory.Number(
        "--ngram", "Words in an n-gram, 1 to 1000; a shorter item must be found whole.", Defaults.NGram, WordsWanted, WordsProblem);

    private readonly Option<int> _shingle = OptionFactory.Number(
        "--shingle", "Words in the n-grams whose sets are compared for near duplicates, 1 to 1000.", Defaults.Shingle, WordsWanted, WordsProblem);

    private readonly Option<double> _similarity = OptionFactory.Number(
        "--similarity", "Jaccard similarity, 0.1 to 1, from which a line or a document is a near duplicate.", Defaults.Similarity,
        "takes a number from 0.1 to 1", static number => number is >= 0.1 and <= 1 ? null : "takes a number from 0.1 to 1");

    private readonly Option<int> _places = OptionFactory.Number(
        "--places", "Places kept for each item and kind of finding, 1 to 1000.", Defaults.Places, WordsWanted, WordsProblem);

    private readonly Option<OutputFormat> _format = OptionFactory.Choice(
        "--format", "The form of the result.", OutputFormat.Table, ("table", OutputFormat.Table), ("json", OutputFormat.Json), ("csv", OutputFormat.Csv));

    private readonly Option<string?> _output = OptionFactory.Text(
        "--output", "FILE", "Write the result here, whole or not at all. Default: standard output.", "-o");

    private readonly Option<ProgressKind> _progress = OptionFactory.ChoiceWithoutDefault(
        "--progress", "Progress on standard error. Default: a bar on a terminal, nothing elsewhere.",
        ("plain", ProgressKind.Plain), ("json", ProgressKind.Json), ("none", ProgressKind.None));

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Nothing on standard error but errors. Default: off." };

    private AuditOverlapVerb(CommandTerminal terminal, TimeProvider time) => (_terminal, _time) = (terminal, time);

    private static string WordsWanted => "takes a whole number from 1 to 1000";

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal, TimeProvider time)
    {
        AuditOverlapVerb verb = new(terminal, time);
        VerbCommand command = new("overlap", "Finds test items in training text.")
        {
            Details = "Every item is looked for whole, by its n-grams and by near duplicates of it, in one pass over any size of corpus, in memory that depends on "
                + "the test set and the longest row. Found text is compared word by word, so nothing is found that is not there.",
            Examples =
            [
                new Example("Items in a folder of text", "assay audit overlap test.jsonl --field question --corpus crawl/"),
                new Example("Shorter n-grams, for a spreadsheet", "assay audit overlap test.txt --corpus a.jsonl.gz b.txt --ngram 8 --format csv -o overlap.csv"),
            ],
        };
        command.Arguments.Add(verb._file);
        command.AddGroup("What is looked for", [verb._field, verb._ngram, verb._shingle, verb._similarity]);
        command.AddGroup("Where", [verb._corpus, verb._places]);
        command.AddGroup("What is written", [verb._format, verb._output, verb._progress, verb._quiet]);
        command.SetAction((parse, cancellation) => Task.FromResult(verb.Run(parse, cancellation)));
        return command;
    }

    private int Run(ParseResult parse, CancellationToken cancellation)
    {
        string? output = parse.GetValue(_output);
        ResultWriter.Check("--output", output);
        OverlapReport report = Search(parse, cancellation);
        PeopleNotes notes = new(_terminal, parse.GetValue(_quiet));
        switch (parse.GetValue(_format))
        {
            case OutputFormat.Json:
                ResultWriter.WriteText(ContractJson.Render(report), output, _terminal);
                break;
            case OutputFormat.Csv:
                ResultWriter.WriteText(OverlapCsv.Render(report), output, _terminal);
                break;
            default:
                ResultWriter.WriteTable(console => OverlapTable.Write(report, console), output, _terminal);
                break;
        }
        if (parse.GetValue(_format) != OutputFormat.Table)
        {
            foreach (string note in report.Notes) notes.Note(note);
        }
        notes.Written(output);
        return ExitCode.Done;
    }

    private OverlapReport Search(ParseResult parse, CancellationToken cancellation)
    {
        IReadOnlyList<string> items = ExampleFile.Read(parse.GetRequiredValue(_file), parse.GetValue(_field) ?? "text", cancellation);
        IReadOnlyList<string> files = CorpusSearch.Find(parse.GetRequiredValue(_corpus));
        OverlapIndex index = new(items, new OverlapOptions
        {
            NGram = parse.GetValue(_ngram),
            Shingle = parse.GetValue(_shingle),
            Similarity = parse.GetValue(_similarity),
            Places = parse.GetValue(_places),
        });
        OverlapCollector collector = new(index, files);
        using ProgressDisplay progress = ProgressDisplay.Create(parse.GetValue(_progress), parse.GetValue(_quiet), _terminal, _time);
        ParallelFiles.ForEach(files, progress, () => new OverlapScanner(index), (file, scanner) =>
        {
            CorpusFile.Scan(files[file], scanner, cancellation);
            collector.EndFile(file, scanner);
        }, cancellation);
        return collector.Report();
    }

    private static string? WordsProblem(int number) => number is >= 1 and <= OverlapOptions.MostWords ? null : WordsWanted;
}
