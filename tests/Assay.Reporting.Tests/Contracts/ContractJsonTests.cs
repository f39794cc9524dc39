using System.Text.Json;
using Assay.Core.Leaderboards;
using Assay.Reporting.Contracts;
using Assay.Statistics.Estimation;
using Assay.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Reporting.Tests.Contracts;

public sealed class ContractJsonTests
{
    [Fact]
    public void A_leaderboard_has_the_names_of_the_contract_in_its_order() =>
        Approved.Verify(ContractJson.Render(Samples.Leaderboard(Samples.Small().Entries[1], Samples.Small().Entries[4])), "json");

    [Fact]
    public void A_comparison_has_the_names_of_the_contract_in_its_order() => Approved.Verify(ContractJson.Render(Samples.TwoModels()), "json");

    [Fact]
    public void Data_sets_are_an_array_where_they_were_asked_for()
    {
        using JsonDocument document = JsonDocument.Parse(ContractJson.Render(Samples.ByDataset()));
        Approved.Verify(document.RootElement.GetProperty("models")[0].GetProperty("datasets").GetRawText(), "json");
    }

    [Fact]
    public void Differences_to_the_best_are_in_logits_when_ranked_by_strength()
    {
        using JsonDocument document = JsonDocument.Parse(ContractJson.Render(Samples.ByStrength()));
        Assert.Equal(-3.35, document.RootElement.GetProperty("models")[1].GetProperty("difference_to_best").GetDouble());
    }

    [Fact]
    public void A_number_that_is_not_finite_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => ContractJson.Render(Samples.Leaderboard(Samples.Entry("m") with { WinRate = new Estimate(double.NaN, null, null, 1) })));

    [Fact]
    public void Control_characters_and_direction_marks_are_escaped() =>
        Assert.DoesNotContain(ContractJson.Render(Samples.Hostile()), c => (char.IsControl(c) && c != '\n') || c == '\u202E');

    [Fact]
    public void Every_name_comes_back_as_it_was()
    {
        using JsonDocument document = JsonDocument.Parse(ContractJson.Render(Samples.Hostile()));
        IEnumerable<string?> names = document.RootElement.GetProperty("models").EnumerateArray().Select(model => model.GetProperty("model").GetString());
        Assert.Equal(Samples.HostileNames, names);
    }

    [Fact]
    public void Any_finite_record_parses_back_to_the_same_numbers()
    {
        Gen<double> proportion = Gen.Choose(0, int.MaxValue).Select(i => i / (double)int.MaxValue);
        Gen<LeaderboardEntry> entries =
            from rate in proportion
            from ends in proportion.Two()
            from length in ArbMap.Default.GeneratorFor<NormalFloat>()
            from strength in ArbMap.Default.GeneratorFor<NormalFloat>()
            select Samples.Entry("m", 3) with
            {
                WinRate = new Estimate(rate, ends.Item1, new ConfidenceInterval(Math.Min(ends.Item1, ends.Item2), Math.Max(ends.Item1, ends.Item2), 0.9), 10),
                LengthCoefficient = length.Item,
                Strength = new Estimate(strength.Item, null, null, 10),
            };
        Prop.ForAll(entries.ToArbitrary(), entry =>
        {
            string json = ContractJson.Render(Samples.Leaderboard(entry));
            ModelContract back = JsonSerializer.Deserialize(json, ContractJson.Context.LeaderboardContract)!.Models[0];
            return back.WinRate == 100 * entry.WinRate!.Value
                && back.WinRateStandardError == 100 * entry.WinRate.StandardError
                && back.WinRateInterval == new Interval<double>(100 * entry.WinRate.Interval!.Lower, 100 * entry.WinRate.Interval.Upper)
                && back.LengthCoefficient == entry.LengthCoefficient
                && back.Strength == entry.Strength!.Value
                && back.RankInterval == new Interval<int>(3, 4);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(7, 11));
    }
}
