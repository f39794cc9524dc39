using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Assay.Architecture.Tests;

/// <summary>Statistics and Core compute: they touch no file, network, process, terminal or clock.</summary>
public class PureAssemblies
{
    private static readonly string[] ForbiddenNamespaces = ["System.Net", "System.Net.Http", "System.Net.Sockets", "System.Diagnostics", "System.Data"];

    private static readonly string[] ForbiddenTypes =
    [
        "System.Console", "System.TimeProvider", "System.Threading.Timer",
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.StreamReader", "System.IO.StreamWriter",
    ];

    [Theory]
    [InlineData("Assay.Statistics")]
    [InlineData("Assay.Core")]
    public void The_assembly_refers_to_nothing_outside_the_process(string assembly)
    {
        using FileStream file = File.OpenRead(Assembly.Load(assembly).Location);
        using PEReader image = new(file);
        MetadataReader metadata = image.GetMetadataReader();
        IEnumerable<string> forbidden = metadata.TypeReferences
            .Select(metadata.GetTypeReference)
            .Where(type => ForbiddenNamespaces.Contains(metadata.GetString(type.Namespace)) || ForbiddenTypes.Contains(FullName(metadata, type)))
            .Select(type => FullName(metadata, type))
            // Attributes and assertions of the compiler and the debugger do nothing by themselves.
            .Where(name => !name.EndsWith("Attribute", StringComparison.Ordinal) && name is not ("System.Diagnostics.DebuggerBrowsableState" or "System.Diagnostics.UnreachableException"));
        Assert.Empty(forbidden);
    }

    private static string FullName(MetadataReader metadata, TypeReference type) => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
}
