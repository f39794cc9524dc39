using System.Globalization;
using Assay.Cli.Output;
using Assay.Core.Judging;
using Assay.Core.Runs;
using Assay.Core.Scenarios;

namespace Assay.Cli.Reports;

/// <summary>One item of a run, as a text for people.</summary>
internal static class ItemReport
{
    private const int LongestExcerpt = 60;

    /// <summary>Writes a judged item with its texts and verdicts.</summary>
    public static void Write(JudgedItem item, TextWriter writer)
    {
        writer.WriteLine($"item          {item.Pair.Id}");
        writer.WriteLine($"outcome       {Word(item.Outcome)}{Percent(", the candidate is preferred with ", item.Preference)}");
        if (item.Reason is { } reason) writer.WriteLine(OneLine.Of($"reason        {reason}"));
        if (!item.Notes.IsEmpty) writer.WriteLine($"notes         {string.Join(", ", item.Notes)}");
        writer.WriteLine(OneLine.Of($"instruction   {item.Pair.Instruction}"));
        writer.WriteLine(OneLine.Of($"baseline      {item.Pair.Baseline.Generator}: {item.Pair.Baseline.Output}"));
        writer.WriteLine(OneLine.Of($"candidate     {item.Pair.Candidate.Generator}: {item.Pair.Candidate.Output}"));
        foreach (Verdict verdict in item.Verdicts)
        {
            writer.WriteLine(OneLine.Of(string.Create(
                CultureInfo.InvariantCulture,
                $"verdict       {verdict.Judge}, {Word(verdict.Order)}, repeat {verdict.Repeat}: {Word(verdict.Outcome)}{Percent(", ", verdict.Preference)}, asked {verdict.Asked} times{After(verdict.Reason)}")));
        }
    }

    /// <summary>Writes a generated output.</summary>
    public static void Write(GeneratedOutput output, TextWriter writer)
    {
        writer.WriteLine($"item          {output.Id}");
        writer.WriteLine(OneLine.Of($"outcome       {output.Outcome.ToString().ToLowerInvariant()}{After(output.Reason)}"));
        writer.WriteLine(OneLine.Of($"instruction   {output.Instruction.Instruction}"));
        if (output.Output is { } text) writer.WriteLine(OneLine.Of($"output        {output.Generator}: {text}"));
    }

    /// <summary>Writes an instance of a scenario with its answer and scores.</summary>
    public static void Write(ScoredInstance instance, TextWriter writer)
    {
        writer.WriteLine($"item          {instance.Id}");
        writer.WriteLine(OneLine.Of($"scenario      {instance.Scenario}, instance {instance.Instance.Id}{(instance.Instance.Form is { } form ? $", form {form}" : "")}, {instance.Model}"));
        writer.WriteLine(OneLine.Of($"outcome       {instance.Outcome.ToString().ToLowerInvariant()}{After(instance.Reason)}"));
        writer.WriteLine(OneLine.Of($"input         {instance.Instance.Input}"));
        writer.WriteLine(OneLine.Of($"right         {string.Join(" | ", instance.Instance.RightAnswers)}"));
        if (instance.Answer is { } answer) writer.WriteLine(OneLine.Of($"answer        {answer} (read by: {instance.AnswerRule})"));
        foreach ((string name, double value) in instance.Scores) writer.WriteLine(OneLine.Of(string.Create(CultureInfo.InvariantCulture, $"score         {name} {value:0.####}")));
    }

    /// <summary>Writes a call with its answer.</summary>
    public static void Write(CallRecord call, TextWriter writer)
    {
        string order = call.Order is { } shown ? $", {Word(shown)}" : "";
        string what = call.Response is { } response
            ? string.Create(CultureInfo.InvariantCulture, $"{(call.IsFromStore ? "from the store" : $"{response.Latency.TotalMilliseconds:0} ms, {response.Attempts} attempts")}: {response.Text}")
            : $"no answer: {call.Failure?.Message}";
        writer.WriteLine(OneLine.Of($"call          {call.At.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z {call.Model}{order}, {what}"));
        writer.WriteLine($"              key {call.Key}");
    }

    /// <summary>The beginning of a text.</summary>
    public static string Short(string text)
    {
        StringInfo elements = new(text.Length > 4 * LongestExcerpt ? text[..(4 * LongestExcerpt)] : text);
        return elements.LengthInTextElements <= LongestExcerpt ? elements.String : elements.SubstringByTextElements(0, LongestExcerpt) + "...";
    }

    /// <summary>An order as files write it.</summary>
    public static string Word(PresentationOrder order) => order == PresentationOrder.BaselineFirst ? "baseline first" : "candidate first";

    private static string Word(Outcome outcome) => outcome.ToString().ToLowerInvariant();

    private static string After(string? reason) => reason is null ? "" : $" ({reason})";

    private static string Percent(string before, double? preference) =>
        preference is { } known ? string.Create(CultureInfo.InvariantCulture, $"{before}{100 * known:0.##} %") : "";
}
