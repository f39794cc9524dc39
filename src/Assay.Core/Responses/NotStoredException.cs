namespace Assay.Core.Responses;

/// <summary>An answer was to come from the store alone (<c>--offline</c>) and is not there.</summary>
public sealed class NotStoredException : Exception
{
    /// <param name="message">One sentence for people.</param>
    /// <param name="key">The key that is not there.</param>
    public NotStoredException(string message, ResponseKey key) : base(message) => Key = key;

    /// <summary>The key that is not there.</summary>
    public ResponseKey Key { get; }
}
