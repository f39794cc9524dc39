using System.CommandLine;
using Assay.Cli.Progress;

namespace Assay.Cli.Options;

/// <summary>The options of verbs that ask models for hours: <c>generate</c> and <c>judge</c>. One object per verb.</summary>
internal sealed class RunOptions
{
    private readonly Option<string?> _run = new("--run")
    {
        HelpName = "DIR",
        Description = "The folder of the run: made if it is not there, gone on with if it is.",
        Required = true,
    };

    private readonly Option<int?> _limit = OptionFactory.NumberOrNone<int>(
        "--limit", "N", "At most so many instructions. Default: all.", "takes a whole number",
        static number => number < 1 ? "takes a number of at least 1" : null);

    private readonly Option<int?> _concurrency = StandardOptions.Concurrency();

    private readonly Option<decimal?> _maxCost = StandardOptions.MaxCost(
        "Stop before the next call could pass this sum, all sessions of the run together. Default: no limit.");

    private readonly Option<bool> _offline = StandardOptions.Offline();

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Print what would be asked, in calls, tokens and cost, and ask nothing. Default: off.",
    };

    private readonly Option<string?> _store = OptionFactory.Text(
        "--store", "DIR", "The response store, which runs share. Default: .assay/responses in the working folder.");

    private readonly Option<string?> _config = OptionFactory.Text(
        "--config", "FILE", "The models. Default: assay.yaml in the working folder; without it OPENAI_API_KEY or a local server.");

    private readonly Option<ProgressKind> _progress = StandardOptions.Progress();

    private readonly Option<bool> _quiet = StandardOptions.Quiet();

    /// <summary>The file of models, which other options may need before the rest is read.</summary>
    public Option<string?> Config => _config;

    /// <summary>Adds everything to a verb, in groups for its help.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="what">The verb's own options that say what is done.</param>
    /// <param name="more">The verb's own groups, which follow those.</param>
    public void AddTo(VerbCommand verb, IReadOnlyList<Option> what, params IEnumerable<OptionGroup> more)
    {
        verb.AddGroup("What is done", [.. what, _run, _limit]);
        foreach (OptionGroup group in more) verb.AddGroup(group.Title, group.Options);
        verb.AddGroup("Calls and costs", [_concurrency, _maxCost, _dryRun, _offline]);
        verb.AddGroup("Where things are", [_store, _config]);
        verb.AddGroup("What is shown", [_progress, _quiet]);
    }

    /// <summary>What the user asked for.</summary>
    public RunRequest Read(ParseResult parse, string workingFolder) => new()
    {
        Run = parse.GetRequiredValue(_run)!,
        Limit = parse.GetValue(_limit),
        Concurrency = parse.GetValue(_concurrency),
        MaxCost = parse.GetValue(_maxCost),
        IsDryRun = parse.GetValue(_dryRun),
        IsOffline = parse.GetValue(_offline),
        Store = parse.GetValue(_store) ?? Path.Combine(workingFolder, ".assay", "responses"),
        Config = parse.GetValue(_config),
        Progress = parse.GetValue(_progress),
        Quiet = parse.GetValue(_quiet),
    };
}

/// <summary>What the user asked for with the options of runs.</summary>
internal sealed record RunRequest
{
    /// <summary>The run's folder.</summary>
    public required string Run { get; init; }

    /// <summary>Items at most; null: all.</summary>
    public required int? Limit { get; init; }

    /// <summary>Calls at once; null: found.</summary>
    public required int? Concurrency { get; init; }

    /// <summary>US dollars at most; null: no limit.</summary>
    public required decimal? MaxCost { get; init; }

    /// <summary>Whether nothing is asked, and what would be is printed.</summary>
    public required bool IsDryRun { get; init; }

    /// <summary>Whether only the store answers.</summary>
    public required bool IsOffline { get; init; }

    /// <summary>The folder of the response store.</summary>
    public required string Store { get; init; }

    /// <summary>The file of models; null: looked for.</summary>
    public required string? Config { get; init; }

    /// <summary>How progress is shown.</summary>
    public required ProgressKind Progress { get; init; }

    /// <summary>Whether standard error carries errors only.</summary>
    public required bool Quiet { get; init; }
}
