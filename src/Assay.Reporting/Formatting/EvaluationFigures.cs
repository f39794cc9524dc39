using Assay.Core.JudgeEvaluations;

namespace Assay.Reporting.Formatting;

/// <summary>Every figure of an evaluation in a row of its own.</summary>
/// <param name="Annotator">A judge, a person, or "people".</param>
/// <param name="Other">The second annotator of a kappa; null elsewhere.</param>
/// <param name="Name">The figure's name in the contract, with its place: <c>zero_one.bias</c>.</param>
/// <param name="Label">The figure as people say it.</param>
/// <param name="IsShare">Whether it is a share or a difference of shares, shown in percent or percentage points.</param>
/// <param name="Figure">The figure.</param>
internal sealed record EvaluationFigure(string Annotator, string? Other, string Name, string Label, bool IsShare, Figure Figure);

/// <summary>Lists the figures of an evaluation.</summary>
internal static class EvaluationFigures
{
    /// <summary>All of them: people, judges, persons, people among themselves, every two annotators.</summary>
    public static IEnumerable<EvaluationFigure> Of(JudgeEvaluation evaluation) =>
    [
        .. OfAnnotator(evaluation.People),
        .. evaluation.Judges.SelectMany(OfAnnotator),
        .. evaluation.Persons.Select(static person => Share(person.Name, "zero_one.leave_one_out", "leave-one-out agreement", person.LeaveOneOut)),
        Share(evaluation.People.Name, "mean_of_persons", "the mean over people", evaluation.SpreadOfPersons),
        Plain(evaluation.People.Name, "fleiss_kappa", "Fleiss' kappa", evaluation.FleissKappa),
        Plain(evaluation.People.Name, "nominal_alpha", "Krippendorff's alpha", evaluation.NominalAlpha),
        Plain(evaluation.People.Name, "ordinal_alpha", "Krippendorff's alpha", evaluation.OrdinalAlpha),
        Plain(evaluation.People.Name, "interval_alpha", "Krippendorff's alpha", evaluation.IntervalAlpha),
        .. evaluation.RaterPairs.SelectMany(OfPair),
    ];

    /// <summary>Those of one judge, or of people as a whole.</summary>
    public static IEnumerable<EvaluationFigure> OfAnnotator(AnnotatorFigures figures) =>
    [
        Share(figures.Name, "parsed", "the parsed share", figures.Parsed),
        .. OfAgreement(figures.Name, "zero_one", "", figures.ZeroOne),
        .. OfAgreement(figures.Name, "absolute", ", by distance", figures.Absolute),
        .. OfClassification(figures),
        .. figures.Likings.SelectMany(liking => OfLiking(figures.Name, liking)),
        Plain(figures.Name, "spearman", "Spearman's correlation", figures.Spearman),
        Plain(figures.Name, "pearson", "Pearson's correlation", figures.Pearson),
        Plain(figures.Name, "price_per_1000", "the price", figures.PricePerThousand),
        Plain(figures.Name, "seconds_per_1000", "the duration", figures.SecondsPerThousand),
        Share(figures.Name, "flips", "the share that flips with the order", figures.Flips),
    ];

    private static IEnumerable<EvaluationFigure> OfAgreement(string name, string rule, string how, AgreementFigures agreement) =>
    [
        Share(name, $"{rule}.against_all", $"agreement against all{how}", agreement.AgainstAll),
        Share(name, $"{rule}.leave_one_out", $"leave-one-out agreement{how}", agreement.LeaveOneOut),
        Share(name, $"{rule}.difference_from_people", $"the difference from people{how}", agreement.DifferenceFromPeople),
        Share(name, $"{rule}.bias", $"the bias{how}", agreement.Bias),
        Share(name, $"{rule}.variance", $"the variance{how}", agreement.Variance),
    ];

    private static IEnumerable<EvaluationFigure> OfClassification(AnnotatorFigures figures) => figures.Classification is not { } classification ? [] :
    [
        Share(figures.Name, "accuracy", "accuracy", classification.Accuracy),
        Share(figures.Name, "parsed_accuracy", "accuracy of parsed verdicts", classification.ParsedAccuracy),
        Share(figures.Name, "macro_precision", "macro precision", classification.MacroPrecision),
        Share(figures.Name, "macro_recall", "macro recall", classification.MacroRecall),
        Share(figures.Name, "macro_f1", "macro F1", classification.MacroF1),
    ];

    private static IEnumerable<EvaluationFigure> OfLiking(string name, Liking liking)
    {
        string key = EvaluationWords.Key(liking.Feature), label = $"how often {EvaluationWords.Name(liking.Feature)} is preferred";
        return
        [
            Share(name, $"{key}.share", label, liking.Share),
            Share(name, $"{key}.peoples_share", $"{label} by people", liking.PeoplesShare),
            Share(name, $"{key}.controlled", $"{label} of equally good outputs", liking.Controlled),
            Share(name, $"{key}.peoples_controlled", $"{label} of equally good outputs by people", liking.PeoplesControlled),
        ];
    }

    private static IEnumerable<EvaluationFigure> OfPair(RaterPair pair) =>
    [
        new(pair.First, pair.Second, "agreement", "agreement", true, pair.Agreement),
        new(pair.First, pair.Second, "kappa", "Cohen's kappa", false, pair.Kappa),
        new(pair.First, pair.Second, "linear_kappa", "Cohen's kappa with linear weights", false, pair.LinearKappa),
    ];

    private static EvaluationFigure Share(string annotator, string name, string label, Figure figure) => new(annotator, null, name, label, true, figure);

    private static EvaluationFigure Plain(string annotator, string name, string label, Figure figure) => new(annotator, null, name, label, false, figure);
}
