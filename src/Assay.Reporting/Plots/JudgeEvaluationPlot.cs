using System.Globalization;
using Assay.Core.JudgeEvaluations;
using Assay.Reporting.Formatting;
using Assay.Statistics.Estimation;

namespace Assay.Reporting.Plots;

/// <summary>
/// Human agreement as a picture: people and every judge with the leave-one-out agreement filled, which alone compares, and the agreement against all people
/// hollow; people's own agreement is the line to reach.
/// </summary>
public static class JudgeEvaluationPlot
{
    private const int MostPersons = 30;

    /// <summary>The plot as one SVG document, light or dark as the reader prefers; the same bytes for the same evaluation.</summary>
    public static string Render(JudgeEvaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        Estimate? people = evaluation.People.ZeroOne.LeaveOneOut.Estimate;
        return ForestPlotRenderer.Render(new ForestPlot
        {
            Title = "Agreement with people",
            Subtitle = string.Create(
                CultureInfo.InvariantCulture,
                $"{evaluation.Pairs} pairs · {evaluation.Persons.Count} people · {Figures.Level(evaluation.Confidence)} intervals over pairs"),
            Description = Describe(evaluation),
            AxisTitle = "Agreement with the mode of people in percent",
            FigureTitle = $"% [{Figures.Level(evaluation.Confidence)} interval]",
            Series = ["All people but one (compares)", "All people (as AlpacaEval publishes)"],
            Reference = people is null ? (50, "50 %") : (100 * people.Value, "a person"),
            Limits = (0, 100),
            Sections =
            [
                new ForestSection(null, [.. evaluation.Judges.Prepend(evaluation.People).OrderByDescending(Value).Select(Row)]),
                .. Persons(evaluation),
            ],
        });
    }

    private static double Value(AnnotatorFigures figures) =>
        figures.ZeroOne.LeaveOneOut.Estimate?.Value ?? figures.ZeroOne.AgainstAll.Estimate?.Value ?? -1;

    private static ForestRow Row(AnnotatorFigures figures)
    {
        string name = DisplayText.Clean(figures.Name);
        AgreementFigures agreement = figures.ZeroOne;
        string share = EvaluationWords.Share(agreement.LeaveOneOut);
        string tooltip = $"{name}: {share} against all but one, {EvaluationWords.Share(agreement.AgainstAll)} against all.";
        return new ForestRow("", name, share, tooltip, [Mark(agreement.LeaveOneOut), Mark(agreement.AgainstAll)]);
    }

    private static ForestSection[] Persons(JudgeEvaluation evaluation)
    {
        PersonFigures[] persons = [.. evaluation.Persons.Where(static person => person.LeaveOneOut.Estimate is not null)];
        if (persons.Length is 0 or > MostPersons) return [];
        return
        [
            new ForestSection("Each person", [.. persons.OrderByDescending(static person => person.LeaveOneOut.Estimate!.Value).Select(static person =>
            {
                string name = DisplayText.Clean(person.Name), share = EvaluationWords.Share(person.LeaveOneOut);
                string tooltip = $"{name}: {share} against the others, {Figures.Count(person.Parsed)} verdicts.";
                return new ForestRow("", name, share, tooltip, [Mark(person.LeaveOneOut), null]);
            })]),
        ];
    }

    private static ForestMark? Mark(Figure figure) => figure.Estimate is not { } estimate ? null
        : new ForestMark(100 * estimate.Value, estimate.Interval is { } interval ? (100 * interval.Lower, 100 * interval.Upper) : null);

    private static string Describe(JudgeEvaluation evaluation)
    {
        IEnumerable<AnnotatorFigures> first = evaluation.Judges.Prepend(evaluation.People).Take(20);
        return string.Join("; ", first.Select(static figures => $"{figures.Name} {EvaluationWords.Share(figures.ZeroOne.LeaveOneOut)}")) + ".";
    }
}
