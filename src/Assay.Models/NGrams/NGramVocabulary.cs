namespace Assay.Models.NGrams;

/// <summary>The tokens a model knows, by number. Three of them stand for no text: the unknown token, the start of a text, and its end.</summary>
internal sealed class NGramVocabulary
{
    /// <summary>Every token that training did not see.</summary>
    public const int Unknown = 0;

    /// <summary>What comes before a text; never predicted.</summary>
    public const int Start = 1;

    /// <summary>What comes after a text.</summary>
    public const int End = 2;

    private const int FirstText = 3;

    private readonly List<string> _texts = ["<unk>", "<s>", "</s>"];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>Number of tokens, the three special ones included.</summary>
    public int Count => _texts.Count;

    /// <summary>Tokens that can be predicted: all but <see cref="Start"/>.</summary>
    public int Predicted => _texts.Count - 1;

    /// <summary>Texts of the tokens that stand for text, by number from 3.</summary>
    public IEnumerable<string> Texts => _texts.Skip(FirstText);

    /// <summary>The text of a token.</summary>
    public string this[int token] => _texts[token];

    /// <summary>The number of a token's text, new if it was not there.</summary>
    public int Add(string text)
    {
        if (_numbers.TryGetValue(text, out int number)) return number;
        _texts.Add(text);
        return _numbers[text] = _texts.Count - 1;
    }

    /// <summary>The number of a token's text; <see cref="Unknown"/> where training did not see it.</summary>
    public int Find(string text) => _numbers.GetValueOrDefault(text, Unknown);
}
