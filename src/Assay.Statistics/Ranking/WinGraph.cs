namespace Assay.Statistics.Ranking;

/// <summary>Who met whom: the distinct pairs, and the pairs of each competitor. Immutable.</summary>
internal sealed class WinGraph
{
    private readonly int[] _start;
    private readonly int[] _pairOf;

    public WinGraph(int competitors, (int First, int Second)[] pairs)
    {
        Pairs = pairs;
        _start = new int[competitors + 1];
        foreach ((int first, int second) in pairs)
        {
            _start[first + 1]++;
            _start[second + 1]++;
        }
        for (int i = 0; i < competitors; i++) _start[i + 1] += _start[i];
        int[] next = _start[..competitors];
        _pairOf = new int[2 * pairs.Length];
        for (int pair = 0; pair < pairs.Length; pair++)
        {
            _pairOf[next[pairs[pair].First]++] = pair;
            _pairOf[next[pairs[pair].Second]++] = pair;
        }
    }

    /// <summary>The distinct pairs that met.</summary>
    public (int First, int Second)[] Pairs { get; }

    /// <summary>
    /// The largest set of competitors, ascending, in which each has a chain of wins over each other one (strongly connected components: Tarjan, 1972,
    /// without recursion). Of sets of one size, the one with the smallest index; empty where there are no competitors.
    /// </summary>
    /// <param name="firstWins">Wins of the first of each pair.</param>
    /// <param name="secondWins">Wins of the second of each pair.</param>
    public int[] LargestStrongComponent(double[] firstWins, double[] secondWins)
    {
        int competitors = _start.Length - 1, visited = 0;
        int[] number = new int[competitors], low = new int[competitors], cursor = _start[..competitors];
        bool[] open = new bool[competitors];
        Stack<int> path = [], pending = [];
        int[] best = [];
        for (int root = 0; root < competitors; root++)
        {
            if (number[root] == 0) Enter(root);
            while (path.TryPeek(out int vertex))
            {
                if (cursor[vertex] < _start[vertex + 1])
                {
                    int pair = _pairOf[cursor[vertex]++];
                    bool isFirst = Pairs[pair].First == vertex;
                    if (!((isFirst ? firstWins : secondWins)[pair] > 0)) continue;
                    int beaten = isFirst ? Pairs[pair].Second : Pairs[pair].First;
                    if (number[beaten] == 0) Enter(beaten);
                    else if (open[beaten]) low[vertex] = Math.Min(low[vertex], number[beaten]);
                    continue;
                }
                path.Pop();
                if (path.TryPeek(out int parent)) low[parent] = Math.Min(low[parent], low[vertex]);
                if (low[vertex] == number[vertex]) best = Better(best, Close(vertex));
            }
        }
        return best;

        void Enter(int vertex)
        {
            number[vertex] = low[vertex] = ++visited;
            open[vertex] = true;
            path.Push(vertex);
            pending.Push(vertex);
        }

        int[] Close(int last)
        {
            List<int> members = [];
            int member;
            do
            {
                member = pending.Pop();
                open[member] = false;
                members.Add(member);
            }
            while (member != last);
            members.Sort();
            return [.. members];
        }
    }

    private static int[] Better(int[] best, int[] found) =>
        best.Length == 0 || found.Length > best.Length || (found.Length == best.Length && found[0] < best[0]) ? found : best;
}
