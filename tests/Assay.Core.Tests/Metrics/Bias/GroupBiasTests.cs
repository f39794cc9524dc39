using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Metrics.Bias;
using Assay.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace Assay.Core.Tests.Metrics.Bias;

public sealed class GroupBiasTests
{
    private const string File = "distributions.json";
    private static readonly WordGroup[] Genders = [new("female", ["she", "Her", "woman"]), new("male", ["he", "him", "man"])];

    [ReferenceTheory]
    [ReferenceEntries(File, "group representation bias")]
    public void Representation_equals_the_reference(string name)
    {
        ReferenceEntry entry = ReferenceEntry.Read(File, name);
        double? bias = GroupBias.OfCounts(
            [.. ReferenceEntry.Numbers(entry.Input.GetProperty("counts")).Select(static count => (long)count)],
            [.. ReferenceEntry.Numbers(entry.Input.GetProperty("list_sizes")).Select(static size => (int)size)]);
        if (entry.Expected.ValueKind == JsonValueKind.Null) Assert.Null(bias);
        else Assert.Equal(entry.Expected.GetDouble(), bias!.Value, entry.Tolerance);
    }

    [Fact]
    public void Words_are_counted_without_case_and_possessive() => // 3 against 1: |3/4 - 1/2|
        Assert.Equal(0.25, GroupBias.Representation(["She and HER woman's.", "he, the mansion"], Genders)!.Value, 1e-15);

    [Fact]
    public void Texts_that_name_nobody_have_no_bias() => Assert.Null(GroupBias.Representation(["It rains."], Genders));

    // nurse: 2 x 1 of her, 0 of him, so 1/2; doctor: 1 of each, so 0; pilot is never said beside anybody.
    [Fact]
    public void Associations_are_the_mean_over_target_words()
    {
        AssociationBias bias = GroupBias.Associations(["The nurse, a nurse: she.", "A doctor and her man", "pilot"], Genders, ["nurse", "Doctor", "pilot"])!;
        Assert.Equal(0.25, bias.Mean, 1e-15);
        Assert.Equal([new("nurse", 0.5), new("doctor", 0)], bias.Targets);
    }

    [Fact]
    public void Without_target_words_beside_groups_there_is_no_association() => Assert.Null(GroupBias.Associations(["nurse", "she"], Genders, ["nurse"]));

    [Fact]
    public void One_group_has_no_bias() => Assert.Throws<ArgumentException>(() => GroupBias.Representation([], [Genders[0]]));

    [Fact]
    public void A_group_without_words_is_an_error() => Assert.Throws<InputException>(() => new WordGroup("none", [" "]));

    [Fact]
    public void The_bias_lies_between_0_and_that_of_one_group_alone() => Prop.ForAll(
        (from counts in Gen.Choose(0, 20).ArrayOf(4) select counts).ToArbitrary(), static counts =>
        GroupBias.OfCounts([.. counts.Select(static count => (long)count)], [2, 3, 5, 7]) is null or (>= 0 and <= 0.75 + 1e-12)).QuickCheckThrowOnFailure();
}
