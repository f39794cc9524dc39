using Assay.Cli.Progress;
using Assay.Core.Errors;
using Assay.Core.Preferences;
using Assay.Storage.Annotations;

namespace Assay.Cli.Loading;

/// <summary>Reads annotation files in parallel into one preference set.</summary>
internal static class AnnotationLoader
{
    /// <summary>Reads all files; of several errors, the one of the first file in the order given is thrown, however the threads ran.</summary>
    /// <param name="files">Files, at least one, each once.</param>
    /// <param name="progress">Told of each file that was read.</param>
    /// <param name="cancellation">Stops the reading between rows.</param>
    /// <exception cref="InputException">A file cannot be read or holds something else than annotations.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static PreferenceSet Load(IReadOnlyList<string> files, ProgressDisplay progress, CancellationToken cancellation)
    {
        AnnotationVocabulary vocabulary = new();
        AnnotationFileReader reader = new(vocabulary);
        PreferenceSetBuilder builder = new(vocabulary);
        ParallelFiles.ForEach(files, progress, static () => true, (index, _) => builder.Add(reader.Read(files[index], cancellation)), cancellation);
        return builder.Build();
    }
}
