using Assay.Reporting.Formatting;

namespace Assay.Reporting.Tests.Formatting;

public sealed class DisplayTextTests
{
    [Theory]
    [InlineData("gpt-4 模型 é 🙂", "gpt-4 模型 é 🙂")]
    [InlineData("a\nb\tc\u001b[2J", "a\uFFFDb\uFFFDc\uFFFD[2J")]
    [InlineData("x\u202Ey\u2066z\u2028", "x\uFFFDy\uFFFDz\uFFFD")]
    public void Only_what_could_disturb_a_reader_is_replaced(string text, string expected) => Assert.Equal(expected, DisplayText.Clean(text));

    [Fact]
    public void An_unpaired_surrogate_is_replaced() => Assert.Equal("a\uFFFD", DisplayText.Clean("a" + (char)0xD83D));

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdefg", 6, "abcde…")]
    [InlineData("🙂🙂🙂", 2, "🙂…")]
    public void A_shortened_text_counts_what_a_reader_sees(string text, int length, string expected) =>
        Assert.Equal(expected, DisplayText.Shorten(text, length));
}
