using Assay.Core.JudgeEvaluations;

namespace Assay.Reporting.Formatting;

/// <summary>The notes of an evaluation, and why figures are unknown: each reason once, with the figures and the judges it holds for.</summary>
internal static class EvaluationNoteGroups
{
    public static IReadOnlyList<NoteGroup> Of(JudgeEvaluation evaluation)
    {
        // A judge without any pair has a note that says it all; what people lack, they lack by definition, or because files of people do not say it.
        IEnumerable<(string, IReadOnlyList<string>)> unknown = evaluation.Judges.Where(static figures => figures.Pairs > 0)
            .Select(static figures => (figures.Name, Reasons(figures)));
        return NoteGroups.Of([.. evaluation.Notes, .. OfPeople(evaluation)], unknown, "All judges");
    }

    private static IReadOnlyList<string> Reasons(AnnotatorFigures figures) =>
    [
        .. EvaluationFigures.OfAnnotator(figures).Where(static figure => figure.Figure.Absent is not null)
            .GroupBy(static figure => figure.Figure.Absent!, StringComparer.Ordinal)
            .Select(static group => $"{Listed([.. group.Select(static figure => figure.Label)])}: unknown, because {group.Key}."),
    ];

    private static IEnumerable<string> OfPeople(JudgeEvaluation evaluation) =>
        ((Figure[])[evaluation.FleissKappa, evaluation.NominalAlpha, evaluation.OrdinalAlpha, evaluation.IntervalAlpha])
            .Select(static figure => figure.Absent).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(static reason => $"people's kappa or alpha is unknown, because {reason}.");

    private static string Listed(string[] labels) =>
        labels.Length <= 2 ? string.Join(" and ", labels) : $"{labels[0]} and {Figures.Count(labels.Length - 1)} more";
}
