using System.Collections.Immutable;
using System.Text.Json;
using Assay.Core.Errors;

namespace Assay.Core.Metrics.InstructionFollowing;

/// <summary>Makes checks of IFEval's instruction ids and keyword arguments, as its data file has them.</summary>
public static class InstructionChecks
{
    /// <summary>IFEval's twenty-five instruction ids.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        "keywords:existence", "keywords:frequency", "keywords:forbidden_words", "keywords:letter_frequency", "language:response_language",
        "length_constraints:number_sentences", "length_constraints:number_paragraphs", "length_constraints:number_words",
        "length_constraints:nth_paragraph_first_word", "detectable_content:number_placeholders", "detectable_content:postscript",
        "detectable_format:number_bullet_lists", "detectable_format:constrained_response", "detectable_format:number_highlighted_sections",
        "detectable_format:multiple_sections", "detectable_format:json_format", "detectable_format:title", "combination:two_responses",
        "combination:repeat_prompt", "startend:end_checker", "startend:quotation", "change_case:capital_word_frequency", "change_case:english_capital",
        "change_case:english_lowercase", "punctuation:no_comma",
    ];

    /// <summary>The check of an instruction.</summary>
    /// <param name="id">One of <see cref="Ids"/>.</param>
    /// <param name="arguments">
    /// Its keyword arguments, a JSON object; arguments that are null or of other instructions are passed over, as the file has them.
    /// </param>
    /// <exception cref="InputException">The id is unknown, or an argument is missing or of the wrong kind.</exception>
    public static InstructionCheck Create(string id, JsonElement arguments)
    {
        return id switch
        {
            "keywords:existence" => new KeywordsExist(Texts("keywords")),
            "keywords:frequency" => new KeywordFrequency(Text("keyword"), Relation("frequency", "relation")),
            "keywords:forbidden_words" => new ForbiddenWords(Texts("forbidden_words")),
            "keywords:letter_frequency" => new LetterFrequency(Text("letter"), Relation("let_frequency", "let_relation")),
            "language:response_language" => new ResponseLanguage(Text("language")),
            "length_constraints:number_sentences" => new SentenceCount(Relation("num_sentences", "relation")),
            "length_constraints:number_paragraphs" => new ParagraphCount(Number("num_paragraphs")),
            "length_constraints:number_words" => new WordCount(Relation("num_words", "relation")),
            "length_constraints:nth_paragraph_first_word" => new ParagraphStart(Number("num_paragraphs"), Number("nth_paragraph"), Text("first_word")),
            "detectable_content:number_placeholders" => new PlaceholderCount(Number("num_placeholders")),
            "detectable_content:postscript" => new Postscript(Text("postscript_marker")),
            "detectable_format:number_bullet_lists" => new BulletCount(Number("num_bullets")),
            "detectable_format:constrained_response" => new ConstrainedResponse(),
            "detectable_format:number_highlighted_sections" => new HighlightCount(Number("num_highlights")),
            "detectable_format:multiple_sections" => new SectionCount(Text("section_spliter"), Number("num_sections")),
            "detectable_format:json_format" => new JsonFormat(),
            "detectable_format:title" => new Title(),
            "combination:two_responses" => new TwoResponses(),
            "combination:repeat_prompt" => new RepeatsPrompt(Text("prompt_to_repeat")),
            "startend:end_checker" => new EndsWith(Text("end_phrase")),
            "startend:quotation" => new Quotation(),
            "change_case:capital_word_frequency" => new CapitalWordCount(Relation("capital_frequency", "capital_relation")),
            "change_case:english_capital" => new EnglishCapital(),
            "change_case:english_lowercase" => new EnglishLowercase(),
            "punctuation:no_comma" => new NoComma(),
            _ => throw new InputException($"There is no instruction \"{id}\"{NearestName.Hint(id, Ids)}"),
        };

        JsonElement Argument(string name, JsonValueKind kind) =>
            arguments.ValueKind == JsonValueKind.Object && arguments.TryGetProperty(name, out JsonElement value) && value.ValueKind == kind
                ? value
                : throw new InputException($"The instruction \"{id}\" needs the argument \"{name}\", {KindName(kind)}.");

        static string KindName(JsonValueKind kind) => kind switch { JsonValueKind.Array => "a list", JsonValueKind.Number => "a number", _ => "a text" };

        string Text(string name) => Argument(name, JsonValueKind.String).GetString()!;

        // The file writes whole numbers as 3 or 3.0.
        int Number(string name) => Argument(name, JsonValueKind.Number).GetDouble() is var number && number == Math.Floor(number) && Math.Abs(number) < 1e9
            ? (int)number
            : throw new InputException($"The argument \"{name}\" of the instruction \"{id}\" is no whole number.");

        CountRelation Relation(string number, string relation) => CountRelation.Parse(Number(number), Text(relation));

        ImmutableArray<string> Texts(string name) => [.. Argument(name, JsonValueKind.Array).EnumerateArray().Select(static item => item.ToString())];
    }
}
