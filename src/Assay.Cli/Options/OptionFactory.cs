using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Assay.Core.Errors;

namespace Assay.Cli.Options;

/// <summary>
/// Makes options whose errors name the option, the value and what is allowed, and whose help states the default: once, from the value itself.
/// </summary>
internal static class OptionFactory
{
    /// <summary>An option that takes any text; null where it is not given.</summary>
    /// <param name="name">The option, with its dashes.</param>
    /// <param name="valueName">What stands for the value in help: <c>NAME</c>, <c>FILE</c>.</param>
    /// <param name="description">One sentence for help, its default included.</param>
    /// <param name="aliases">Other spellings.</param>
    public static Option<string?> Text(string name, string valueName, string description, params string[] aliases) =>
        new(name, aliases) { HelpName = valueName, Description = description, CustomParser = static result => NotEmpty(result) };

    /// <summary>An option that takes one of a few words. The words are written as given; case does not count when they are read.</summary>
    public static Option<T> Choice<T>(string name, string description, T defaultValue, params (string Word, T Value)[] choices)
    {
        Option<T> option = ChoiceWithoutDefault(name, $"{description} Default: {choices.First(choice => Equals(choice.Value, defaultValue)).Word}.", choices);
        option.DefaultValueFactory = _ => defaultValue;
        return option;
    }

    /// <summary>An option that takes one of a few words and has no default.</summary>
    public static Option<T> ChoiceWithoutDefault<T>(string name, string description, params (string Word, T Value)[] choices)
    {
        Option<T> option = new(name)
        {
            HelpName = string.Join('|', choices.Select(choice => choice.Word)),
            Description = description,
            CustomParser = result =>
            {
                string typed = Value(result);
                foreach ((string word, T value) in choices)
                {
                    if (string.Equals(word, typed, StringComparison.OrdinalIgnoreCase)) return value;
                }
                string[] words = [.. choices.Select(choice => choice.Word)];
                string allowed = $"{(words.Length == 1 ? "only" : "one of")} {string.Join(", ", words)}";
                result.AddError($"{name} takes {allowed}, not '{typed}'{NearestName.Hint(typed, words)}");
                return default!;
            },
        };
        // The parser would offer the members of an enumeration under their names in code.
        option.CompletionSources.Clear();
        option.CompletionSources.Add([.. choices.Select(choice => choice.Word)]);
        return option;
    }

    /// <summary>An option that takes a number which <paramref name="problem"/> finds nothing wrong with.</summary>
    /// <param name="name">The option, with its dashes.</param>
    /// <param name="description">One sentence for help, without the default.</param>
    /// <param name="defaultValue">The value where the option is not given.</param>
    /// <param name="wanted">What the option takes, to go on after its name: "takes a whole number".</param>
    /// <param name="problem">What is wrong with a value that was read, to go on after the option's name; null if nothing is.</param>
    public static Option<T> Number<T>(string name, string description, T defaultValue, string wanted, Func<T, string?> problem)
        where T : struct, IParsable<T>, IFormattable =>
        new(name)
        {
            HelpName = "N",
            Description = $"{description} Default: {defaultValue.ToString(null, CultureInfo.InvariantCulture)}.",
            DefaultValueFactory = _ => defaultValue,
            CustomParser = result =>
            {
                string typed = Value(result);
                string? wrong = T.TryParse(typed, CultureInfo.InvariantCulture, out T value) ? problem(value) : wanted;
                if (wrong is not null) result.AddError($"{name} {wrong}, not '{typed}'");
                return value;
            },
        };

    /// <summary>An option that takes a number which <paramref name="problem"/> finds nothing wrong with; null where it is not given.</summary>
    /// <param name="name">The option, with its dashes.</param>
    /// <param name="valueName">What stands for the value in help.</param>
    /// <param name="description">One sentence for help, its default included.</param>
    /// <param name="wanted">What the option takes, to go on after its name.</param>
    /// <param name="problem">What is wrong with a value that was read, to go on after the option's name; null if nothing is.</param>
    /// <param name="absent">A word that stands for no number (<c>auto</c>); null: there is none.</param>
    public static Option<T?> NumberOrNone<T>(string name, string valueName, string description, string wanted, Func<T, string?> problem, string? absent = null)
        where T : struct, IParsable<T>
    {
        Option<T?> option = new(name)
        {
            HelpName = valueName,
            Description = description,
            CustomParser = result =>
            {
                string typed = Value(result);
                if (absent is not null && string.Equals(typed, absent, StringComparison.OrdinalIgnoreCase)) return null;
                string? wrong = T.TryParse(typed, CultureInfo.InvariantCulture, out T value) ? problem(value) : wanted;
                if (wrong is not null) result.AddError($"{name} {wrong}, not '{typed}'");
                return value;
            },
        };
        if (absent is not null) option.CompletionSources.Add(absent);
        return option;
    }

    /// <summary>An option that takes several numbers, each of which <paramref name="problem"/> finds nothing wrong with.</summary>
    /// <param name="name">The option, with its dashes.</param>
    /// <param name="valueName">What stands for the values in help.</param>
    /// <param name="description">One sentence for help, without the default.</param>
    /// <param name="defaultValues">The values where the option is not given.</param>
    /// <param name="wanted">What the option takes, to go on after its name.</param>
    /// <param name="problem">What is wrong with a value that was read, to go on after the option's name; null if nothing is.</param>
    public static Option<double[]> Numbers(
        string name, string valueName, string description, double[] defaultValues, string wanted, Func<double, string?> problem) =>
        new(name)
        {
            HelpName = valueName,
            Description = $"{description} Default: {string.Join(' ', defaultValues.Select(static value => value.ToString(CultureInfo.InvariantCulture)))}.",
            AllowMultipleArgumentsPerToken = true,
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => defaultValues,
            CustomParser = result =>
            {
                List<double> values = [];
                foreach (Token token in result.Tokens)
                {
                    string? wrong = double.TryParse(token.Value, CultureInfo.InvariantCulture, out double value) ? problem(value) : wanted;
                    if (wrong is not null) result.AddError($"{name} {wrong}, not '{token.Value}'");
                    values.Add(value);
                }
                return [.. values];
            },
        };

    /// <summary>A required argument that takes one of a few words.</summary>
    public static Argument<string> ChoiceArgument(string name, string description, IReadOnlyList<string> words)
    {
        Argument<string> argument = new(name) { Description = description, Arity = ArgumentArity.ExactlyOne };
        argument.CompletionSources.Add([.. words]);
        argument.Validators.Add(result =>
        {
            string typed = Value(result);
            if (!words.Contains(typed)) result.AddError($"{name} is one of {string.Join(", ", words)}, not '{typed}'{NearestName.Hint(typed, words)}");
        });
        return argument;
    }

    private static string? NotEmpty(ArgumentResult result)
    {
        string typed = Value(result);
        if (string.IsNullOrWhiteSpace(typed)) result.AddError($"{((OptionResult)result.Parent!).Option.Name} was given an empty value");
        return typed;
    }

    private static string Value(ArgumentResult result) => result.Tokens[^1].Value;
}
