using System.Text.Json;
using Assay.Statistics.Agreement;
using Assay.Statistics.Estimation;
using Assay.TestSupport;

namespace Assay.Statistics.Tests.Agreement;

public class AgreementReferenceTests
{
    private const string File = "agreement.json";

    [ReferenceTheory]
    [ReferenceEntries(File, "Krippendorff alpha nominal", "Krippendorff alpha ordinal", "Krippendorff alpha interval", "Krippendorff alpha of no units")]
    public void Krippendorffs_alpha_is_the_reference_value(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);

        Near(entry, KrippendorffsAlpha.Of(Units(entry.Input), Enum.Parse<MeasurementLevel>(entry.Input.GetProperty("level").GetString()!, ignoreCase: true)));
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "Krippendorff alpha without any variation")]
    public void Without_any_variation_alpha_is_not_defined_where_others_call_it_1(string name)
    {
        Assert.Equal(double.NaN, KrippendorffsAlpha.Of(Units(ReferenceEntry.Read(File, name).Input), MeasurementLevel.Nominal));
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "Cohen kappa")]
    public void Cohens_kappa_is_the_reference_value(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        JsonElement input = entry.Input;
        double[] confusion = input.TryGetProperty("confusion", out JsonElement table)
            ? [.. ReferenceEntry.Matrix(table).SelectMany(row => row)]
            : [.. Table(input).Select(count => (double)count)];
        string weighting = input.TryGetProperty("weights", out JsonElement word) ? word.GetString()! : "none";
        KappaWeights weights = Enum.Parse<KappaWeights>(weighting, ignoreCase: true);

        Near(entry, CohensKappa.Of(confusion, weights));
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "Fleiss kappa")]
    public void Fleiss_kappa_is_the_reference_value(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        int[][] counts = [.. ReferenceEntry.Matrix(entry.Input.GetProperty("counts")).Select(row => row.Select(cell => (int)cell).ToArray())];

        Near(entry, FleissKappa.Of(counts));
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "one annotation", "the same with the absolute rule", "absolute rule")]
    public void Scores_of_votes_are_AlpacaEvals(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);

        double[] scores = Scores(entry.Input);

        Assert.Equal(entry.Expected.GetProperty("score").GetDouble(), scores.Average(), entry.Tolerance);
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "one annotation")]
    public void Errors_of_votes_over_items_are_AlpacaEvals(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);

        double[] scores = Scores(entry.Input);

        Assert.Equal(entry.Expected.GetProperty("counts").GetInt32(), scores.Length);
        Assert.Equal(entry.Expected.GetProperty("sem_samples").GetDouble(), MeanEstimate.Of(scores, 0.95)!.StandardError!.Value, entry.Tolerance);
    }

    [ReferenceTheory]
    [ReferenceEntries(File, "one annotation against the majority")]
    public void The_error_over_people_is_that_of_their_own_scores(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        double[][] votes = Votings(entry.Input);

        double[] people = [.. Enumerable.Range(0, votes[0].Length).Select(i => votes.Average(item => Votes.LeaveOneOut(item, i, ScoringRule.ZeroOne)))];

        double error = MeanEstimate.Of(people, 0.95)!.StandardError!.Value;
        Assert.Equal(entry.Expected.GetProperty("sem_annotators").GetDouble(), error, entry.Tolerance);
    }

    private static double[] Scores(JsonElement input)
    {
        ScoringRule rule = input.GetProperty("rule").GetString() == "absolute" ? ScoringRule.Absolute : ScoringRule.ZeroOne;
        bool againstOne = input.GetProperty("votes_2").GetInt32() == 1;
        return [.. Votings(input).Select(item => againstOne ? Votes.Pairwise(item, rule) : Votes.LeaveOneOut(item, rule))];
    }

    // AlpacaEval's 1 to 2.
    private static double[][] Votings(JsonElement input) =>
        [.. ReferenceEntry.Matrix(input.GetProperty("annotations_per_example")).Select(item => item.Select(vote => vote - 1).ToArray())];

    private static double[][] Units(JsonElement input)
    {
        if (input.TryGetProperty("units", out JsonElement units))
        {
            return [.. units.EnumerateArray().Select(unit => unit.EnumerateArray().Select(Rating).ToArray())];
        }
        double?[][] raters =
        [
            .. input.GetProperty("ratings_by_rater").EnumerateArray()
                .Select(rater => rater.EnumerateArray().Select(cell => cell.ValueKind == JsonValueKind.Null ? null : (double?)cell.GetDouble()).ToArray()),
        ];
        return [.. Enumerable.Range(0, raters[0].Length).Select(unit => raters.Select(rater => rater[unit]).OfType<double>().ToArray())];
    }

    private static double Rating(JsonElement rating) => rating.ValueKind == JsonValueKind.Number ? rating.GetDouble() : rating.GetString()![0];

    private static int[] Table(JsonElement input) => CohensKappa.Confusion(Labels(input, "rater_1"), Labels(input, "rater_2"), 4);

    private static int[] Labels(JsonElement input, string rater) => [.. input.GetProperty(rater).EnumerateArray().Select(label => label.GetInt32() - 1)];

    private static void Near(ReferenceEntry entry, double actual)
    {
        double expected = ReferenceEntry.Number(entry.Expected);
        if (double.IsNaN(expected)) Assert.Equal(expected, actual);
        else Assert.Equal(expected, actual, entry.Tolerance);
    }
}
