using Assay.Core.Metrics.Mathematics;
using Assay.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Core.Tests.Metrics.Mathematics;

public sealed class MathEquivalenceTests
{
    private const string File = "math_equivalence.json";

    [ReferenceTheory]
    [ReferenceEntries(File)]
    public void Equivalence_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        bool expected = entry.Expected.GetString() == "correct";
        Assert.Equal(expected, MathEquivalence.AreEquivalent(entry.Input.GetProperty("output").GetString()!, entry.Input.GetProperty("target").GetString()!));
    }

    [Theory]
    [InlineData(@"\frac12", "0.5")]
    [InlineData(@"\frac{3\pi}{4}", @"0.75\pi")]
    [InlineData(@"\sqrt[3]{-8}", "-2")]
    [InlineData(@"2\frac{1}{2}", "2.5")]
    [InlineData(@"(x+1)^2", "x^2+2x+1")]
    [InlineData(@"\sin^2 x + \cos^2 x", "1")]
    [InlineData(@"\log_2 8", "3")]
    [InlineData(@"[0, \infty)", @"[0,\infty)")]
    [InlineData(@"x \in (0, 1)", "(0,1)")]
    [InlineData(@"\{\frac{1}{2}, 3\}", @"\{3, 0.5\}")]
    [InlineData(@"1, 2", "2, 1")]
    [InlineData(@"\begin{pmatrix} 1 \\ 2/4 \end{pmatrix}", @"\begin{pmatrix} 1 \\ 0.5 \end{pmatrix}")]
    [InlineData(@"5!", "120")]
    [InlineData(@"\lfloor 7/2 \rfloor", "3")]
    [InlineData(@"|{-3}|", "3")]
    [InlineData(@"e^{i\pi}", "-1")]
    [InlineData(@"y = 2x", "2x = y")]
    [InlineData(@"3.0 \times 10^{8}", "300000000")]
    [InlineData(@"\text{Evelyn}", "Evelyn")]
    [InlineData(@"\boxed{C}", @"\text{(C)}")]
    [InlineData(@"**7**", "7")]
    [InlineData("2^10", "1024")]
    [InlineData(@"a_1 + a_{1}", "2a_1")]
    public void The_same_mathematics_is_the_same(string output, string target) => Assert.True(MathEquivalence.AreEquivalent(output, target));

    [Theory]
    [InlineData("(1, 2)", "(2, 1)")]
    [InlineData("(1, 2)", "[1, 2]")]
    [InlineData(@"\{1, 2\}", @"\{1, 2, 3\}")]
    [InlineData(@"\sqrt{x^2}", "x")]
    [InlineData(@"\boxed{41} or rather 42", "42")]
    [InlineData("1.41421356", @"\sqrt{2}")]
    [InlineData("x > 2", "x < 2")]
    [InlineData("x", "y")]
    [InlineData("", "0")]
    [InlineData("1/0", "2/0")]
    [InlineData(@"\infty", @"-\infty")]
    [InlineData("50%", "50")]
    public void Other_mathematics_is_not(string output, string target) => Assert.False(MathEquivalence.AreEquivalent(output, target));

    [Theory]
    [InlineData("9^9^9^9^9")]
    [InlineData("99999999999!")]
    [InlineData("1e999999999")]
    [InlineData(@"\binom{99999999}{5000}^{99999999}")]
    public void Numbers_that_would_fill_the_memory_are_not_worked_out(string output) => Assert.False(MathEquivalence.AreEquivalent(output, "1"));

    [Fact]
    public void Nesting_without_end_is_refused() => Assert.False(MathEquivalence.AreEquivalent(new string('(', 500) + "1+1" + new string(')', 500), "2"));

    [Fact]
    public void Deep_braces_are_refused_before_the_stack_ends() =>
        Assert.False(MathEquivalence.AreEquivalent(string.Concat(Enumerable.Repeat("-", 4000)) + "x", "1"));

    [Fact]
    public void Every_fraction_equals_its_reduced_form() => Prop.ForAll<int, PositiveInt, PositiveInt>((a, b, k) =>
        MathEquivalence.AreEquivalent($@"\frac{{{(long)a * k.Get}}}{{{(long)b.Get * k.Get}}}", $"{a}/{b.Get}")).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_text_is_read_to_the_end() => Prop.ForAll<string>(text =>
        Record.Exception(() => MathEquivalence.AreEquivalent((text ?? "") + @"\frac{(", "1")) is null).QuickCheckThrowOnFailure();
}
