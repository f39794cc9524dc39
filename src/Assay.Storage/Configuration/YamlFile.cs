using System.Text;
using Assay.Core.Errors;
using Assay.Storage.Files;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Assay.Storage.Configuration;

/// <summary>Reads a YAML file into its nodes, each of which knows its line.</summary>
internal static class YamlFile
{
    private const int MostDepth = 64;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The mapping at the top of a file.</summary>
    /// <exception cref="InputException">The file cannot be read, is not YAML, or holds no mapping.</exception>
    public static YamlMap Read(string path) => Parse(SmallFile.Read(path), path);

    /// <summary>The mapping at the top of YAML in UTF-8; <paramref name="name"/> stands for it in errors.</summary>
    /// <exception cref="InputException">It is not YAML, or holds no mapping.</exception>
    public static YamlMap Parse(ReadOnlySpan<byte> yaml, string name)
    {
        try
        {
            string text = Utf8.GetString(yaml).TrimStart('\uFEFF');
            CheckDepth(text, name);
            YamlStream stream = [];
            stream.Load(new StringReader(text));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }]) return new YamlMap(name, root);
            throw new InputException(stream.Documents.Count == 0
                ? $"{name} is empty; see docs/models.md for what it may say."
                : $"{name} must be one YAML mapping, of names and values.");
        }
        catch (DecoderFallbackException error)
        {
            throw new InputException($"{name} is not valid UTF-8; save the file in UTF-8.", error);
        }
        catch (YamlException error)
        {
            throw new InputException($"{name}, line {error.Start.Line}: {Reason(error)}.", error);
        }
    }

    // The nodes are built by recursion: a file of ten thousand brackets must not end the process.
    private static void CheckDepth(string text, string name)
    {
        Parser parser = new(new StringReader(text));
        int depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > MostDepth) throw new InputException($"{name}, line {parser.Current.Start.Line}: nested more than {MostDepth} deep; simplify it.");
            if (parser.Current is AnchorAlias alias)
            {
                throw new InputException(
                    $"{name}, line {alias.Start.Line}: aliases (*{InputErrors.Quote(alias.Value.Value)}) are not supported; write the value out.");
            }
        }
    }

    // YamlDotNet's own words say nothing of the file's content but names of keys that come twice.
    private static string Reason(YamlException error) => error.Message.Contains("uplicate", StringComparison.Ordinal)
        ? "a name is given twice; remove one of them"
        : "this is not YAML; check the indentation, and put texts with : or # in quotation marks";
}
