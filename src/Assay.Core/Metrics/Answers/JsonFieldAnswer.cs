using System.Text.Json;
using Assay.Core.Texts;

namespace Assay.Core.Metrics.Answers;

/// <summary>
/// A field of a JSON object in the completion, which may have text or a code block around it; of several objects with the field the last counts.
/// </summary>
public sealed record JsonFieldAnswer : AnswerRule
{
    /// <param name="field">The field's name, not empty; case counts.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public JsonFieldAnswer(string field)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        Field = field;
    }

    /// <summary>The field that holds the answer: a text, or a number, true or false as it is written.</summary>
    public string Field { get; }

    /// <inheritdoc/>
    public override AnswerReading Read(string completion, IReadOnlyList<string> choices)
    {
        JsonElement? said = null;
        foreach (JsonElement found in JsonObjects.In(completion))
        {
            if (found.TryGetProperty(Field, out JsonElement value)) said = value;
        }
        return said?.ValueKind switch
        {
            null => AnswerReading.Unread($"No JSON object with the field \"{Field}\" is in the completion."),
            JsonValueKind.String => AnswerReading.Of(said.Value.GetString(), $"The field \"{Field}\" is empty."),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => AnswerReading.Of(said.Value.GetRawText(), ""),
            _ => AnswerReading.Unread($"The field \"{Field}\" holds neither a text nor a number."),
        };
    }
}
