using System.Reflection;
using Assay.TestSupport;

namespace Assay.Architecture.Tests.Api;

/// <summary>What programs can call, a file for each package. A change of these files is a change for those who use the packages.</summary>
public class PublicApi
{
    [Theory]
    [InlineData("Assay.Statistics")]
    [InlineData("Assay.Core")]
    [InlineData("Assay.Models")]
    [InlineData("Assay.Storage")]
    [InlineData("Assay.Evaluation")]
    [InlineData("Assay.Reporting")]
    public void The_public_members_are_the_approved_ones(string assembly) => Approved.Verify(PublicApiText.Of(Assembly.Load(assembly)), variant: assembly);

    [Fact]
    public void The_text_has_what_a_caller_can_see_and_nothing_else() =>
        Approved.Verify(PublicApiText.Of([typeof(Shape), typeof(Shape.Circle), typeof(ShapeKind), typeof(IShapes<>)]));
}
