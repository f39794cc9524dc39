using Assay.Reporting.Plots;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Reporting.Tests.Plots;

public sealed class TextMeasureTests
{
    [Fact]
    public void A_text_that_fits_is_left_alone() => Assert.Equal("claude-2", TextMeasure.Fit("claude-2", 13, 100));

    [Fact]
    public void A_combining_mark_has_no_width() => Assert.Equal(TextMeasure.Width("e", 10), TextMeasure.Width("e\u0301", 10));

    [Fact]
    public void A_letter_outside_the_basic_plane_is_not_cut_in_half() => Assert.Equal("🙂🙂…", TextMeasure.Fit("🙂🙂🙂🙂🙂🙂", 10, 37));

    [Fact]
    public void What_is_fitted_is_never_wider_than_the_room() =>
        Prop.ForAll(ArbMap.Default.GeneratorFor<NonNull<string>>().ToArbitrary(), text => TextMeasure.Width(TextMeasure.Fit(text.Get, 13, 80), 13) <= 80)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(5, 7));
}
