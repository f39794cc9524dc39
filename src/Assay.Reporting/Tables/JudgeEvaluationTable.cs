using System.Globalization;
using Assay.Core.JudgeEvaluations;
using Assay.Reporting.Formatting;
using Spectre.Console;

namespace Assay.Reporting.Tables;

/// <summary>Judges against people, for people: agreement, verdicts, leaderboards, likings, every two annotators, notes.</summary>
public static class JudgeEvaluationTable
{
    private const int Always = int.MaxValue;

    /// <summary>Pairs of annotators shown; more are in the JSON and the CSV.</summary>
    private const int MostRaterPairs = 15;

    /// <summary>Writes the evaluation, as wide as the console allows. Names are plain text, never markup.</summary>
    public static void Write(JudgeEvaluation evaluation, IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(console);
        console.Write(new Text("Judges against people, in percent\n", new Style(decoration: Decoration.Bold)));
        console.Write(new Text(Circumstances(evaluation) + "\n", new Style(decoration: Decoration.Dim)));
        AnnotatorFigures[] all = [evaluation.People, .. evaluation.Judges];
        WriteAgreement(console, "Agreement with the mode of people, by side", all, static figures => figures.ZeroOne);
        WriteAgreement(console, "Agreement by distance", all, static figures => figures.Absolute);
        WriteVerdicts(console, evaluation.Judges);
        WriteModels(console, evaluation.Judges);
        WriteLikings(console, evaluation.Judges.Count > 0 ? evaluation.Judges : [evaluation.People]);
        WriteUse(console, all);
        WritePeople(console, evaluation);
        WriteRaterPairs(console, evaluation.RaterPairs);
        NotesBlock.Write(console, EvaluationNoteGroups.Of(evaluation));
    }

    private static void WriteAgreement(IAnsiConsole console, string title, AnnotatorFigures[] all, Func<AnnotatorFigures, AgreementFigures> agreement)
    {
        Title(console, title);
        FittedTable<AnnotatorFigures>.Write(console, all,
        [
            Name<AnnotatorFigures>("", figures => figures.Name),
            Shares(90, "Leave one out", figures => agreement(figures).LeaveOneOut) with { IsEmphasised = true },
            new(
                new ColumnForm<AnnotatorFigures>(70, "Beside people", figures => EvaluationWords.Points(agreement(figures).DifferenceFromPeople)),
                new ColumnForm<AnnotatorFigures>(80, "Beside people", figures => Figures.Points(agreement(figures).DifferenceFromPeople.Estimate?.Value))),
            Shares(40, "Against all", figures => agreement(figures).AgainstAll),
            Shares(30, "Bias", figures => agreement(figures).Bias),
            Shares(20, "Variance", figures => agreement(figures).Variance),
            Single<AnnotatorFigures>(60, "Pairs", figures => Figures.Count(figures.Pairs)),
        ]);
    }

    private static void WriteVerdicts(IAnsiConsole console, IReadOnlyList<AnnotatorFigures> judges)
    {
        (AnnotatorFigures Judge, ClassificationFigures Figures)[] rows =
            [.. judges.Where(static judge => judge.Pairs > 0).Select(static judge => (judge, judge.Classification!))];
        if (rows.Length == 0) return;
        Title(console, "Judges as classifiers of the side most people took");
        FittedTable<(AnnotatorFigures Judge, ClassificationFigures Figures)>.Write(console, rows,
        [
            Name<(AnnotatorFigures Judge, ClassificationFigures Figures)>("", row => row.Judge.Name),
            ShareOf(90, "Accuracy", row => row.Figures.Accuracy),
            ShareOf(70, "Macro F1", row => row.Figures.MacroF1),
            ShareOf(30, "Precision", row => row.Figures.MacroPrecision),
            ShareOf(25, "Recall", row => row.Figures.MacroRecall),
            ShareOf(40, "Of parsed", row => row.Figures.ParsedAccuracy),
        ]);
        foreach ((AnnotatorFigures judge, ClassificationFigures figures) in rows)
        {
            Title(console, $"Pairs by the verdict of {DisplayText.Clean(judge.Name)} (rows) and of most people (columns)");
            FittedTable<int>.Write(console, [0, 1, 2, 3],
            [
                Name<int>("", row => EvaluationWords.Verdicts[row]),
                .. Enumerable.Range(0, 3).Select(column => Single<int>(Always, EvaluationWords.Verdicts[column], row => Pairs(figures.Table[row, column]))),
            ]);
        }
    }

