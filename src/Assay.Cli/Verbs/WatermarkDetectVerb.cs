using System.CommandLine;
using System.CommandLine.Parsing;
using Assay.Cli.Models;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Terminal;
using Assay.Core.Errors;
using Assay.Core.Watermarks;
using Assay.Models.NGrams;
using Assay.Reporting.Contracts;
using Assay.Reporting.Tables;
using Assay.Storage.Texts;

namespace Assay.Cli.Verbs;

/// <summary><c>assay watermark detect</c>: tests whether a text was marked with a key.</summary>
internal sealed class WatermarkDetectVerb
{
    private readonly CommandTerminal _terminal;
    private readonly WatermarkKeyOptions _key = new();
    private readonly Argument<string> _file = new("FILE") { Description = "The text, in UTF-8; plain or .gz." };

    private readonly Option<string> _model = new("--model")
    {
        HelpName = "MODEL",
        Description = "The model whose tokens were marked, a file of 'assay lm train'.",
        Required = true,
    };

    private readonly Option<int?> _block = OptionFactory.NumberOrNone<int>(
        "--block", "N", "Tokens of a block. Default: the whole text, or the key's length where the text is longer.", "takes a whole number of at least 1",
        static block => block >= 1 ? null : "takes a whole number of at least 1");

    private readonly Option<bool> _edit = new("--edit")
    {
        Description = "Align with insertions and deletions, which takes longer. Default: off.",
    };

    private readonly Option<double> _gap = OptionFactory.Number(
        "--gap", "What a token or position costs that an alignment of --edit leaves out.", 0.0, "takes a finite number",
        static gap => double.IsFinite(gap) ? null : "takes a finite number");

    private readonly Option<int> _resamples = OptionFactory.Number(
        "--resamples", "Keys drawn for the null distribution; the least p-value is 1 over this and 1.", 999, "takes a whole number of at least 1",
        static resamples => resamples >= 1 ? null : "takes a whole number of at least 1");

    private readonly Option<ulong> _seed = StandardOptions.Seed("Seed of those keys.");

    private readonly ResultOptions _result = new();

    private WatermarkDetectVerb(CommandTerminal terminal) => _terminal = terminal;

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal)
    {
        WatermarkDetectVerb verb = new(terminal);
        VerbCommand command = new("detect", "Tests whether a text was marked with a key.")
        {
            Details = "Aligns blocks of the text with the key, and compares the best alignment with those of keys drawn at random. The p-value is valid "
                + "for every text that does not depend on the key; a large one does not show that a text is unmarked.",
            Examples =
            [
                new Example("Was it marked with this key?", "assay watermark detect text.txt --model model.bin --key 1234"),
                new Example("Though words were cut and added", "assay watermark detect text.txt --model model.bin --key 1234 --edit --block 20"),
            ],
        };
        command.Arguments.Add(verb._file);
        verb._key.AddTo(command);
        command.AddGroup("The test", [verb._model, verb._block, verb._edit, verb._gap, verb._resamples, verb._seed]);
        verb._result.AddTo(command);
        command.Validators.Add(verb.CheckGap);
        command.SetAction((parse, cancellation) => Task.FromResult(verb.Run(parse, cancellation)));
        return command;
    }

    private int Run(ParseResult parse, CancellationToken cancellation)
    {
        string file = parse.GetRequiredValue(_file);
        ResultTarget target = _result.Read(parse, _terminal);
        NGramNextTokens model = new(NGramModels.Load(parse.GetRequiredValue(_model)));
        IReadOnlyList<int> text = model.Tokenize(string.Concat(TextCorpus.Read(file, cancellation)));
        if (text.Count == 0) throw new InputException($"{file} is empty; there is no text in it to test.");
        if (parse.GetValue(_block) is { } block && block > text.Count)
            throw new InputException($"--block {block} is longer than {file}, which has {text.Count} tokens; choose a shorter one.");
        WatermarkTest test = new()
        {
            Key = _key.Read(parse),
            Block = parse.GetValue(_block),
            Gap = parse.GetValue(_edit) ? parse.GetValue(_gap) : null,
            Resamples = parse.GetValue(_resamples),
            Seed = parse.GetValue(_seed),
        };
        WatermarkEvidence evidence = test.Run(text, model.TokenCount, cancellation);
        target.Write(console => WatermarkTable.Write(evidence, console), () => ContractJson.Render(evidence), notes: []);
        return ExitCode.Done;
    }

    private void CheckGap(CommandResult result)
    {
        bool hasGap = result.GetResult(_gap) is { Implicit: false }, edits = result.GetResult(_edit) is { Implicit: false };
        if (hasGap && !edits) result.AddError("--gap is the price of --edit: give --edit too");
    }
}
