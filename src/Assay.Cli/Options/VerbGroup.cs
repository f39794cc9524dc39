using System.CommandLine;

namespace Assay.Cli.Options;

/// <summary>A word that several verbs share: <c>assay runs list</c>, <c>assay runs show</c>.</summary>
internal sealed class VerbGroup(string name, string summary) : Command(name, summary);
