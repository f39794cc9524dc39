using System.Globalization;

namespace Assay.Architecture.Tests.Api;

/// <summary>Constants as C# writes them.</summary>
internal static class ApiValues
{
    public static string Literal(object? value, Type type)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        return value switch
        {
            null => type.IsValueType && plain == type ? "default" : "null",
            bool flag => flag ? "true" : "false",
            string text => $"\"{string.Concat(text.Select(static c => char.IsControl(c) ? $"\\u{(int)c:X4}" : c is '"' or '\\' ? $"\\{c}" : c.ToString()))}\"",
            _ when plain.IsEnum => $"{ApiTypes.SimpleName(plain)}.{Enum.ToObject(plain, value)}",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
    }
}
