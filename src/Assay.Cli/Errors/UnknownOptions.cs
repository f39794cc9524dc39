using System.CommandLine;
using System.CommandLine.Parsing;
using Assay.Cli.Verbs;
using Assay.Core.Errors;

namespace Assay.Cli.Errors;

/// <summary>
/// Finds misspelt options. To the parser an option it does not know is one more value of an argument that takes many, so <c>--fromat json</c> would become
/// two paths.
/// </summary>
internal static class UnknownOptions
{
    /// <summary>One sentence for each unknown option; what follows <c>--</c> is never an option.</summary>
    public static IEnumerable<string> Find(ParseResult parse)
    {
        if (parse.CommandResult.Command is not VerbCommand verb) yield break;
        string[] names = [.. verb.Options.Select(option => option.Name), "--help"];
        int end = parse.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).Count();
        HashSet<Token> afterDoubleDash = new(parse.Tokens.Skip(end), ReferenceEqualityComparer.Instance);
        foreach (Token token in ManyValued(parse, verb).SelectMany(result => result.Tokens))
        {
            if (token.Value.Length < 2 || token.Value[0] != '-' || afterDoubleDash.Contains(token)) continue;
            string name = token.Value.Split('=')[0];
            yield return $"There is no option '{name}'{NearestName.Hint(name, names)}";
        }
    }

    private static IEnumerable<SymbolResult> ManyValued(ParseResult parse, VerbCommand verb)
    {
        foreach (Argument argument in verb.Arguments)
        {
            if (parse.GetResult(argument) is ArgumentResult result) yield return result;
        }
        foreach (Option option in verb.Options.Where(option => option.AllowMultipleArgumentsPerToken))
        {
            if (parse.GetResult(option) is OptionResult result) yield return result;
        }
    }
}
