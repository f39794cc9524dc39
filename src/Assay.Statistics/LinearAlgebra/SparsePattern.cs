using System.Numerics;

namespace Assay.Statistics.LinearAlgebra;

/// <summary>
/// Where the entries of a sparse symmetric matrix and of its factor L D L' lie, in an order of elimination that keeps them few (minimum degree:
/// Tinney and Walker, 1967). Made once, used for every matrix with entries at these places. Immutable, so threads may share it.
/// </summary>
/// <remarks>While it is made, memory is a bit for each pair of rows: 12 MB for ten thousand rows.</remarks>
internal sealed class SparsePattern
{
    /// <param name="size">Number of rows.</param>
    /// <param name="entries">Places off the diagonal that may hold a number; one of each symmetric two, in any order, repeats allowed.</param>
    public SparsePattern(int size, IEnumerable<(int Row, int Column)> entries)
    {
        Size = size;
        int words = (size + 63) / 64;
        ulong[][] neighbours = new ulong[size][];
        for (int i = 0; i < size; i++) neighbours[i] = new ulong[words];
        foreach ((int row, int column) in entries)
        {
            neighbours[row][column >> 6] |= 1UL << (column & 63);
            neighbours[column][row >> 6] |= 1UL << (row & 63);
        }
        int[] order = Eliminate(neighbours);
        Position = new int[size];
        for (int k = 0; k < size; k++) Position[order[k]] = k;
        ColumnStart = new int[size + 1];
        List<int> rows = [];
        for (int k = 0; k < size; k++)
        {
            int[] below = [.. Members(neighbours[order[k]]).Select(vertex => Position[vertex])];
            Array.Sort(below);
            rows.AddRange(below);
            ColumnStart[k + 1] = rows.Count;
        }
        Row = [.. rows];
        (RowStart, SlotOfRow, ColumnOfRow) = ByRow();
    }

    /// <summary>Number of rows.</summary>
    public int Size { get; }

    /// <summary>Place of each original row in the order of elimination.</summary>
    public int[] Position { get; }

    /// <summary>First slot of each column of L, in the order of elimination; one more at the end.</summary>
    public int[] ColumnStart { get; }

    /// <summary>The row of each slot, ascending within a column, all below the diagonal.</summary>
    public int[] Row { get; }

    /// <summary>First index, of each row, into <see cref="SlotOfRow"/> and <see cref="ColumnOfRow"/>; one more at the end.</summary>
    public int[] RowStart { get; }

    /// <summary>The slots by row, columns ascending.</summary>
    public int[] SlotOfRow { get; }

    /// <summary>The column of each of <see cref="SlotOfRow"/>.</summary>
    public int[] ColumnOfRow { get; }

    /// <summary>The slot that holds the entry of two original rows.</summary>
    public int Slot(int first, int second)
    {
        int column = Math.Min(Position[first], Position[second]);
        int row = Math.Max(Position[first], Position[second]);
        return Array.BinarySearch(Row, ColumnStart[column], ColumnStart[column + 1] - ColumnStart[column], row);
    }

    /// <summary>The order; leaves in each vertex's set the vertices it still touched when it was removed, which is its column of L.</summary>
    private static int[] Eliminate(ulong[][] neighbours)
    {
        int size = neighbours.Length;
        int[] order = new int[size];
        int[] degree = [.. neighbours.Select(Count)];
        for (int k = 0; k < size; k++)
        {
            int chosen = -1;
            for (int i = 0; i < size; i++)
            {
                if (degree[i] >= 0 && (chosen < 0 || degree[i] < degree[chosen])) chosen = i;
            }
            order[k] = chosen;
            degree[chosen] = -1;
            ulong[] clique = neighbours[chosen];
            foreach (int vertex in Members(clique))
            {
                ulong[] own = neighbours[vertex];
                for (int word = 0; word < own.Length; word++) own[word] |= clique[word];
                own[vertex >> 6] &= ~(1UL << (vertex & 63));
                own[chosen >> 6] &= ~(1UL << (chosen & 63));
                degree[vertex] = Count(own);
            }
        }
        return order;
    }

    private (int[] Start, int[] Slot, int[] Column) ByRow()
    {
        int[] start = new int[Size + 1];
        foreach (int row in Row) start[row + 1]++;
        for (int i = 0; i < Size; i++) start[i + 1] += start[i];
        int[] next = start[..Size];
        int[] slots = new int[Row.Length], columns = new int[Row.Length];
        for (int column = 0; column < Size; column++)
        {
            for (int slot = ColumnStart[column]; slot < ColumnStart[column + 1]; slot++)
            {
                int place = next[Row[slot]]++;
                (slots[place], columns[place]) = (slot, column);
            }
        }
        return (start, slots, columns);
    }

    private static int Count(ulong[] set) => set.Sum(BitOperations.PopCount);

    private static IEnumerable<int> Members(ulong[] set)
    {
        for (int word = 0; word < set.Length; word++)
        {
            for (ulong bits = set[word]; bits != 0; bits &= bits - 1) yield return (word << 6) + BitOperations.TrailingZeroCount(bits);
        }
    }
}
