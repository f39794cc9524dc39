using System.Collections.Immutable;
using Assay.Core.Errors;
using Assay.Core.Responses;
using Assay.Storage.Files;

namespace Assay.Storage.Configuration;

/// <summary>Reads a prompt template with messages between <c>&lt;|im_start|&gt;role</c> and <c>&lt;|im_end|&gt;</c>; one without is a single message of the
/// user.</summary>
internal static class ChatTemplate
{
    private const string Opening = "<|im_start|>";
    private const string Closing = "<|im_end|>";

    private static readonly string[] Places = ["{instruction}", "{output_1}", "{output_2}"];

    /// <summary>The messages of a template; white space around each goes.</summary>
    /// <param name="template">The template's text.</param>
    /// <param name="map">The evaluator, for errors.</param>
    /// <exception cref="InputException">Text stands outside the messages, a message does not end, or an output has no place.</exception>
    public static ImmutableArray<PromptMessage> Parse(string template, YamlMap map)
    {
        if (Places.FirstOrDefault(place => !template.Contains(place, StringComparison.Ordinal)) is { } missing)
        {
            throw map.ErrorAt("prompt_template", $"the template has no {missing}");
        }
        if (!template.Contains(Opening, StringComparison.Ordinal)) return [new PromptMessage("user", template.Trim())];
        List<PromptMessage> messages = [];
        string rest = template.Trim();
        while (rest.Length > 0)
        {
            if (!rest.StartsWith(Opening, StringComparison.Ordinal))
            {
                throw map.ErrorAt("prompt_template", $"in the template, \"{InputErrors.Quote(rest)}\" stands outside {Opening} and {Closing}");
            }
            rest = rest[Opening.Length..];
            int end = rest.IndexOf(Closing, StringComparison.Ordinal);
            int line = rest.IndexOf('\n', StringComparison.Ordinal);
            // A last message that is only opened is where the answer begins: an endpoint of chats puts it there itself.
            if (end < 0 && messages.Count > 0 && (line < 0 || string.IsNullOrWhiteSpace(rest[line..]))) break;
            if (end < 0) throw map.ErrorAt("prompt_template", $"in the template, a message that {Opening} begins does not end with {Closing}");
            if (line < 0 || line > end) throw map.ErrorAt("prompt_template", $"in the template, a role must stand alone in its line after {Opening}");
            messages.Add(new PromptMessage(rest[..line].Trim(), rest[line..end].Trim()));
            rest = rest[(end + Closing.Length)..].TrimStart();
        }
        return [.. messages];
    }
}
