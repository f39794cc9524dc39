using System.CommandLine;
using System.CommandLine.Parsing;
using Assay.Cli.Progress;
using Assay.Core.Leaderboards;

namespace Assay.Cli.Options;

/// <summary>The arguments and options that <c>leaderboard</c> and <c>compare</c> share, with their checks. One object per verb.</summary>
/// <param name="comparesPairs">
/// Whether the verb is <c>compare</c>: it tests pairs by win rates alone, and its <c>--models</c> would take paths that follow.
/// </param>
internal sealed class CommonOptions(bool comparesPairs)
{
    /// <summary>Annotation files and folders.</summary>
    public Argument<string[]> Paths { get; } = new("PATH")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Files of pairwise judgements (JSON or JSON Lines, plain or .gz), or folders that are searched for annotations.json, "
            + ".jsonl and their .gz.",
    };

    public Option<string?> Baseline { get; } = OptionFactory.Text(
        "--baseline", "NAME", "The model all others were compared with. Default: the one generator_1 that all files share.");

    public Option<RankingMethod> Method { get; } = comparesPairs
        ? OptionFactory.Choice("--method", "Pairs are tested by win rates against the baseline.", RankingMethod.WinRate, ("win-rate", RankingMethod.WinRate))
        : OptionFactory.Choice(
            "--method", "win-rate compares each model with the baseline; bradley-terry gives each model one strength, for files with several opponents.",
            RankingMethod.WinRate, ("win-rate", RankingMethod.WinRate), ("bradley-terry", RankingMethod.BradleyTerry));

    public Option<RankingFigure> Sort { get; } = OptionFactory.Choice(
        "--sort", "The win rate that ranks the models.",
        RankingFigure.LengthControlled, ("length-controlled", RankingFigure.LengthControlled), ("win-rate", RankingFigure.WinRate));

    public Option<string?> InstructionDifficulty { get; } = OptionFactory.Text(
        "--instruction-difficulty", "FILE",
        "CSV with columns instruction, instruction_difficulty: with --gamed-baselines, length control as published. "
            + "Default: difficulties are fitted to the files.");

    public Option<string?> GamedBaselines { get; } = OptionFactory.Text(
        "--gamed-baselines", "FILE",
        "CSV with columns index, generator, std_delta_len, instruction_difficulty, preference: goes with --instruction-difficulty. Default: none.");

    public Option<double> ConfidenceLevel { get; } = StandardOptions.ConfidenceLevel();

    public Option<int> Bootstrap { get; } = OptionFactory.Number(
        "--bootstrap", "Resamples of the instructions, with refit, behind the errors of length-controlled win rates; 0 takes the sandwich estimate, "
            + "which is fast" + (comparesPairs ? "." : "; for bradley-terry 0 takes 1000 resamples."),
        0, "takes a whole number", BootstrapProblem);

    public Option<ulong> Seed { get; } = StandardOptions.Seed();

    public Option<RowGrouping> By { get; } = OptionFactory.ChoiceWithoutDefault(
        "--by", "Add win rates by data set. Default: not added.", ("dataset", RowGrouping.Dataset));

    public Option<string?> Output { get; } = StandardOptions.Output();

    public Option<ProgressKind> Progress { get; } = StandardOptions.Progress();

    public Option<bool> Quiet { get; } = StandardOptions.Quiet();

    /// <summary>Options about people's judgements.</summary>
    public PeopleOptions People { get; } = new(comparesPairs);

    /// <summary>Adds everything to a verb, in groups for its help; the verb's own options go to the groups they belong to.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="what">The verb's own options that say what is computed.</param>
    /// <param name="where">The verb's own options that say what is written, and where.</param>
    public void AddTo(VerbCommand verb, IReadOnlyList<Option> what, IReadOnlyList<Option> where)
    {
        verb.Arguments.Add(Paths);
        verb.AddGroup("What is computed", [.. what, Baseline, Method, Sort, By]);
        verb.AddGroup("Length control", [InstructionDifficulty, GamedBaselines]);
        People.AddTo(verb);
        verb.AddGroup("Uncertainty", [ConfidenceLevel, Bootstrap, Seed]);
        verb.AddGroup("What is written", [.. where, Output, Progress, Quiet]);
        verb.Validators.Add(CheckPaths);
        verb.Validators.Add(CheckCalibration);
        verb.Validators.Add(CheckClusters);
    }

    /// <summary>What the user asked for. Valid: the parser has checked each value, and nothing has been read yet.</summary>
    public CommonRequest Read(ParseResult parse) => Read(parse, People.Read(parse));

    private CommonRequest Read(ParseResult parse, PeopleRequest people) => new()
    {
        People = people,
        Paths = parse.GetRequiredValue(Paths),
        InstructionDifficultyPath = parse.GetValue(InstructionDifficulty),
        GamedBaselinesPath = parse.GetValue(GamedBaselines),
        OutputPath = parse.GetValue(Output),
        Progress = parse.GetValue(Progress),
        Quiet = parse.GetValue(Quiet),
        IgnoredOptions = parse.GetValue(Method) == RankingMethod.BradleyTerry ? Given(parse, Sort, InstructionDifficulty, GamedBaselines) : [],
        Options = new LeaderboardOptions
        {
            Baseline = parse.GetValue(Baseline),
            Method = parse.GetValue(Method),
            Sort = parse.GetValue(Sort),
            Confidence = parse.GetValue(ConfidenceLevel),
            Seed = parse.GetValue(Seed),
            Bootstrap = parse.GetValue(Bootstrap),
            Clustering = people.Clustering,
            ByDataset = parse.GetValue(By) == RowGrouping.Dataset,
        },
    };

    private static string[] Given(ParseResult parse, params IEnumerable<Option> options) =>
        [.. options.Where(option => parse.GetResult(option) is { Implicit: false }).Select(option => option.Name)];

    private void CheckPaths(CommandResult result)
    {
        IReadOnlyList<Token> paths = result.GetResult(Paths)?.Tokens ?? [];
        string place = comparesPairs ? ", before --models" : "";
        if (paths.Count == 0 && !People.AreGiven(result)) result.AddError($"PATH is missing: name the annotation files, or folders that hold them{place}");
        else if (comparesPairs && paths.Count > 0 && People.AreGiven(result)) result.AddError(
            "compare takes PATH or --human and not both: a judge's verdicts, or people's");
        else if (paths.Any(path => string.IsNullOrWhiteSpace(path.Value))) result.AddError("PATH is empty: name an annotation file or a folder");
    }

    private void CheckClusters(CommandResult result)
    {
        if (result.GetResult(People.ClusterBy) is null) return;
        if (result.GetValue(Bootstrap) > 0) result.AddError("--bootstrap resamples instructions one by one and goes not with --cluster-by; leave one out");
        if (result.GetValue(Method) == RankingMethod.BradleyTerry) result.AddError("--cluster-by goes with --method win-rate");
    }

    private void CheckCalibration(CommandResult result)
    {
        bool difficulty = result.GetResult(InstructionDifficulty) is not null;
        bool gamed = result.GetResult(GamedBaselines) is not null;
        if (difficulty == gamed) return;
        (Option given, Option missing) = difficulty ? (InstructionDifficulty, GamedBaselines) : (GamedBaselines, InstructionDifficulty);
        result.AddError($"{missing.Name} is missing: the published length control needs it together with {given.Name}");
    }

    private static string? BootstrapProblem(int resamples) => resamples switch
    {
        0 or >= 100 => null,
        < 0 => "takes 0 or at least 100 resamples",
        _ => "takes 0 or at least 100 resamples (fewer say nothing reliable about the ends of an interval)",
    };
}
