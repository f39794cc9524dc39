using System.CommandLine;
using System.Text;
using Assay.Cli.Models;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Terminal;
using Assay.Core.Errors;
using Assay.Core.LanguageModels;
using Assay.Core.Models;
using Assay.Models.NGrams;
using Assay.Reporting.Contracts;
using Assay.Reporting.Tables;
using Assay.Storage.Texts;

namespace Assay.Cli.Verbs;

/// <summary><c>assay lm score</c>: how probable an n-gram model finds texts.</summary>
internal sealed class LmScoreVerb
{
    private readonly CommandTerminal _terminal;
    private readonly Argument<string> _model = new("MODEL") { Description = "A model of 'assay lm train'." };

    private readonly Argument<string[]> _files = new("FILE")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "Texts: a file is one text, or JSON Lines with a text in each row's text or contents; plain or .gz.",
    };

    private readonly ResultOptions _result = new();

    private LmScoreVerb(CommandTerminal terminal) => _terminal = terminal;

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal)
    {
        LmScoreVerb verb = new(terminal);
        VerbCommand command = new("score", "Gives the perplexity of texts under an n-gram model.")
        {
            Details = "Each text is scored from its start; its end is not scored. Perplexities of models with other tokens cannot be compared, bits per byte can.",
            Examples = [new Example("Two texts", "assay lm score model.bin one.txt two.txt")],
        };
        command.Arguments.Add(verb._model);
        command.Arguments.Add(verb._files);
        verb._result.AddTo(command);
        command.SetAction(verb.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        ResultTarget target = _result.Read(parse, _terminal);
        string path = parse.GetRequiredValue(_model);
        NGramScorer scorer = new(NGramModels.Load(path), path);
        List<ScoredFile> scored = [];
        foreach (string file in parse.GetRequiredValue(_files)) scored.Add(new ScoredFile(file, await ScoreAsync(scorer, file, cancellation)));
        TextScores scores = new(path, scored);
        target.Write(console => TextScoresTable.Write(scores, console), () => ContractJson.Render(scores), notes: []);
        return ExitCode.Done;
    }

    private static async Task<TextLikelihood> ScoreAsync(NGramScorer scorer, string file, CancellationToken cancellation)
    {
        TextLikelihood sum = default;
        foreach (string text in TextCorpus.Read(file, cancellation).Where(static text => text.Length > 0))
        {
            ScoredText scored = await scorer.ScoreAsync(text, cancellation);
            sum = sum.Add(new TextLikelihood(scored.Tokens.Length, scored.TotalLogProbability, Encoding.UTF8.GetByteCount(text)));
        }
        return sum.Tokens > 0 ? sum : throw new InputException($"{file} holds no text to score; leave it out.");
    }
}
