namespace Assay.Storage.Files;

/// <summary>The system's refusals as sentences that name the file and say what to do.</summary>
internal static class FileErrors
{
    /// <summary>Why <paramref name="path"/> could not be read.</summary>
    public static string Reading(string path, Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => $"{path} does not exist; check the path.",
        ArgumentException => "No file is named where one was expected; give its path.",
        UnauthorizedAccessException => $"{path} may not be read by this user; change its permissions or run as its owner.",
        _ => $"{path} could not be read: {Reason(error)}",
    };

    /// <summary>Why <paramref name="path"/> could not be written.</summary>
    public static string Writing(string path, Exception error) => error switch
    {
        DirectoryNotFoundException => $"{path} cannot be written because its folder does not exist; create the folder first.",
        ArgumentException => "No file is named where one was expected; give its path.",
        UnauthorizedAccessException when Directory.Exists(path) => $"{path} is a folder and cannot be written as a file; name a file in it.",
        UnauthorizedAccessException => $"{path} may not be written by this user; choose another place or change the permissions of the file and its folder.",
        _ => $"{path} could not be written: {Reason(error)}",
    };

    // The system's own words, without the path that our sentence has named already.
    private static string Reason(Exception error)
    {
        string message = error.Message;
        int path = message.IndexOf(" : '", StringComparison.Ordinal);
        return (path > 0 ? message[..path] : message).TrimEnd('.') + ".";
    }
}
