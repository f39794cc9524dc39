using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Assay.Storage.Tests;

/// <summary>A value with all its public properties as a text: records that hold lists are equal by reference only.</summary>
internal static class Shape
{
    public static string Of(object? value)
    {
        StringBuilder text = new();
        Write(value, text);
        return text.ToString();
    }

    private static void Write(object? value, StringBuilder text)
    {
        if (value is null) text.Append("null");
        else if (value is double number) text.Append(number.ToString("R", CultureInfo.InvariantCulture));
        else if (value is JsonElement json) text.Append(JsonSerializer.Serialize(json));
        else if (value is IFormattable or string or bool or Uri) text.Append(string.Create(CultureInfo.InvariantCulture, $"'{value}'"));
        else if (value is IEnumerable list)
        {
            text.Append('[');
            foreach (object? item in list) Write(item, text);
            text.Append(']');
        }
        else
        {
            text.Append(value.GetType().Name).Append('{');
            foreach (PropertyInfo property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                text.Append(property.Name).Append('=');
                Write(property.GetValue(value), text);
                text.Append(' ');
            }
            text.Append('}');
        }
    }
}
