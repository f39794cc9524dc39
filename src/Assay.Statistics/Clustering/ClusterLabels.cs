namespace Assay.Statistics.Clustering;

/// <summary>Says for every observation which cluster it belongs to: people, items, data sets. Numbered in the order of first appearance.</summary>
public sealed class ClusterLabels
{
    private readonly int[] _numbers;

    private ClusterLabels(int[] numbers, int count) => (_numbers, Count) = (numbers, count);

    /// <summary>Number of clusters, G.</summary>
    public int Count { get; }

    /// <summary>Number of observations.</summary>
    public int Length => _numbers.Length;

    /// <summary>The cluster of every observation, from 0 to <see cref="Count"/> - 1.</summary>
    public ReadOnlySpan<int> Numbers => _numbers;

    /// <summary>Numbers the distinct labels of observations.</summary>
    /// <param name="labels">One per observation; equal labels are one cluster. None gives no cluster.</param>
    public static ClusterLabels Of<T>(IEnumerable<T> labels) where T : notnull
    {
        ArgumentNullException.ThrowIfNull(labels);
        Dictionary<T, int> known = [];
        List<int> numbers = [];
        foreach (T label in labels)
        {
            if (!known.TryGetValue(label, out int number)) known.Add(label, number = known.Count);
            numbers.Add(number);
        }
        return new ClusterLabels([.. numbers], known.Count);
    }

    /// <summary>The clusters of observations that share both labels.</summary>
    /// <exception cref="ArgumentException">The other labels are of more or fewer observations.</exception>
    public ClusterLabels Intersect(ClusterLabels other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Length != Length) throw new ArgumentException($"Labels of {Length} observations do not meet labels of {other.Length}.", nameof(other));
        return Of(_numbers.Select((number, i) => (number, other._numbers[i])));
    }

    /// <summary>The labels of some of the observations; clusters that lose all of theirs are no clusters any more.</summary>
    /// <param name="chosen">Positions of observations, in the order wanted.</param>
    public ClusterLabels Choose(IEnumerable<int> chosen) => Of(chosen.Select(i => _numbers[i]));

    /// <summary>Sums of values by cluster.</summary>
    /// <exception cref="ArgumentException">There is not one value per observation.</exception>
    public double[] Sums(ReadOnlySpan<double> values)
    {
        if (values.Length != Length) throw new ArgumentException($"{values.Length} values are not one for each of {Length} observations.", nameof(values));
        double[] sums = new double[Count];
        for (int i = 0; i < values.Length; i++) sums[_numbers[i]] += values[i];
        return sums;
    }

    /// <summary>Number of observations by cluster.</summary>
    public int[] Sizes()
    {
        int[] sizes = new int[Count];
        foreach (int number in _numbers) sizes[number]++;
        return sizes;
    }
}
