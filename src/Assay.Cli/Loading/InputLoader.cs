using Assay.Cli.Options;
using Assay.Cli.Progress;
using Assay.Core.Errors;
using Assay.Core.LengthControl;
using Assay.Core.People;
using Assay.Core.Preferences;
using Assay.Storage.Annotations;
using Assay.Storage.Calibration;

namespace Assay.Cli.Loading;

/// <summary>Reads everything a leaderboard or a comparison is made from: annotations, and the two calibration files at the same time.</summary>
internal static class InputLoader
{
    /// <summary>
    /// Reads the files a request names. Of several errors always the same one is thrown: that of the difficulty file, else of the gamed baselines,
    /// else of the first annotation file.
    /// </summary>
    /// <exception cref="InputException">A file or folder cannot be read, holds something else, or there is no annotation file at all.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static LoadedInput Load(CommonRequest request, ProgressDisplay progress, CancellationToken cancellation)
    {
        IReadOnlyList<string> files = request.Paths.Count == 0 ? [] : AnnotationSearch.Find(request.Paths);
        RefuseToOverwrite(request, files);
        if (request.People.Files.Count > 0 || VerdictLoader.ArePeoples(request.People, files)) return LoadVerdicts(request, files, progress, cancellation);
        if (request.InstructionDifficultyPath is not string difficultyPath || request.GamedBaselinesPath is not string gamedPath)
        {
            return new LoadedInput(AnnotationLoader.Load(files, progress, cancellation), null, null);
        }

        using CancellationTokenSource reading = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task<InstructionDifficulties> difficulties = Start(() => InstructionDifficultyFile.Read(difficultyPath), reading);
        Task<IReadOnlyList<GamedBaselineRow>> gamedBaselines = Start(() => GamedBaselineFile.Read(gamedPath), reading);
        PreferenceSet? preferences = null;
        try
        {
            preferences = AnnotationLoader.Load(files, progress, reading.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or InputException)
        {
            // An error of a calibration file stops the reading, and goes first.
            cancellation.ThrowIfCancellationRequested();
            difficulties.GetAwaiter().GetResult();
            gamedBaselines.GetAwaiter().GetResult();
            throw;
        }
        LengthControlCalibration calibration = new(difficulties.GetAwaiter().GetResult(), gamedBaselines.GetAwaiter().GetResult());
        return new LoadedInput(preferences, calibration, null);
    }

    private static LoadedInput LoadVerdicts(CommonRequest request, IReadOnlyList<string> files, ProgressDisplay progress, CancellationToken cancellation)
    {
        bool hasPeople = request.People.Files.Count > 0;
        IReadOnlyList<string> judges = hasPeople ? files : [];
        VerdictSet verdicts = VerdictLoader.Load(hasPeople ? request.People.Files : files, judges, request.People.Columns, progress, cancellation);
        PreferenceSet preferences = VerdictLoader.Preferences(verdicts, judges.Count > 0, request.Options.Baseline);
        LengthControlCalibration? calibration = request.InstructionDifficultyPath is string difficulties && request.GamedBaselinesPath is string gamed
            ? new LengthControlCalibration(InstructionDifficultyFile.Read(difficulties), GamedBaselineFile.Read(gamed))
            : null;
        return new LoadedInput(preferences, calibration, hasPeople && files.Count > 0 ? verdicts : null);
    }

    private static Task<T> Start<T>(Func<T> read, CancellationTokenSource othersReading) => Task.Run(() =>
    {
        try
        {
            return read();
        }
        catch (InputException)
        {
            othersReading.Cancel();
            throw;
        }
    });

    private static void RefuseToOverwrite(CommonRequest request, IReadOnlyList<string> files)
    {
        if (request.OutputPath is not string output) return;
        string full = Path.GetFullPath(output);
        IEnumerable<string?> inputs = [.. files, .. request.People.Files, request.InstructionDifficultyPath, request.GamedBaselinesPath];
        if (!inputs.Any(input => input is not null && Path.GetFullPath(input) == full)) return;
        throw new InputException($"--output {output} is one of the inputs; name another file.");
    }
}

/// <summary>What was read.</summary>
/// <param name="Preferences">Their rows, joined.</param>
/// <param name="Calibration">The calibration of the published length control; null where it was not asked for.</param>
/// <param name="Verdicts">People's verdicts beside the judges' that the preferences are; null where there are not both.</param>
internal sealed record LoadedInput(PreferenceSet Preferences, LengthControlCalibration? Calibration, VerdictSet? Verdicts);
