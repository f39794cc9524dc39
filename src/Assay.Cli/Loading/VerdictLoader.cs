using Assay.Cli.Options;
using Assay.Cli.Progress;
using Assay.Core.Clusters;
using Assay.Core.Errors;
using Assay.Core.People;
using Assay.Core.Preferences;
using Assay.Storage.People;

namespace Assay.Cli.Loading;

/// <summary>Reads people's judgements where a judge's would stand, or people's and judges' together.</summary>
internal static class VerdictLoader
{
    /// <summary>Whether these annotation files are people's: somebody said so, or they are in a form that only people's files have.</summary>
    /// <param name="people">What was asked for.</param>
    /// <param name="files">The annotation files, one at least.</param>
    public static bool ArePeoples(PeopleRequest people, IReadOnlyList<string> files) =>
        people.Columns.IsGiven || people.Clustering?.By.Contains(ClusterUnit.Annotator) == true || VerdictFileReader.HoldsPeoples(files[0]);

    /// <summary>Reads people's files first: judges' may name pairs by numbers that only people's files explain.</summary>
    /// <param name="human">People's files.</param>
    /// <param name="annotations">Judges' files.</param>
    /// <param name="columns">What columns of their own mean.</param>
    /// <param name="progress">Told of each file that was read.</param>
    /// <param name="cancellation">Stops the reading between rows.</param>
    /// <exception cref="InputException">A file cannot be read, or holds something else than judgements.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
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

    /// <summary>The preferences of people where there is no judge's file, else the judges'.</summary>
    /// <param name="verdicts">What was read.</param>
    /// <param name="hasJudges">Whether judges' files are among it.</param>
    /// <param name="baseline">The model all others were compared with; null: found.</param>
    public static PreferenceSet Preferences(VerdictSet verdicts, bool hasJudges, string? baseline) =>
        hasJudges ? VerdictPreferences.OfJudges(verdicts, baseline) : VerdictPreferences.OfPeople(verdicts, baseline);
}
