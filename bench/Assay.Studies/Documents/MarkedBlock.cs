using Assay.Core.Errors;

namespace Assay.Studies.Documents;

/// <summary>
/// A part of a hand-written Markdown page that a command writes: what stands between the lines
/// <c>&lt;!-- NAME --&gt;</c> and <c>&lt;!-- end of NAME --&gt;</c>.
/// </summary>
internal static class MarkedBlock
{
    /// <summary>The page with the block's content replaced.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">The block's name.</param>
    /// <param name="content">Its new content.</param>
    /// <exception cref="InputException">The page has no such block.</exception>
    public static string Replace(string page, string name, string content)
    {
        string opening = $"<!-- {name} -->", closing = $"<!-- end of {name} -->";
        int start = page.IndexOf(opening, StringComparison.Ordinal), end = page.IndexOf(closing, StringComparison.Ordinal);
        if (start < 0 || end < start) throw new InputException($"The page has no block between \"{opening}\" and \"{closing}\"; put the two lines back.");
        return $"{page[..(start + opening.Length)]}\n{content.Trim('\n')}\n{page[end..]}";
    }
}
