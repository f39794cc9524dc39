using System.Globalization;
using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Models;
using Assay.Storage.Files;
using YamlDotNet.RepresentationModel;

namespace Assay.Storage.Configuration;

/// <summary>A mapping of a YAML file, asked for its values by name; whatever is wrong is said with the file and the line.</summary>
internal sealed class YamlMap
{
    private readonly string _file;
    private readonly YamlMappingNode _node;
    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);

    /// <exception cref="InputException">A name is not a plain text.</exception>
    public YamlMap(string file, YamlMappingNode node)
    {
        _file = file;
        _node = node;
        foreach ((YamlNode key, YamlNode value) in node)
        {
            if (key is not YamlScalarNode { Value: { } name }) throw Error(key, "a name must be a plain text");
            _values.Add(name, value);
        }
    }

    /// <summary>The names in the mapping, in its order.</summary>
    public IEnumerable<string> Names => _values.Keys;

    /// <summary>The file.</summary>
    public string File => _file;

    /// <summary>Refuses every name but these.</summary>
    /// <param name="what">What the mapping is, with its article.</param>
    /// <param name="names">Names it may have.</param>
    /// <exception cref="InputException">There is another; the nearest of <paramref name="names"/> is told.</exception>
    public YamlMap Allow(string what, params string[] names)
    {
        foreach ((YamlNode key, _) in _node)
        {
            string name = ((YamlScalarNode)key).Value!;
            if (names.Contains(name, StringComparer.Ordinal)) continue;
            string hint = NearestName.Hint(name, names);
            string end = hint.Length > 0 ? hint : $"; {what} may have {string.Join(", ", names)}.";
            throw Error(key, $"unknown name \"{InputErrors.Quote(name)}\" in {what}{end}", isSentence: true);
        }
        return this;
    }

    /// <summary>Whether there is a value of this name that is not null.</summary>
    public bool Has(string name) => Value(name) is not null;

    /// <summary>A text; null where it is absent or null.</summary>
    /// <exception cref="InputException">It is a mapping or a list.</exception>
    public string? Text(string name) => Value(name) switch
    {
        null => null,
        YamlScalarNode scalar => scalar.Value,
        { } other => throw Error(other, $"\"{name}\" must be a text"),
    };

    /// <summary>A text that must be there and not empty.</summary>
    /// <exception cref="InputException">It is not.</exception>
    public string RequiredText(string name, string what) =>
        Text(name) is { Length: > 0 } text ? text : throw ErrorAt(name, $"{what} needs \"{name}\"; add it");

    /// <summary>True or false; null where absent.</summary>
    /// <exception cref="InputException">It is neither.</exception>
    public bool? Flag(string name) => Text(name) switch
    {
        null => null,
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => throw ErrorAt(name, $"\"{name}\" must be true or false"),
    };

    /// <summary>A whole number in a range; null where absent.</summary>
    /// <exception cref="InputException">It is none, or outside.</exception>
    public int? Whole(string name, int least, int most)
    {
        if (Text(name) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most) return number;
        string range = most == int.MaxValue ? $"of at least {least}" : $"from {least} to {most}";
        throw ErrorAt(name, $"\"{name}\" must be a whole number {range}");
    }

    /// <summary>A number in a range; null where absent.</summary>
    /// <exception cref="InputException">It is none, or outside.</exception>
    public double? Number(string name, double least, double most)
    {
        if (Text(name) is not { } text) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= least && number <= most) return number;
        throw ErrorAt(name, string.Create(CultureInfo.InvariantCulture, $"\"{name}\" must be a number from {least} to {most}"));
    }

    /// <summary>An amount of money, not negative; null where absent.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public decimal? Money(string name)
    {
        if (Text(name) is not { } text) return null;
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal amount) && amount >= 0) return amount;
        throw ErrorAt(name, $"\"{name}\" must be a number of US dollars that is not negative");
    }

    /// <summary>One of several words; null where absent.</summary>
    /// <exception cref="InputException">It is another; the nearest is told.</exception>
    public string? Word(string name, params string[] words)
    {
        if (Text(name) is not { } text || words.Contains(text, StringComparer.Ordinal)) return Text(name);
        string hint = NearestName.Hint(text, words);
        string choices = $"\"{name}\" must be {string.Join(" or ", words)}, not \"{InputErrors.Quote(text)}\"";
        throw hint.Length > 0 ? Error(_values[name], choices + hint, isSentence: true) : ErrorAt(name, choices);
    }

    /// <summary>A mapping; null where absent.</summary>
    /// <exception cref="InputException">It is something else.</exception>
    public YamlMap? Map(string name) => Value(name) switch
    {
        null => null,
        YamlMappingNode mapping => new YamlMap(_file, mapping),
        { } other => throw Error(other, $"\"{name}\" must be a mapping, of names and values"),
    };

    /// <summary>A list; null where absent. One value stands for a list of one.</summary>
    public IReadOnlyList<YamlNode>? List(string name) => Value(name) switch
    {
        null => null,
        YamlSequenceNode list => [.. list],
        { } one => [one],
    };

    /// <summary>A list of texts; null where absent.</summary>
    /// <exception cref="InputException">One of them is a mapping or a list.</exception>
    public string[]? Texts(string name) => List(name)?.Select(node =>
        node is YamlScalarNode { Value: { } text } ? text : throw Error(node, $"\"{name}\" must be a list of texts")).ToArray();

    /// <summary>A mapping as the parameters of a request; empty where absent.</summary>
    /// <exception cref="InputException">A value cannot be JSON, or a name is one that carries a key.</exception>
    public ModelParameters Parameters(string name)
    {
        ModelParameters parameters = ModelParameters.Empty;
        if (Map(name) is not { } map) return parameters;
        foreach (string parameter in map.Names)
        {
            if (SecretNames.IsSecret(parameter)) throw map.Secret(parameter);
            parameters = parameters.With(parameter, map.Json(parameter)!.Value);
        }
        return parameters;
    }

    /// <summary>Any value as JSON; null where absent, JSON's null where it is null.</summary>
    /// <exception cref="InputException">It cannot be JSON.</exception>
    public JsonElement? Json(string name) => _values.TryGetValue(name, out YamlNode? value) ? YamlJson.Convert(value, this) : null;

    /// <summary>The texts of a mapping by their names; empty where absent.</summary>
    /// <exception cref="InputException">A value is no text, or a key written out.</exception>
    public IEnumerable<KeyValuePair<string, string>> Pairs(string name)
    {
        if (Map(name) is not { } map) yield break;
        foreach (string key in map.Names)
        {
            string value = map.Text(key) ?? throw map.ErrorAt(key, $"\"{key}\" has no value");
            if (SecretNames.IsLiteralSecret(key, value)) throw map.Secret(key);
            yield return KeyValuePair.Create(key, value);
        }
    }

    /// <summary>The error that a key is written out at this name; says nothing of its value.</summary>
    public InputException Secret(string name) => ErrorAt(
        name, $"\"{InputErrors.Quote(name)}\" would write a key into the file; put the key into an environment variable and name that variable in api_key_env, "
              + "or as ${NAME} in a header or query parameter");

    /// <summary>An error at the value of this name, or at the mapping where there is none.</summary>
    public InputException ErrorAt(string name, string what) => Error(_values.GetValueOrDefault(name) ?? _node, what);

    /// <summary>An error at a node.</summary>
    public InputException Error(YamlNode node, string what, bool isSentence = false) =>
        new($"{_file}, line {node.Start.Line}: {what}{(isSentence ? "" : ".")}");

    private YamlNode? Value(string name) =>
        _values.TryGetValue(name, out YamlNode? value) && !(value is YamlScalarNode scalar && YamlJson.IsNull(scalar)) ? value : null;
}
