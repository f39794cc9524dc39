using Assay.Core.People;

namespace Assay.Storage.People;

/// <summary>How one kind of file says its verdicts: the fields it reads of a row, and the verdicts of a row.</summary>
internal abstract class VerdictLayout
{
    /// <summary>The fields to read, each at its number.</summary>
    public abstract IReadOnlyList<string> Fields { get; }

    /// <summary>Adds the verdicts of a row.</summary>
    /// <exception cref="Core.Errors.InputException">A field is missing or is something else than it should be.</exception>
    public abstract void Take(CellRow row, List<AnnotatorVerdict> verdicts);

    /// <summary>Looks at the file as a whole, when all its rows were taken.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="Core.Errors.InputException">Its rows together cannot mean what each of them would.</exception>
    public virtual void CheckWhole(string path) { }
}
