namespace Assay.Core.Models;

/// <summary>A model that gives the probabilities of every next token: what a watermark is woven into. Safe for several calls at once.</summary>
public interface INextTokenModel
{
    /// <summary>Number of tokens, each with a number below it.</summary>
    int TokenCount { get; }

    /// <summary>The token that ends a text; it stands for no text.</summary>
    int EndOfText { get; }

    /// <summary>The tokens of a text; joined again they are the text, but for those the model does not know.</summary>
    IReadOnlyList<int> Tokenize(string text);

    /// <summary>The text of tokens.</summary>
    string Join(IEnumerable<int> tokens);

    /// <summary>The probabilities of every token after these; they sum to one, and tokens that stand for no text but the end have none.</summary>
    /// <param name="before">Tokens since the start of the text.</param>
    /// <param name="probabilities">As long as <see cref="TokenCount"/>; overwritten.</param>
    void NextProbabilities(IReadOnlyList<int> before, Span<double> probabilities);
}
