using Assay.Core.Errors;
using Assay.Core.Judging;

namespace Assay.Evaluation.Runs;

/// <summary>Finds what is missing before anything is asked.</summary>
internal static class JudgeCheck
{
    private const int ShortestSecret = 16;

    /// <exception cref="InputException">Something is missing.</exception>
    public static void Check(JudgeRunOptions options, IEnumerable<string> models)
    {
        string[] known = [.. models];
        foreach (string name in options.Judge.ModelNames)
        {
            if (known.Contains(name, StringComparer.Ordinal)) continue;
            string hint = NearestName.Hint(name, known);
            throw new InputException($"The judge '{options.Judge.Name}' asks the model '{name}', which there is not{(hint.Length > 0 ? hint : ".")}");
        }
        ModelJudge[] members = options.Judge switch
        {
            ModelJudge single => [single],
            PoolJudge pool => [.. pool.Members],
            PanelJudge panel => [.. panel.Members],
            _ => [],
        };
        if (options.Judge is PoolJudge or PanelJudge && members.Length == 0)
            throw new InputException($"The judge '{options.Judge.Name}' has no members; name at least one.");
        string? twice = members.GroupBy(static member => member.Name, StringComparer.Ordinal).FirstOrDefault(static group => group.Count() > 1)?.Key;
        if (twice is not null) throw new InputException($"The judge '{options.Judge.Name}' has two members named '{twice}'; give each a name of its own.");
        if (members.Any(static member => member.Prompt.IsFenced) && options.FenceSecret.Length < ShortestSecret)
            throw new InputException($"The judge '{options.Judge.Name}' fences the outputs, which needs a secret of at least {ShortestSecret} bytes.");
    }
}