    private static void WriteModels(IAnsiConsole console, IReadOnlyList<AnnotatorFigures> judges)
    {
        foreach (AnnotatorFigures judge in judges.Where(static judge => judge.Models.Count > 0))
        {
            Title(console, $"Win rates by {DisplayText.Clean(judge.Name)} and by people");
            FittedTable<ModelWinRates>.Write(console, judge.Models,
            [
                Name<ModelWinRates>("", model => model.Model),
                Single<ModelWinRates>(Always, "Judge", model => Figures.Percent(model.Judge)),
                Single<ModelWinRates>(Always, "People", model => Figures.Percent(model.People)),
                Single<ModelWinRates>(50, "Pairs", model => Figures.Count(model.Pairs)),
            ]);
            console.Write(new Text($"Spearman {EvaluationWords.Coefficient(judge.Spearman)}, Pearson {EvaluationWords.Coefficient(judge.Pearson)}\n"));
        }
    }

    private static void WriteLikings(IAnsiConsole console, IReadOnlyList<AnnotatorFigures> annotators)
    {
        (string Name, Liking Liking)[] rows =
        [
            .. annotators.SelectMany(static annotator => annotator.Likings.Where(static liking => liking.Share.Estimate is not null)
                .Select(liking => (annotator.Name, liking))),
        ];
        if (rows.Length == 0) return;
        Title(console, "What is liked: plainly, and between outputs that people like equally");
        FittedTable<(string Name, Liking Liking)>.Write(console, rows,
        [
            Name<(string Name, Liking Liking)>("", row => row.Name),
            Name<(string Name, Liking Liking)>("prefers", row => EvaluationWords.Name(row.Liking.Feature)),
            .. annotators[0].IsPeople ? [] : (IEnumerable<TableColumn<(string Name, Liking Liking)>>)
                [Liked(90, "Judge", row => row.Share), Liked(60, "Judge, even", row => row.Controlled)],
            Liked(70, "People", row => row.PeoplesShare),
            Liked(40, "People, even", row => row.PeoplesControlled),
        ]);
    }

    private static void WriteUse(IAnsiConsole console, AnnotatorFigures[] all)
    {
        Title(console, "Verdicts and cost");
        FittedTable<AnnotatorFigures>.Write(console, all,
        [
            Name<AnnotatorFigures>("", figures => figures.Name),
            Shares(70, "Parsed", figures => figures.Parsed),
            Shares(40, "Flips with order", figures => figures.Flips),
            Single<AnnotatorFigures>(60, "$ per 1,000", figures => EvaluationWords.Amount(figures.PricePerThousand)),
            Single<AnnotatorFigures>(50, "s per 1,000", figures => EvaluationWords.Amount(figures.SecondsPerThousand)),
            Single<AnnotatorFigures>(30, "Rows", figures => Figures.Count(figures.Rows)),
        ]);
    }

    private static void WritePeople(IAnsiConsole console, JudgeEvaluation evaluation)
    {
        Title(console, "People among themselves");
        (string Name, Figure Figure)[] rows =
        [
            ("Fleiss' kappa", evaluation.FleissKappa), ("Krippendorff's alpha, nominal", evaluation.NominalAlpha),
            ("Krippendorff's alpha, ordinal", evaluation.OrdinalAlpha), ("Krippendorff's alpha, interval", evaluation.IntervalAlpha),
        ];
        FittedTable<(string Name, Figure Figure)>.Write(console, rows,
        [
            Name<(string Name, Figure Figure)>("", row => row.Name),
            Single<(string Name, Figure Figure)>(Always, "", row => EvaluationWords.Coefficient(row.Figure)),
        ]);
    }

