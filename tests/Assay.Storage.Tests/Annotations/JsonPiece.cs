using FsCheck;
using FsCheck.Fluent;

namespace Assay.Storage.Tests.Annotations;

/// <summary>A bit of a JSON string: how it is written, and the UTF-16 text it means.</summary>
internal sealed record JsonPiece(string Json, string Meaning)
{
    /// <summary>Letters of every script, raw and escaped, astral ones, halves of pairs, NULs, and every short escape.</summary>
    public static Gen<JsonPiece> Any { get; } = Gen.OneOf(
        Gen.Choose(0x20, 0x7E).Where(unit => unit is not ('"' or '\\')).Select(Raw),
        Gen.Choose(0x80, 0xD7FF).Select(Raw),
        Gen.Choose(0xE000, 0xFFFF).Select(Raw),
        Gen.Choose(0x10000, 0x10FFFF).Select(Raw),
        Gen.Choose(0, 0xFFFF).Select(unit => Escaped((char)unit)),
        Gen.Choose(0xD800, 0xDFFF).Select(unit => Escaped((char)unit)),
        Gen.Choose(0x10000, 0x10FFFF).Select(scalar => Raw(scalar).Meaning).Select(pair => new JsonPiece(Escaped(pair[0]).Json + Escaped(pair[1]).Json, pair)),
        Gen.Elements(
            new JsonPiece("\\n", "\n"), new JsonPiece("\\t", "\t"), new JsonPiece("\\r", "\r"), new JsonPiece("\\b", "\b"), new JsonPiece("\\f", "\f"),
            new JsonPiece("\\\"", "\""), new JsonPiece("\\\\", "\\"), new JsonPiece("\\/", "/")),
        Gen.Choose(1, 200).Select(length => new JsonPiece(new string('x', length), new string('x', length))));

    /// <summary>A whole string without its quotes.</summary>
    public static Gen<JsonPiece> Text { get; } = Any.ListOf()
        .Select(pieces => new JsonPiece(string.Concat(pieces.Select(piece => piece.Json)), string.Concat(pieces.Select(piece => piece.Meaning))));

    public string Quoted => $"\"{Json}\"";

    private static JsonPiece Raw(int scalar) => new(char.ConvertFromUtf32(scalar), char.ConvertFromUtf32(scalar));

    private static JsonPiece Escaped(char unit) => new($"\\u{(int)unit:x4}", unit.ToString());
}
