using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using Assay.Cli.Output;
using Assay.Core.Errors;
using Assay.Evaluation.Gate;
using Assay.Storage.Files;

namespace Assay.Cli.Gates;

/// <summary>Writes a gate's decisions for CI systems: JUnit's XML or Markdown, by the file's name.</summary>
internal static class GateReport
{
    /// <summary>Finds out before any work whether a report can be written.</summary>
    /// <exception cref="InputException">Its name ends in neither .xml nor .md, or its folder does not exist.</exception>
    public static void Check(string path)
    {
        if (!IsXml(path) && !path.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
            throw new InputException($"--report {path} ends in neither .xml (JUnit) nor .md (Markdown); name a file that does.");
        ResultWriter.Check("--report", path);
    }

    /// <summary>Writes the file, whole or not at all.</summary>
    public static void Write(string path, string candidate, ImmutableArray<GateResult> results) =>
        WholeFile.WriteText(path, IsXml(path) ? JUnit(candidate, results) : Markdown(candidate, results));

    /// <summary>A decision in one word.</summary>
    public static string Word(GateDecision decision) => decision switch
    {
        GateDecision.Pass => "passed",
        GateDecision.Violate => "failed",
        _ => "undecided",
    };

    private static bool IsXml(string path) => path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    // A condition the data do not decide is an error to CI systems: neither passed nor failed.
    private static string JUnit(string candidate, ImmutableArray<GateResult> results)
    {
        StringBuilder text = new();
        using (XmlWriter xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", "assay gate");
            xml.WriteAttributeString("tests", Number(results.Length));
            xml.WriteAttributeString("failures", Number(results.Count(static result => result.Decision == GateDecision.Violate)));
            xml.WriteAttributeString("errors", Number(results.Count(static result => result.Decision == GateDecision.Undecided)));
            foreach (GateResult result in results)
            {
                xml.WriteStartElement("testcase");
                xml.WriteAttributeString("classname", OneLine.Of(candidate));
                xml.WriteAttributeString("name", result.Condition.ToString());
                if (result.Decision != GateDecision.Pass)
                {
                    xml.WriteStartElement(result.Decision == GateDecision.Violate ? "failure" : "error");
                    xml.WriteAttributeString("message", OneLine.Of(result.Reason));
                    xml.WriteEndElement();
                }
                else xml.WriteElementString("system-out", OneLine.Of(result.Reason));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        return text.Append('\n').ToString();
    }

    private static string Markdown(string candidate, ImmutableArray<GateResult> results)
    {
        StringBuilder text = new($"### Gate: {Cell(candidate)}\n\n| condition | decision | why |\n| --- | --- | --- |\n");
        foreach (GateResult result in results)
            text.Append(CultureInfo.InvariantCulture, $"| {Cell(result.Condition.ToString())} | {Word(result.Decision)} | {Cell(result.Reason)} |\n");
        return text.ToString();
    }

    private static string Cell(string text)
    {
        StringBuilder cell = new();
        foreach (char character in OneLine.Of(text))
        {
            if (character is '|' or '*' or '_' or '`' or '[' or ']' or '\\' or '#') cell.Append('\\');
            cell.Append(character switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", _ => character.ToString() });
        }
        return cell.ToString();
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
