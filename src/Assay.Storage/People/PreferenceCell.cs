using System.Text;
using Assay.Core.Errors;

namespace Assay.Storage.People;

/// <summary>Reads a verdict as files write it: 1 (output_1 is better) to 2 (output_2 is better), a tie as 0, 1.5 or a word for it.</summary>
internal static class PreferenceCell
{
    /// <summary>Probability, in [0, 1], that output_2 is preferred; NaN where the field is null, empty or missing.</summary>
    /// <exception cref="InputException">It is something else.</exception>
    public static double Read(CellRow row, int field, VerdictValues? values)
    {
        if (row.Kind(field) is CellKind.Null) return double.NaN;
        if (row.Kind(field) is CellKind.Missing) throw row.Error(field, "is missing; write null where there is no verdict.");
        if (values is not null) return Mapped(row, field, values);
        if (TryRead(row, field, out double preference)) return preference;
        throw row.Error(
            field,
            $"is {row.Describe(field)}; it must be a number from 1 (output_1 is better) to 2 (output_2 is better), 0 or \"tie\" for a tie, or null; "
            + "say with --values what words mean, such as --values 1=writer,2=model,tie=equal.");
    }

    /// <summary>Whether the field is a verdict as above.</summary>
    public static bool TryRead(CellRow row, int field, out double preference)
    {
        preference = 0.5;
        if (row.TryNumber(field, out double number))
        {
            if (number is >= 1 and <= 2) preference = number - 1;
            return number is 0 or >= 1 and <= 2;
        }
        return row.Kind(field) == CellKind.Text && Ascii.EqualsIgnoreCase(row.Utf8(field), "tie"u8);
    }

    private static double Mapped(CellRow row, int field, VerdictValues values) => row.Has(field) && values.Find(row.Utf8(field)) is double preference
        ? preference
        : throw row.Error(field, $"is {row.Describe(field)}, for which --values has no meaning; it knows {string.Join(", ", values.Words)}.");
}
