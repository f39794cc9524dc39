using System.Text;
using Assay.Core.Texts;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Core.Tests.Texts;

public sealed class TextSketchTests
{
    private const string Prose = "The tower was built in 1889 for the world's fair and was meant to stand for twenty years. It carried an antenna, which saved it, and it is "
        + "repainted every seven years by hand, in three shades of brown that grow lighter towards the top.";

    [Fact]
    public void A_text_is_near_itself() => Assert.True(TextSketch.Of(Prose).IsNear(TextSketch.Of(Encoding.UTF8.GetBytes(Prose))));

    [Fact]
    public void A_text_whose_beginning_differs_is_near() => Assert.True(TextSketch.Of(Prose).IsNear(TextSketch.Of("Sure! " + Prose)));

    [Fact]
    public void Two_texts_about_two_things_are_not_near() => Assert.False(TextSketch.Of(Prose).IsNear(TextSketch.Of(
        "To boil an egg, bring the water to a simmer first, lower the egg into it with a spoon and wait for six to eight minutes, as you like it.")));

    [Theory]
    [InlineData("", " ")]
    [InlineData("Yes.", "No.")]
    [InlineData("A", "B")]
    public void Short_texts_are_near_only_where_they_are_equal(string one, string other) =>
        Assert.Equal((true, false), (TextSketch.Of(one).IsNear(TextSketch.Of(one)), TextSketch.Of(one).IsNear(TextSketch.Of(other))));

    [Fact]
    public void No_sketch_is_near_nothing() => Assert.False(default(TextSketch).IsNear(default));

    [Fact]
    public void Every_run_of_eight_bytes_counts_once_wherever_it_stands() => Prop.ForAll<byte[], byte[]>((part, rest) =>
    {
        // Whatever surrounds them, the same runs in any order and number have the same minima.
        byte[] once = [.. part, .. rest, .. new byte[60]], twice = [.. once, .. once];
        HashSet<ulong> runs = [.. Runs(once)];
        return !runs.SetEquals(Runs(twice)) || TextSketch.Of(once) == TextSketch.Of(twice);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void The_sketch_is_the_minima_of_its_runs_one_by_one() => Prop.ForAll<byte[]>(bytes =>
    {
        byte[] text = [.. bytes, .. "and sixty more bytes, so that whole blocks are looked at too."u8];
        TextSketch whole = TextSketch.Of(text);
        TextSketch[] runs = [.. Enumerable.Range(0, text.Length - 7).Select(start => TextSketch.Of(text.AsSpan(start, 8)))];
        return Enumerable.Range(0, TextSketch.Minima).All(place => runs.Any(run => run[place] == whole[place]));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static IEnumerable<ulong> Runs(byte[] bytes) => Enumerable.Range(0, bytes.Length - 7).Select(start => BitConverter.ToUInt64(bytes, start));
}
