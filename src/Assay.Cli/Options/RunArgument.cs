using System.CommandLine;
using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Storage.Runs;

namespace Assay.Cli.Options;

/// <summary>What verbs about runs take: the run's folder, and one of its items.</summary>
internal static class RunArgument
{
    /// <summary>The folder of a run.</summary>
    public static Argument<string> Create(string name = "DIR", string description = "The folder of a run.") =>
        new(name) { Description = description, Arity = ArgumentArity.ExactlyOne };

    /// <summary>One item by its identity.</summary>
    public static Option<string?> Item() => OptionFactory.Text("--item", "ID", "One item, by its identity. Default: all.");

    /// <summary>The item an option names; null where it names none.</summary>
    /// <exception cref="InputException">It is no identity.</exception>
    public static ItemId? ReadItem(string? typed)
    {
        if (typed is null) return null;
        if (ItemId.TryParse(typed, out ItemId id)) return id;
        throw new InputException($"--item takes the 32 hexadecimal digits of an item's identity, as 'assay runs show' and {RunFiles.Annotations} give them, not '{typed}'.");
    }
}
