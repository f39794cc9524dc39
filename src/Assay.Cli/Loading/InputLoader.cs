using Assay.Cli.Options;
using Assay.Cli.Progress;
using Assay.Core.Errors;
using Assay.Core.LengthControl;
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
        IReadOnlyList<string> files = AnnotationSearch.Find(request.Paths);
        RefuseToOverwrite(request, files);
        if (request.InstructionDifficultyPath is not string difficultyPath || request.GamedBaselinesPath is not string gamedPath)
        {
            return new LoadedInput(files, AnnotationLoader.Load(files, progress, cancellation), null);
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
        return new LoadedInput(files, preferences, calibration);
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
        IEnumerable<string?> inputs = [.. files, request.InstructionDifficultyPath, request.GamedBaselinesPath];
        if (!inputs.Any(input => input is not null && Path.GetFullPath(input) == full)) return;
        throw new InputException($"--output {output} is one of the inputs; name another file.");
    }
}

/// <summary>What was read.</summary>
/// <param name="Files">The annotation files.</param>
/// <param name="Preferences">Their rows, joined.</param>
/// <param name="Calibration">The calibration of the published length control; null where it was not asked for.</param>
internal sealed record LoadedInput(IReadOnlyList<string> Files, PreferenceSet Preferences, LengthControlCalibration? Calibration);