    private static void WriteRaterPairs(IAnsiConsole console, IReadOnlyList<RaterPair> pairs)
    {
        if (pairs.Count == 0) return;
        IEnumerable<RaterPair> listed = pairs.Count <= MostRaterPairs ? pairs : pairs.OrderBy(static pair => pair.Kappa.Estimate?.Value ?? 1);
        RaterPair[] shown = [.. listed.Take(MostRaterPairs)];
        Title(console, shown.Length == pairs.Count
            ? "Every two annotators"
            : $"The {MostRaterPairs} pairs of annotators with the least kappa, of {Figures.Count(pairs.Count)} (all: --format json or csv)");
        FittedTable<RaterPair>.Write(console, shown,
        [
            Name<RaterPair>("", pair => pair.First),
            Name<RaterPair>("", pair => pair.Second),
            Coefficients(90, "Cohen's kappa", pair => pair.Kappa),
            Coefficients(40, "Linear weights", pair => pair.LinearKappa),
            new(
                new ColumnForm<RaterPair>(20, "Equal", pair => EvaluationWords.Share(pair.Agreement)),
                new ColumnForm<RaterPair>(60, "Equal", pair => Figures.Percent(pair.Agreement.Estimate?.Value))),
            Single<RaterPair>(50, "Pairs", pair => Figures.Count(pair.Pairs)),
        ]);
    }

    private static string Circumstances(JudgeEvaluation evaluation)
    {
        int people = evaluation.Persons.Count(static person => person.Parsed > 0);
        (double first, double second, double tie) = evaluation.Modes;
        return string.Create(CultureInfo.InvariantCulture,
            $"{evaluation.Pairs} pairs · {people} people, who mostly prefer output_1 {Pairs(first)}, output_2 {Pairs(second)}, neither {Pairs(tie)} times · ")
            + $"{Figures.Level(evaluation.Confidence)} intervals over pairs (Student's t, Wilson's where all are 0 or 1; "
            + "jackknife for classifiers, kappas and alphas; bootstrap for correlations)";
    }

    private static string Pairs(double pairs) => Math.Round(pairs, 2).ToString("0.##", CultureInfo.InvariantCulture);

    private static void Title(IAnsiConsole console, string title)
    {
        console.WriteLine();
        console.Write(new Text(title + "\n", new Style(decoration: Decoration.Bold)));
    }

    private static TableColumn<T> Name<T>(string header, Func<T, string> name) =>
        new(new ColumnForm<T>(Always, header, row => DisplayText.Clean(name(row)))) { IsName = true };

    private static TableColumn<T> Single<T>(int keep, string header, Func<T, string> cell) => new(new ColumnForm<T>(keep, header, cell));

    private static TableColumn<AnnotatorFigures> Shares(int keep, string header, Func<AnnotatorFigures, Figure> figure) =>
        Shares<AnnotatorFigures>(keep, header, figure);

    private static TableColumn<(AnnotatorFigures Judge, ClassificationFigures Figures)> ShareOf(
        int keep, string header, Func<(AnnotatorFigures Judge, ClassificationFigures Figures), Figure> figure) => Shares(keep, header, figure);

    private static TableColumn<(string Name, Liking Liking)> Liked(int keep, string header, Func<Liking, Figure> figure) =>
        Shares<(string Name, Liking Liking)>(keep, header, row => figure(row.Liking));

    // With its interval, then without, then not at all.
    private static TableColumn<T> Shares<T>(int keep, string header, Func<T, Figure> figure) => new(
        new ColumnForm<T>(keep, header, row => EvaluationWords.Share(figure(row))),
        new ColumnForm<T>(keep == 90 ? Always : keep + 5, header, row => Figures.Percent(figure(row).Estimate?.Value)));

    private static TableColumn<RaterPair> Coefficients(int keep, string header, Func<RaterPair, Figure> figure) => new(
        new ColumnForm<RaterPair>(keep, header, pair => EvaluationWords.Coefficient(figure(pair))),
        new ColumnForm<RaterPair>(keep == 90 ? Always : keep + 5, header, pair => Figures.Number(figure(pair).Estimate?.Value)));
}
