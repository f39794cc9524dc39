using Assay.Core.Errors;
using Assay.Studies.Documents;
using Assay.Studies.Validity;

namespace Assay.Studies.Tests.Documents;

public sealed class DocumentTests
{
    private const string Page = """
        before
        <!-- rates -->
        old
        <!-- end of rates -->
        after

        """;

    [Fact]
    public void A_marked_block_is_replaced_and_nothing_else() => Assert.Equal(
        """
        before
        <!-- rates -->
        new
        <!-- end of rates -->
        after

        """, MarkedBlock.Replace(Page, "rates", "new\n"));

    [Fact]
    public void A_page_without_the_block_is_refused_with_the_lines_it_lacks()
    {
        InputException error = Assert.Throws<InputException>(() => MarkedBlock.Replace(Page, "counts", "new"));
        Assert.Contains("<!-- counts -->", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_has_a_line_for_its_columns_and_one_per_row()
    {
        MarkdownTable table = new("model", "rank");
        table.Add("oak", "1");
        Assert.Equal("| model | rank |\n| --- | ---: |\n| oak | 1 |\n", table.ToString());
        Assert.Throws<ArgumentException>(() => table.Add("elm"));
    }

    [Theory]
    [InlineData(0.935, "93.5")]
    [InlineData(0.933, "**93.3**")]
    [InlineData(0.966, "**96.6**")]
    public void A_rate_outside_its_band_is_bold(double share, string text) => Assert.Equal(text, RequiredBand.LargeSample.Mark(share));
}
