using Assay.Core.Errors;
using Assay.Core.Ratings;
using Assay.Storage.Ratings;

namespace Assay.Storage.Tests.Ratings;

public sealed class RatingFileTests : IDisposable
{
    private static readonly RatingColumns Columns = new(["novelty", "clarity"], "author", "idea", (1, 10));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ratings.csv", "idea,author,novelty,clarity\ni1,human,3,4.5\ni2,model,5,\n")]
    [InlineData("ratings.jsonl", """
        {"idea": "i1", "author": "human", "novelty": 3, "clarity": "4.5"}
        {"idea": "i2", "author": "model", "novelty": 5, "clarity": null}
        """)]
    [InlineData("ratings.json", """[{"idea": "i1", "author": "human", "novelty": 3, "clarity": 4.5}, {"idea": "i2", "author": "model", "novelty": 5}]""")]
    [InlineData("columns.json", """{"idea": ["i1", "i2"], "author": ["human", "model"], "novelty": [3, 5], "clarity": [4.5, null], "other": [1]}""")]
    public void Every_kind_of_file_says_the_same(string name, string content)
    {
        RatingSet set = RatingFile.Read(Write(name, content), Columns, CancellationToken.None);
        Assert.Equal([("human", "i1"), ("model", "i2")], set.Rows.Select(row => (row.Group, row.Cluster!)));
        Assert.Equal([3, 4.5, 5, double.NaN], set.Rows.SelectMany(row => row.Values));
    }

    [Theory]
    [InlineData("idea,author,novelty,clarity\ni1,human,11,4\n", "row 1: the field \"novelty\" is 11, outside the scale 1:10; correct the score or --scale.")]
    [InlineData("idea,author,novelty,clarity\ni1,human,3,good\n", "row 1: the field \"clarity\" is \"good\"; a score must be a number, or empty where there is none.")]
    [InlineData("idea,author,novelty,clarity\ni1,human,NaN,4\n", "row 1: the field \"novelty\" is \"NaN\"; a score must be a number, or empty where there is none.")]
    [InlineData("idea,author,novelty,clarity\ni1,,3,4\n", "row 1: the field \"author\" is null or empty; every rating needs its group.")]
    [InlineData("idea,author,novelty,clarity\n,human,3,4\n", "row 1: the field \"idea\" is null or empty; every rating needs its cluster.")]
    [InlineData("idea,author,novlty,clarity\ni1,human,3,4\n", "has no column \"novelty\"; did you mean 'novlty'?")]
    public void What_is_wrong_is_said_with_file_row_and_field(string content, string sentence)
    {
        string path = Write("ratings.csv", content);
        InputException error = Assert.Throws<InputException>(() => RatingFile.Read(path, Columns, CancellationToken.None));
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.EndsWith(sentence, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"idea": ["i1"], "author": ["human"], "novelty": [3, 5], "clarity": [4]}""", "has 1 values and \"novelty\" has 2")]
    [InlineData("""{"idea": "i1", "author": "human", "novelty": [3], "clarity": [4]}""", "the column \"author\" is a single value where a list of its values was expected")]
    [InlineData("""{"idea": ["i1"], "author": ["human"], "novelty": [3], "clarity": [4""", "is not JSON: something is wrong at line 1")]
    [InlineData("""{"idea": ["i1"], "author": ["\ud800"], "novelty": [3], "clarity": [4]}""", "half a surrogate pair")]
    public void Columns_that_do_not_fit_together_are_an_error(string content, string sentence)
    {
        InputException error = Assert.Throws<InputException>(() => RatingFile.Read(Write("columns.json", content), Columns, CancellationToken.None));
        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
    }

    private string Write(string name, string content)
    {
        string path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, content);
        return path;
    }
}
