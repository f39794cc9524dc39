using System.CommandLine;
using Assay.Cli.Contracts;
using Assay.Cli.Options;
using Assay.Cli.Terminal;
using Assay.Core.Errors;

namespace Assay.Cli.Verbs;

/// <summary><c>assay schema</c>: the JSON Schema of what other programs read.</summary>
internal static class SchemaVerb
{
    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal)
    {
        Argument<string?> name = new("NAME") { Arity = ArgumentArity.ZeroOrOne, Description = "The contract. Default: the names of all contracts are listed." };
        name.CompletionSources.Add(static _ => CommandSchemas.Names.Select(contract => new System.CommandLine.Completions.CompletionItem(contract)));
        VerbCommand command = new("schema", "Prints the JSON Schema of a contract.")
        {
            Details = "A contract is what --format json writes, and results.json of a run of judgements: its names and units stay as they are within a "
                + "schema_version.",
            Examples =
            [
                new Example("List the contracts", "assay schema"),
                new Example("Keep the schema of a leaderboard", "assay schema leaderboard > leaderboard.schema.json"),
            ],
        };
        command.Arguments.Add(name);
        command.SetAction(parse => Run(parse.GetValue(name), terminal.Out));
        return command;
    }

    private static int Run(string? name, TextWriter data)
    {
        if (name is null)
        {
            foreach (string known in CommandSchemas.Names) data.WriteLine(known);
            return ExitCode.Done;
        }
        if (!CommandSchemas.TryRender(name, out string? schema))
        {
            string hint = NearestName.Find(name, CommandSchemas.Names) is string nearest
                ? $"did you mean '{nearest}'?"
                : $"the contracts are {string.Join(", ", CommandSchemas.Names)}.";
            throw new InputException($"There is no contract '{name}'; {hint}");
        }
        data.Write(schema);
        return ExitCode.Done;
    }
}
