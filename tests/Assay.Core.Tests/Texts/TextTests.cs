using System.Text.RegularExpressions;
using Assay.Core.Texts;

namespace Assay.Core.Tests.Texts;

public sealed class TextTests
{
    [Theory]
    [InlineData("m", "m")]
    [InlineData("<think>a or b</think>m", "m")]
    [InlineData("\n<think>\na or b\n</think>\n\nm\n", "m\n")]
    [InlineData("a or b</think>m", "m")]
    [InlineData("<THINKING>a</THINKING> m", "m")]
    [InlineData("<reasoning>a</reasoning>m", "m")]
    [InlineData("<think>a or", "")]
    [InlineData("The tag <think>x</think> is m", "The tag <think>x</think> is m")]
    [InlineData("", "")]
    public void Thinking_before_the_answer_is_taken_out(string text, string answer) => Assert.Equal(answer, ThinkingText.Strip(text));

    // Escaped, because an attribute is UTF-8 and cannot hold a lone surrogate itself.
    [Theory]
    [InlineData("a", "a", 0)]
    [InlineData("😀日本\0", "😀日本\0", 0)]
    [InlineData(@"a\uD800b", "a\uFFFDb", 1)]
    [InlineData(@"\uDC00\uD800", "\uFFFD\uFFFD", 2)]
    [InlineData(@"\uD800😀", "\uFFFD😀", 1)]
    public void Lone_surrogates_become_replacement_characters_and_are_counted(string escaped, string repaired, int replaced) =>
        Assert.Equal((repaired, replaced), (WellFormedText.Of(Regex.Unescape(escaped), out int count), count));

    [Fact]
    public void A_text_that_needs_no_repair_is_the_same_instance()
    {
        string text = new('x', 200_000);

        Assert.Same(text, WellFormedText.Of(text, out _));
    }
}
