using Entente.Worlds;

namespace Entente.Observation;

/// <summary>Shape of the network of alliances in operation in one month.</summary>
/// <param name="Density">Share of the pairs of firms that are allied.</param>
/// <param name="Clustering">Closed over all connected triples (transitivity); NaN without a triple.</param>
/// <param name="LargestComponent">Share of firms in the largest connected component; a firm alone is one of its own.</param>
public readonly record struct Network(double Density, double Clustering, double LargestComponent)
{
    /// <summary>The network as it stands.</summary>
    public static Network Of(World world)
    {
        var firms = world.Firms.Length;
        var neighbours = new SortedSet<int>[firms];
        for (var i = 0; i < firms; i++)
            neighbours[i] = [];
        foreach (var alliance in world.Alliances)
            if (alliance.InOperation)
                foreach (var member in alliance.Members)
                    foreach (var other in alliance.Members)
                        if (other != member)
                            neighbours[member.Firm.Id].Add(other.Firm.Id);

        double ends = 0, triples = 0, closed = 0;
        foreach (var around in neighbours)
        {
            ends += around.Count;
            triples += around.Count * (around.Count - 1) / 2.0;
            foreach (var i in around)
                foreach (var j in around)
                    if (i < j && neighbours[i].Contains(j))
                        closed++;
        }

        return new Network(
            ends / ((double)firms * (firms - 1)),
            triples > 0 ? closed / triples : double.NaN,
            (double)LargestOf(neighbours) / firms);
    }

    private static int LargestOf(SortedSet<int>[] neighbours)
    {
        var seen = new bool[neighbours.Length];
        var stack = new Stack<int>();
        var largest = 0;
        for (var start = 0; start < neighbours.Length; start++)
        {
            if (seen[start])
                continue;
            seen[start] = true;
            stack.Push(start);
            var size = 0;
            while (stack.TryPop(out var firm))
            {
                size++;
                foreach (var next in neighbours[firm])
                    if (!seen[next])
                    {
                        seen[next] = true;
                        stack.Push(next);
                    }
            }

            largest = Math.Max(largest, size);
        }

        return largest;
    }
}
