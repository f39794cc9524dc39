namespace Assay.Core.Runs;

/// <summary>A file a run read.</summary>
/// <param name="Role">
/// <c>candidate</c>, <c>baseline</c>, <c>instructions</c>, <c>judge</c>, or of a benchmark <c>data</c>, <c>examples</c> or <c>recorded</c>.
/// </param>
/// <param name="Path">The file as the user named it.</param>
/// <param name="Sha256">SHA-256 of its bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="Rows">Rows in it.</param>
public sealed record RunInput(string Role, string Path, string Sha256, int Rows);
