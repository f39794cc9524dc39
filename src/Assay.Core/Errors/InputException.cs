namespace Assay.Core.Errors;

/// <summary>
/// Something is wrong with what the user gave: a file, a row, a flag. The message is one sentence for people that names the file, row and
/// field and says what to do; it is shown as it is, without a stack trace.
/// </summary>
public sealed class InputException : Exception
{
    /// <summary>An error with its sentence.</summary>
    public InputException(string message) : base(message) { }

    /// <summary>An error with its sentence and what caused it.</summary>
    public InputException(string message, Exception innerException) : base(message, innerException) { }
}
