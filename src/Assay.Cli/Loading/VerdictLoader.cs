using Assay.Cli.Progress;
using Assay.Core.Errors;
using Assay.Core.People;
using Assay.Storage.People;

namespace Assay.Cli.Loading;

/// <summary>Reads people's and judges' files into one set.</summary>
internal static class VerdictLoader
{
    /// <summary>Reads people's files first: judges' may name pairs by numbers that only people's files explain.</summary>
    /// <param name="human">People's files.</param>
    /// <param name="annotations">Judges' files.</param>
    /// <param name="columns">What columns of their own mean.</param>
    /// <param name="progress">Told of each file that was read.</param>
    /// <param name="cancellation">Stops the reading between rows.</param>
    /// <exception cref="InputException">A file cannot be read, or holds something else than judgements.</exception>
    public static VerdictSet Load(
        IReadOnlyList<string> human, IReadOnlyList<string> annotations, VerdictColumns columns, ProgressDisplay progress, CancellationToken cancellation)
    {
        VerdictVocabulary vocabulary = new();
        VerdictFileReader reader = new(vocabulary, columns);
        VerdictSetBuilder builder = new(vocabulary);
        progress.Begin(ProgressStage.Reading, human.Count + annotations.Count);
        Read(human, VerdictSource.People);
        Read(annotations, VerdictSource.Judge);
        return builder.Build();

        void Read(IReadOnlyList<string> files, VerdictSource source)
        {
            foreach (string file in files)
            {
                builder.Add(reader.Read(file, source, cancellation), source);
                progress.Advance();
            }
        }
    }
}
