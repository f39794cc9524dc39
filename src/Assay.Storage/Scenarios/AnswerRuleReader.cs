using Assay.Core.Errors;
using Assay.Core.Metrics.Answers;
using Assay.Core.Scenarios;
using Assay.Storage.Configuration;
using YamlDotNet.RepresentationModel;

namespace Assay.Storage.Scenarios;

/// <summary>Reads <c>answer</c> of a scenario file: a rule, or a list of rules each of which reads what the one before it read.</summary>
internal static class AnswerRuleReader
{
    private static readonly string[] Words = ["whole", "last_number", "letter", "boxed", "choice", "single_word"];
    private static readonly string[] Kinds = ["after", "between", "pattern", "json_field", "choice", "first_of"];

    /// <summary>The rule and the name results give it.</summary>
    /// <exception cref="InputException">Something is wrong; names the file and the line.</exception>
    public static (AnswerRule Rule, string Name) Read(YamlMap scenario, Adapter adapter)
    {
        if (scenario.List("answer") is not { Count: > 0 } nodes)
            return adapter is JointChoiceAdapter ? (new LetterAnswer(), "letter") : (new WholeAnswer(), "whole");
        if (adapter is SeparateChoiceAdapter or LanguageModelingAdapter)
            throw scenario.ErrorAt("answer", $"the adapter {adapter.Name} reads no completion; remove \"answer\"");
        (AnswerRule Rule, string Name)[] rules = [.. nodes.Select(node => One(scenario, node))];
        return rules.Length == 1 ? rules[0] : (new AnswerChain([.. rules.Select(static rule => rule.Rule)]), string.Join(", then ", rules.Select(static rule => rule.Name)));
    }

    private static (AnswerRule Rule, string Name) One(YamlMap parent, YamlNode node)
    {
        if (node is YamlScalarNode { Value: { } word }) return (Word(parent, node, word), word);
        if (node is not YamlMappingNode mapping) throw parent.Error(node, "a rule must be a word or a mapping");
        YamlMap map = new(parent.File, mapping);
        string[] kinds = [.. Kinds.Where(map.Has)];
        if (kinds.Length != 1)
        {
            map.Allow("a rule", [.. Kinds, .. Words]);
            throw parent.Error(node, $"a rule needs one of {string.Join(", ", Kinds)}, or is one of the words {string.Join(", ", Words)}");
        }
        try
        {
            return Mapping(map, kinds[0]);
        }
        catch (InputException error) when (!error.Message.StartsWith(parent.File, StringComparison.Ordinal))
        {
            throw parent.Error(node, error.Message, isSentence: true);
        }
    }

    private static AnswerRule Word(YamlMap parent, YamlNode node, string word)
    {
        switch (word)
        {
            case "whole": return new WholeAnswer();
            case "last_number": return new LastNumberAnswer();
            case "letter": return new LetterAnswer();
            case "boxed": return new BoxedAnswer();
            case "choice": return new ChoiceAnswer();
            case "single_word": return new SingleWordAnswer();
            default:
                string hint = NearestName.Hint(word, Words);
                throw parent.Error(node, $"there is no rule \"{Files.InputErrors.Quote(word)}\"{(hint.Length > 0 ? hint : $"; the rules are {string.Join(", ", Words)}.")}", isSentence: true);
        }
    }

    private static (AnswerRule Rule, string Name) Mapping(YamlMap map, string kind)
    {
        switch (kind)
        {
            case "after":
                map.Allow("the rule \"after\"", "after", "first", "ignore_case", "to_end", "next_line", "drop_final_stop", "whole_without");
                string phrase = map.RequiredText("after", "the rule");
                return (
                    new AnswerAfterPhrase(phrase)
                    {
                        IsFirst = map.Flag("first") ?? false,
                        IgnoresCase = map.Flag("ignore_case") ?? false,
                        GoesOnAfterLine = map.Flag("to_end") ?? false,
                        MayStartOnNextLine = map.Flag("next_line") ?? false,
                        DropsFinalStop = map.Flag("drop_final_stop") ?? false,
                        TakesWholeWithoutPhrase = map.Flag("whole_without") ?? false,
                    },
                    $"after \"{phrase}\"");
            case "between":
                map.Allow("the rule \"between\"", "between", "first");
                if (map.Texts("between") is not [{ Length: > 0 } opening, { Length: > 0 } closing]) throw map.ErrorAt("between", "\"between\" takes two marks");
                return (new AnswerBetweenMarks(opening, closing) { IsFirst = map.Flag("first") ?? false }, $"between \"{opening}\" and \"{closing}\"");
            case "pattern":
                map.Allow("the rule \"pattern\"", "pattern", "first", "ignore_case", "group");
                string pattern = map.RequiredText("pattern", "the rule");
                return (
                    new AnswerByPattern(pattern, map.Flag("ignore_case") ?? false, map.Text("group")) { IsFirst = map.Flag("first") ?? false }, $"pattern {pattern}");
            case "json_field":
                map.Allow("the rule \"json_field\"", "json_field");
                return (new JsonFieldAnswer(map.RequiredText("json_field", "the rule")), $"JSON field {map.Text("json_field")}");
            case "choice":
                map.Allow("the rule \"choice\"", "choice");
                YamlMap options =
                    (map.Map("choice") ?? throw map.ErrorAt("choice", "\"choice\" takes options")).Allow("\"choice\"", "ignore_case", "ignore_punctuation");
                return (new ChoiceAnswer { IgnoresCase = options.Flag("ignore_case") ?? false, IgnoresPunctuation = options.Flag("ignore_punctuation") ?? false }, "choice");
            default:
                map.Allow("the rule \"first_of\"", "first_of");
                (AnswerRule Rule, string Name)[] rules = [.. map.List("first_of")!.Select(node => One(map, node))];
                if (rules.Length == 0) throw map.ErrorAt("first_of", "\"first_of\" takes rules, the preferred one first");
                return (new FirstReadAnswer([.. rules.Select(static rule => rule.Rule)]), string.Join(", else ", rules.Select(static rule => rule.Name)));
        }
    }
}
