using System.CommandLine;
using System.Globalization;
using Assay.Cli.Options;
using Assay.Cli.Output;
using Assay.Cli.Terminal;
using Assay.Core.Errors;
using Assay.Core.Simulation;
using Assay.Storage.Simulation;

namespace Assay.Cli.Verbs;

/// <summary><c>assay simulate world</c>: annotations of models whose true win rates are known.</summary>
internal sealed class SimulateWorldVerb
{
    // Outputs of some hundred characters: enough for length to matter, and small files.
    private static readonly BaselineLengths Lengths = new(5.5, 0.5);

    private readonly CommandTerminal _terminal;

    private readonly Option<string> _output = new("--output", "-o")
    {
        HelpName = "DIR",
        Description = "The folder to write annotations and truth.csv into; must not be there, or be empty.",
        Required = true,
    };

    private readonly Option<double[]> _winRates = OptionFactory.Numbers(
        "--win-rates", "PERCENT...", "The true length-controlled win rate of each model, strictly between 0 and 100.", [20, 35, 50, 65, 80],
        "takes win rates in percent", static rate => rate is > 0 and < 100 ? null : "takes win rates strictly between 0 and 100 percent");

    private readonly Option<int> _instructions = OptionFactory.Number(
        "--instructions", "Instructions of the world.", 805, "takes a whole number",
        static count => count is >= 1 and <= 1_000_000 ? null : "takes a number from 1 to 1000000");

    private readonly Option<double> _lengthBias = OptionFactory.Number(
        "--length-bias", "How much the judge likes long outputs, in logits for a difference of many standard deviations.", 1.5,
        "takes a number", static bias => double.IsFinite(bias) && Math.Abs(bias) <= 20 ? null : "takes a number from -20 to 20");

    private readonly Option<double> _concentration = OptionFactory.Number(
        "--concentration", "Concentration of the judge's preferences: 0 gives hard verdicts, small numbers a judge who is mostly sure.", 0.3,
        "takes a number", static value => value is >= 0 and <= 1e6 ? null : "takes a number from 0 to 1000000");

    private readonly Option<double> _ties = OptionFactory.Number(
        "--ties", "Share of ties, in percent, where both outputs are equally good.", 2.0, "takes a share in percent",
        static share => share is >= 0 and <= 100 ? null : "takes a share from 0 to 100 percent");

    private readonly Option<ulong> _seed = StandardOptions.Seed("Seed of everything random: the same options give the same files.");

    private SimulateWorldVerb(CommandTerminal terminal) => _terminal = terminal;

    /// <summary>The verb, ready for the parser.</summary>
    public static VerbCommand Create(CommandTerminal terminal)
    {
        SimulateWorldVerb verb = new(terminal);
        VerbCommand command = new("world", "Writes annotations of models whose true win rates are known.")
        {
            Details = "Does a method find what is there? Writes MODEL/annotations.json for each model, of alternating verbosity, and the truth in truth.csv, so that "
                + "any command that reads annotations can be held against it.",
            Examples =
            [
                new Example("Five models", "assay simulate world --output world"),
                new Example("Does the leaderboard find them?", "assay leaderboard world"),
                new Example("Two that hardly differ, few instructions", "assay simulate world --win-rates 48 52 --instructions 200 --output close"),
            ],
        };
        command.AddGroup("The world", [verb._winRates, verb._instructions, verb._lengthBias, verb._concentration, verb._ties, verb._seed]);
        command.AddGroup("What is written", [verb._output]);
        command.SetAction(verb.Run);
        return command;
    }

    private int Run(ParseResult parse)
    {
        string folder = parse.GetRequiredValue(_output);
        if (File.Exists(folder)) throw new InputException($"--output {folder} is a file; name a folder.");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new InputException($"--output {folder} is not empty; name a folder that is new.");
        ulong seed = parse.GetValue(_seed);
        SimulatedJudge judge = new()
        {
            Name = "simulated-judge",
            LengthBias = -parse.GetValue(_lengthBias),
            Concentration = parse.GetValue(_concentration),
            TieShare = parse.GetValue(_ties) / 100,
        };
        SimulatedWorld world = new(SimulatedInstructions.Draw(parse.GetValue(_instructions), Lengths, seed), judge, seed);
        SimulatedModel[] models = [.. parse.GetRequiredValue(_winRates).Select((rate, number) => world.WithTrueWinRate(Model(number), rate / 100))];
        new PeopleNotes(_terminal, quiet: false).Written(SimulatedWorldFiles.Write(folder, world, models));
        return ExitCode.Done;
    }

    // Terse and verbose by turns: quality and length then have little to do with each other, which is what length control is for.
    private static SimulatedModel Model(int number) => new()
    {
        Name = string.Create(CultureInfo.InvariantCulture, $"model-{number + 1}"),
        Quality = 0,
        DifficultySlope = 1,
        Verbosity = (number % 3 - 1) * 0.5,
        LengthSpread = 0.5,
    };
}
