using System.Text.Json;
using Assay.Core.JudgeEvaluations;
using Assay.Reporting.Contracts;
using Assay.Reporting.Documents;
using Assay.Reporting.Plots;
using Assay.Reporting.Tables;
using Assay.Reporting.Tests.Tables;

namespace Assay.Reporting.Tests.JudgeEvaluations;

public class JudgeEvaluationReportTests
{
    [Fact]
    public void The_json_reads_back_as_its_contract()
    {
        JudgeEvaluation evaluation = SmallEvaluation.Create();

        JudgeEvaluationContract contract = JsonSerializer.Deserialize(ContractJson.Render(evaluation), ContractContext.Readable.JudgeEvaluationContract)!;

        Assert.Equal(["people", "=judge()", "other"], contract.Annotators.Select(annotator => annotator.Name));
        Assert.Equal(100 * evaluation.Judges[0].ZeroOne.LeaveOneOut.Estimate!.Value, contract.Annotators[1].Agreement[0].LeaveOneOut.Value);
        Assert.Equal(10, contract.AnnotatorPairs.Count);
    }

    [Fact]
    public void A_figure_without_value_says_why()
    {
        using JsonDocument json = JsonDocument.Parse(ContractJson.Render(SmallEvaluation.Create()));
        List<JsonElement> figures = [];
        Collect(json.RootElement, figures);

        Assert.NotEmpty(figures);
        Assert.All(figures, figure => Assert.NotEqual(IsNull(figure, "value"), IsNull(figure, "absent")));
    }

    [Fact]
    public void The_csv_runs_no_formula_and_has_as_many_cells_in_every_row()
    {
        string[] lines = JudgeEvaluationCsv.Render(SmallEvaluation.Create()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Contains(lines, line => line.StartsWith("'=judge()", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith('='));
        Assert.All(lines.Where(line => !line.Contains('"', StringComparison.Ordinal)), line => Assert.Equal(11, line.Split(',').Length));
        Assert.Contains(lines, line => line.StartsWith("other,,confusion.unparsed.tie,0,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(160)]
    [InlineData(80)]
    [InlineData(50)]
    public void The_table_fits_its_console(int width)
    {
        string table = CapturedConsole.Show(width, console => JudgeEvaluationTable.Write(SmallEvaluation.Create(), console));

        Assert.All(table.Split('\n'), line => Assert.True(line.TrimEnd().Length <= width, line));
        Assert.Contains("=judge()", table, StringComparison.Ordinal);
    }

    [Fact]
    public void Markup_in_a_name_is_text()
    {
        string table = CapturedConsole.Show(160, console => JudgeEvaluationTable.Write(SmallEvaluation.Create("[red]x[/]"), console));

        Assert.Contains("[red]x[/]", table, StringComparison.Ordinal);
    }

    [Fact]
    public void The_plot_has_a_row_for_everybody_and_is_the_same_every_time()
    {
        string plot = JudgeEvaluationPlot.Render(SmallEvaluation.Create("<b>"));

        Assert.All(["people", "&lt;b&gt;", "other", "person 0", "a person"], text => Assert.Contains(text, plot, StringComparison.Ordinal));
        Assert.Equal(plot, JudgeEvaluationPlot.Render(SmallEvaluation.Create("<b>")));
    }

    private static bool IsNull(JsonElement figure, string name) => figure.GetProperty(name).ValueKind == JsonValueKind.Null;

    private static void Collect(JsonElement element, List<JsonElement> figures)
    {
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("absent", out _)) figures.Add(element);
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in element.EnumerateObject()) Collect(property.Value, figures);
        }
        if (element.ValueKind != JsonValueKind.Array) return;
        foreach (JsonElement item in element.EnumerateArray()) Collect(item, figures);
    }
}
