using System.Text;
using Assay.Core.Texts;
using Assay.TestSupport;

namespace Assay.Core.Tests.Texts;

public class ListItemsTests
{
    [ReferenceTheory]
    [ReferenceEntries("judge_analysis.json", "list items in")]
    public void List_items_are_counted_as_the_reference_does(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read("judge_analysis.json", name);

        Assert.Equal(entry.Expected.GetInt32(), ListItems.Count(Encoding.UTF8.GetBytes(entry.Input.GetProperty("text").GetString()!)));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("a.\nb", 1)]
    [InlineData("a.", 0)]
    [InlineData("12)", 1)]
    [InlineData("\n\n", 0)]
    [InlineData("é. x", 0)]
    public void Edges_of_lines_are_no_items_by_accident(string text, int expected)
    {
        Assert.Equal(expected, ListItems.Count(Encoding.UTF8.GetBytes(text)));
    }
}
