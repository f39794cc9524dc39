using System.Xml.Linq;
using Assay.TestSupport;

namespace Assay.Architecture.Tests;

/// <summary>Who may see whom, as ARCHITECTURE.md draws it. The compiler sees to it that a project uses only what its file names.</summary>
public class ProjectArrows
{
    /// <summary>Each project of src with the projects it may name. A new project must be entered here, and its arrows drawn in ARCHITECTURE.md.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Assay.Statistics"] = [],
        ["Assay.Core"] = ["Assay.Statistics"],
        ["Assay.Storage"] = ["Assay.Core", "Assay.Statistics"],
        ["Assay.Reporting"] = ["Assay.Core", "Assay.Statistics"],
        ["Assay.Models"] = ["Assay.Core", "Assay.Statistics"],
        ["Assay.Evaluation"] = ["Assay.Core", "Assay.Statistics"],
        ["Assay.Cli"] = ["Assay.Statistics", "Assay.Core", "Assay.Storage", "Assay.Models", "Assay.Evaluation", "Assay.Reporting"],
    };

    /// <summary>Packages that the inner projects may use; what is not listed is for the outer ones to choose.</summary>
    private static readonly Dictionary<string, string[]> AllowedPackages = new(StringComparer.Ordinal)
    {
        ["Assay.Statistics"] = ["MathNet.Numerics", "System.Numerics.Tensors"],
        ["Assay.Core"] = ["System.Numerics.Tensors"],
        ["Assay.Evaluation"] = ["Microsoft.Extensions.AI.Abstractions"],
        ["Assay.Models"] = ["Microsoft.Extensions.AI.Abstractions", "OpenAI"],
    };

    private static string[] SourceProjects => Directory.GetFiles(Path.Combine(SharedData.RepositoryRoot, "src"), "*.csproj", SearchOption.AllDirectories);

    [Fact]
    public void Every_project_of_src_has_its_arrows_written_down() =>
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), SourceProjects.Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void No_project_names_another_that_it_must_not_see()
    {
        foreach (string file in SourceProjects)
        {
            string project = Path.GetFileNameWithoutExtension(file);
            Assert.Empty(Named(file, "ProjectReference").Select(Path.GetFileNameWithoutExtension).Except(Allowed[project]));
        }
    }

    [Fact]
    public void The_inner_projects_use_only_the_packages_they_may()
    {
        foreach ((string project, string[] packages) in AllowedPackages)
        {
            Assert.Empty(Named(SourceProjects.Single(file => Path.GetFileNameWithoutExtension(file) == project), "PackageReference").Except(packages));
        }
    }

    [Fact]
    public void Every_project_is_part_of_the_solution()
    {
        string solution = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "Assay.slnx"));
        foreach (string folder in new[] { "src", "tests", "bench", "samples" })
        {
            foreach (string file in Directory.GetFiles(Path.Combine(SharedData.RepositoryRoot, folder), "*.csproj", SearchOption.AllDirectories))
            {
                Assert.Contains(Path.GetRelativePath(SharedData.RepositoryRoot, file).Replace('\\', '/'), solution, StringComparison.Ordinal);
            }
        }
    }

    private static IEnumerable<string> Named(string projectFile, string element) =>
        XDocument.Load(projectFile).Descendants(element).Select(reference => (string)reference.Attribute("Include")!);
}
