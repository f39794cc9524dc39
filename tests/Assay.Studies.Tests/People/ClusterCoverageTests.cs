using Assay.Studies.People;

namespace Assay.Studies.Tests.People;

public class ClusterCoverageTests
{
    // Six people, 100 judgements each, intraclass correlation 0.02. Standard errors of the shares: below 1.8 points.
    private static readonly ClusterCoverage Six = ClusterCoverage.Of([.. Enumerable.Repeat(100, 6)], 0.5, 0.02, 600, 3);

    [Fact]
    public void Independent_errors_cover_about_three_quarters() => Assert.InRange(Six.Independent, 0.68, 0.79);

    [Fact]
    public void The_plain_sandwich_covers_under_nine_tenths() => Assert.InRange(Six.Normal, 0.84, 0.92);

    [Fact]
    public void With_G_minus_1_degrees_of_freedom_it_covers_what_it_should() => Assert.InRange(Six.StudentT, 0.925, 0.975);

    [Fact]
    public void So_does_the_wild_bootstrap() => Assert.InRange(Six.Wild, 0.925, 0.975);

    [Fact]
    public void Where_one_person_gave_half_of_all_only_the_wild_bootstrap_does()
    {
        ClusterCoverage unlike = ClusterCoverage.Of([.. Enumerable.Range(0, 20).Select(person => person == 0 ? 1000 : 50)], 0.5, 0.02, 400, 3);
        Assert.InRange(unlike.StudentT, 0.65, 0.85);
        Assert.InRange(unlike.Wild, 0.92, 0.985);
    }

    [Fact]
    public void Two_way_errors_cover_where_one_way_errors_do_not()
    {
        TwoWayCoverage coverage = TwoWayCoverage.Of(20, 60, 0.02, 0.2, 500, 3);
        Assert.InRange(coverage.TwoWay, 0.93, 0.985);
        Assert.True(coverage.ByPerson < 0.92 && coverage.Independent < 0.75);
    }
}
