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

    /// <summary>Reads all files: people's first, which PandaLM's judges refer to.</summary>
    /// <returns>The preferences of people where there is no judge's file, else the judges', and the verdicts they come from.</returns>
    /// <exception cref="InputException">A file cannot be read or holds something else than judgements.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static (PreferenceSet Preferences, VerdictSet Verdicts) Load(
        IReadOnlyList<string> peoples, IReadOnlyList<string> judges, VerdictColumns columns, string? baseline, ProgressDisplay progress, CancellationToken cancellation)
    {
        VerdictVocabulary vocabulary = new();
        VerdictFileReader reader = new(vocabulary, columns);
        VerdictSetBuilder builder = new(vocabulary);
        progress.Begin(ProgressStage.Reading, peoples.Count + judges.Count);
        foreach (string file in peoples) Add(file, VerdictSource.People);
        foreach (string file in judges) Add(file, VerdictSource.Judge);
        VerdictSet verdicts = builder.Build();
        return (judges.Count == 0 ? VerdictPreferences.OfPeople(verdicts, baseline) : VerdictPreferences.OfJudges(verdicts, baseline), verdicts);

        void Add(string file, VerdictSource source)
        {
            builder.Add(reader.Read(file, source, cancellation), source);
            progress.Advance();
        }
    }
}
