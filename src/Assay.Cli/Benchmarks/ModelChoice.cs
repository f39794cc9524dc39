using System.Collections.Immutable;
using Assay.Cli.Models;
using Assay.Core.Errors;
using Assay.Core.Models;
using Assay.Core.Scenarios;

namespace Assay.Cli.Benchmarks;

/// <summary>The models of a benchmark: those that are asked, and those whose completions somebody saved.</summary>
/// <param name="Asked">Models that are asked.</param>
/// <param name="Recorded">Recorded ones.</param>
internal sealed record ModelChoice(ImmutableArray<ModelSpecification> Asked, ImmutableArray<RecordedModel> Recorded)
{
    private const string Prefix = "recorded:";

    /// <summary>Names in the order of results.</summary>
    public IEnumerable<string> Names => Asked.Select(static model => model.Name).Concat(Recorded.Select(static model => model.Name));

    /// <summary>Finds the models that a command line names.</summary>
    /// <param name="typed"><c>MODEL</c>, <c>recorded:PATH</c>, <c>recorded:PATH#COLUMN</c>, each with <c>NAME=</c> before a recorded one.</param>
    /// <param name="models">Where models come from.</param>
    /// <param name="cancellation">Stops the looking.</param>
    /// <exception cref="InputException">There is no such model, no such file, or two of one name.</exception>
    public static async Task<ModelChoice> ReadAsync(IReadOnlyList<string> typed, Func<ModelSource> models, CancellationToken cancellation)
    {
        ImmutableArray<ModelSpecification>.Builder asked = ImmutableArray.CreateBuilder<ModelSpecification>();
        ImmutableArray<RecordedModel>.Builder recorded = ImmutableArray.CreateBuilder<RecordedModel>();
        ModelSource? source = null;
        foreach (string one in typed)
        {
            if (Recording(one) is { } recording) recorded.Add(recording);
            else asked.Add(await (source ??= models()).FindAsync(one, cancellation));
        }
        if (typed.Count == 0) asked.Add(await models().FindAsync(null, cancellation));
        ModelChoice choice = new(asked.ToImmutable(), recorded.ToImmutable());
        string? twice = choice.Names.GroupBy(static name => name, StringComparer.Ordinal).FirstOrDefault(static group => group.Count() > 1)?.Key;
        if (twice is not null) throw new InputException($"Two models are called '{twice}'; give a recorded one a name of its own: NAME=recorded:FILE.");
        return choice;
    }

    private static RecordedModel? Recording(string typed)
    {
        int prefix = typed.IndexOf(Prefix, StringComparison.Ordinal);
        if (prefix < 0 || (prefix > 0 && typed[prefix - 1] != '=')) return null;
        string rest = typed[(prefix + Prefix.Length)..];
        // A file's name may have a # in it.
        int mark = File.Exists(rest) ? -1 : rest.LastIndexOf('#');
        (string path, string? column) = mark < 0 ? (rest, null) : (rest[..mark], rest[(mark + 1)..]);
        if (!Path.Exists(path)) throw new InputException(
            $"There is no {path} with recorded completions; name a file, or a folder with a file for each scenario.");
        string? name = prefix > 0 ? typed[..(prefix - 1)] : null;
        if (name is "") throw new InputException($"'{typed}' has no name before the equals sign; write NAME=recorded:FILE, or recorded:FILE.");
        return new RecordedModel(name ?? NameOf(path, column), path, column);
    }

    private static string NameOf(string path, string? column)
    {
        string file = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        string stem = File.Exists(path) ? file.Split('.')[0] : file;
        return column is null ? stem : column.Split('.')[0];
    }
}
