namespace Assay.Core.Models;

/// <summary>The way a model is spoken to.</summary>
public enum ModelKind
{
    /// <summary>Messages in, a message out: <c>POST /chat/completions</c>.</summary>
    Chat,

    /// <summary>Text in, its continuation out: <c>POST /completions</c>. The only kind that can give log-probabilities of a given text.</summary>
    Completions,
}
