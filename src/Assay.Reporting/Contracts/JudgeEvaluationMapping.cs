using Assay.Core.JudgeEvaluations;
using Assay.Reporting.Formatting;

namespace Assay.Reporting.Contracts;

/// <summary>From an evaluation of judges to its contract.</summary>
internal static class JudgeEvaluationMapping
{
    // Sums of equal parts are whole but for rounding.
    private const int Digits = 9;

    public static JudgeEvaluationContract ToContract(this JudgeEvaluation evaluation) => new()
    {
        SchemaVersion = JudgeEvaluationContract.Version,
        Confidence = evaluation.Confidence,
        Seed = evaluation.Seed,
        Replicates = evaluation.Replicates,
        NPairs = evaluation.Pairs,
        PeoplesMode = new SidesContract
        {
            Output1 = Math.Round(evaluation.Modes.First, Digits),
            Output2 = Math.Round(evaluation.Modes.Second, Digits),
            Tie = Math.Round(evaluation.Modes.Tie, Digits),
        },
        Annotators = [.. evaluation.Judges.Prepend(evaluation.People).Select(Annotator)],
        Persons = [.. evaluation.Persons.Select(static person => new PersonContract
        {
            Name = person.Name,
            NRows = person.Rows,
            NParsed = person.Parsed,
            LeaveOneOut = Percent(person.LeaveOneOut),
        })],
        MeanOfPersons = Percent(evaluation.SpreadOfPersons),
        FleissKappa = Unscaled(evaluation.FleissKappa),
        NominalAlpha = Unscaled(evaluation.NominalAlpha),
        OrdinalAlpha = Unscaled(evaluation.OrdinalAlpha),
        IntervalAlpha = Unscaled(evaluation.IntervalAlpha),
        AnnotatorPairs = [.. evaluation.RaterPairs.Select(static pair => new RaterPairContract
        {
            Annotator1 = pair.First,
            Annotator2 = pair.Second,
            NPairs = pair.Pairs,
            Agreement = Percent(pair.Agreement),
            Kappa = Unscaled(pair.Kappa),
            LinearKappa = Unscaled(pair.LinearKappa),
        })],
        Notes = evaluation.Notes,
    };

    private static AnnotatorContract Annotator(AnnotatorFigures figures) => new()
    {
        Name = figures.Name,
        Kind = figures.IsPeople ? "people" : "judge",
        NPairs = figures.Pairs,
        NPairsWithoutPeople = figures.PairsWithoutPeople,
        NRows = figures.Rows,
        Parsed = Percent(figures.Parsed),
        Agreement = [Agreement("zero_one", figures.ZeroOne), Agreement("absolute", figures.Absolute)],
        Classification = figures.Classification is { } classification ? Classification(classification) : null,
        Likings = [.. figures.Likings.Select(static liking => new LikingContract
        {
            Feature = EvaluationWords.Key(liking.Feature),
            Share = Percent(liking.Share),
            PeoplesShare = Percent(liking.PeoplesShare),
            Controlled = Percent(liking.Controlled),
            PeoplesControlled = Percent(liking.PeoplesControlled),
        })],
        Models = [.. figures.Models.Select(static model => new ModelWinRatesContract
        {
            Model = model.Model,
            JudgeWinRate = 100 * model.Judge,
            PeopleWinRate = 100 * model.People,
            NPairs = model.Pairs,
        })],
        Spearman = Unscaled(figures.Spearman),
        Pearson = Unscaled(figures.Pearson),
        PricePerThousand = Unscaled(figures.PricePerThousand),
        SecondsPerThousand = Unscaled(figures.SecondsPerThousand),
        Flips = Percent(figures.Flips),
    };

    private static AgreementContract Agreement(string rule, AgreementFigures figures) => new()
    {
        Rule = rule,
        AgainstAll = Percent(figures.AgainstAll),
        LeaveOneOut = Percent(figures.LeaveOneOut),
        DifferenceFromPeople = Percent(figures.DifferenceFromPeople),
        Bias = Percent(figures.Bias),
        Variance = Percent(figures.Variance),
    };

    private static ClassificationContract Classification(ClassificationFigures figures) => new()
    {
        Accuracy = Percent(figures.Accuracy),
        ParsedAccuracy = Percent(figures.ParsedAccuracy),
        MacroPrecision = Percent(figures.MacroPrecision),
        MacroRecall = Percent(figures.MacroRecall),
        MacroF1 = Percent(figures.MacroF1),
        Confusion = [.. EvaluationWords.Verdicts.Select((verdict, row) => new ConfusionRowContract
        {
            Judge = verdict,
            Output1 = Math.Round(figures.Table[row, 0], Digits),
            Output2 = Math.Round(figures.Table[row, 1], Digits),
            Tie = Math.Round(figures.Table[row, 2], Digits),
        })],
    };

    private static FigureContract Percent(Figure figure) => new()
    {
        Value = ContractUnits.Percent(figure.Estimate?.Value),
        StandardError = ContractUnits.Percent(figure.Estimate?.StandardError),
        Interval = ContractUnits.Percent(figure.Estimate?.Interval),
        N = figure.Estimate?.Count ?? 0,
        Absent = figure.Absent,
    };

    private static FigureContract Unscaled(Figure figure) => new()
    {
        Value = ContractUnits.Finite(figure.Estimate?.Value),
        StandardError = ContractUnits.Finite(figure.Estimate?.StandardError),
        Interval = ContractUnits.Unscaled(figure.Estimate?.Interval),
        N = figure.Estimate?.Count ?? 0,
        Absent = figure.Absent,
    };
}
