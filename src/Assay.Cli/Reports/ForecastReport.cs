using System.Globalization;
using Assay.Cli.Output;
using Assay.Evaluation.Benchmarks;
using Assay.Evaluation.Forecast;

namespace Assay.Cli.Reports;

/// <summary>What a run is going to ask and cost, as a text for people.</summary>
internal static class ForecastReport
{
    /// <summary>Writes the forecast of a judging run.</summary>
    public static void Write(JudgeForecast forecast, TextWriter writer)
    {
        writer.WriteLine(Text(
            $"{forecast.Pairs} pairs to judge ({forecast.Identical} identical, without a call), {forecast.EndedBefore} done before, {forecast.Skipped} skipped"));
        foreach (ModelForecast model in forecast.Models)
            Write(model, Text($"{SpendingText.Count(model.Calls)}, at most {SpendingText.Count(model.MostCalls)} with questions asked again"), writer);
        Total(forecast.Calls, forecast.Stored, forecast.UsualCost, forecast.MostCost, writer);
    }

    /// <summary>Writes the forecast of a run of outputs.</summary>
    public static void Write(GenerateForecast forecast, TextWriter writer)
    {
        writer.WriteLine(Text($"{forecast.Outputs} outputs to generate, {forecast.EndedBefore} done before, {forecast.Skipped} instructions given twice"));
        Write(forecast.Model, SpendingText.Count(forecast.Model.Calls), writer);
        Total(forecast.Model.Calls, forecast.Model.Stored, forecast.Model.UsualCost, forecast.Model.MostCost, writer);
    }

    /// <summary>Writes the forecast of a benchmark.</summary>
    public static void Write(BenchmarkForecast forecast, TextWriter writer)
    {
        writer.WriteLine(Text($"{forecast.Instances} instances to ask, {forecast.EndedBefore} done before"));
        foreach (ModelForecast model in forecast.Models) Write(model, SpendingText.Count(model.Calls), writer);
        if (forecast.Models.IsEmpty) writer.WriteLine("every model answers from records: nothing is asked and nothing paid");
        else Total(forecast.Calls, forecast.Stored, forecast.UsualCost, forecast.MostCost, writer);
    }

    private static void Write(ModelForecast model, string calls, TextWriter writer)
    {
        writer.WriteLine(OneLine.Of($"{model.Model}"));
        writer.WriteLine($"  stored         {SpendingText.Count(model.Stored)} answers, which cost nothing");
        writer.WriteLine($"  calls          {calls}");
        writer.WriteLine(Text($"  input tokens   about {SpendingText.Count(model.UsualInput)}, at most {SpendingText.Count(model.MostInput)}"));
        writer.WriteLine(Text($"  output tokens  about {SpendingText.Count(model.UsualOutput)}, {Most(model.MostOutput)}"));
        writer.WriteLine(Text($"  cost           {Cost(model.UsualCost, model.MostCost)}"));
    }

    private static void Total(long calls, long stored, decimal? usual, decimal? most, TextWriter writer) => writer.WriteLine(
        Text($"{SpendingText.Count(calls)} calls, cost {Cost(usual, most)}; {SpendingText.Count(stored)} answers are stored already and cost nothing"));

    private static string Most(long? most) => most is null ? "unbounded: give max_tokens in the parameters" : $"at most {SpendingText.Count(most)}";

    private static string Cost(decimal? usual, decimal? most) => usual is not { } about
        ? "unknown: give the model's price"
        : $"about {SpendingText.Dollars(about)}, {(most is { } bound ? $"at most {SpendingText.Dollars(bound)}" : "unbounded")}";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
