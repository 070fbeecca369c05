using Entente.Worlds;

namespace Entente.Observation;

/// <summary>Shape of the network of alliances in operation in one month.</summary>
/// <param name="Density">Share of the pairs of firms that are allied.</param>
/// <param name="Clustering">Closed over all connected triples (transitivity); NaN without a triple.</param>
/// <param name="LargestComponent">Share of firms in the largest connected component; a firm alone is one of its own.</param>
public readonly record struct NetworkShape(double Density, double Clustering, double LargestComponent);

/// <summary>Measures the network of alliances in operation, month after month in the same room.</summary>
/// <param name="firms">Number of firms.</param>
public sealed class Network(int firms)
{
    // The neighbours of firm i are _neighbours[_first[i] .. _first[i] + _degree[i]], in order of number.
    private readonly int[] _first = new int[firms + 1];
    private readonly int[] _degree = new int[firms];
    private readonly int[] _root = new int[firms];
    private readonly int[] _members = new int[firms];
    private int[] _neighbours = new int[64];

    /// <summary>The network as it stands.</summary>
    public NetworkShape Measure(World world)
    {
        Connect(world);
        double ends = 0, triples = 0, closed = 0;
        for (var firm = 0; firm < firms; firm++)
        {
            var around = Around(firm);
            ends += around.Length;
            triples += around.Length * (around.Length - 1) / 2.0;
            for (var i = 0; i < around.Length; i++)
                for (var j = i + 1; j < around.Length; j++)
                    if (Around(around[i]).BinarySearch(around[j]) >= 0)
                        closed++;
        }

        return new NetworkShape(
            ends / ((double)firms * (firms - 1)),
            triples > 0 ? closed / triples : double.NaN,
            (double)LargestComponent() / firms);
    }

    private Span<int> Around(int firm) => _neighbours.AsSpan(_first[firm], _degree[firm]);

    private void Connect(World world)
    {
        Array.Clear(_degree);
        foreach (var alliance in world.Alliances)
            if (alliance.InOperation)
                foreach (var member in alliance.Members)
                    _degree[member.Firm.Id] += alliance.Size - 1;
        for (var firm = 0; firm < firms; firm++)
            _first[firm + 1] = _first[firm] + _degree[firm];
        if (_neighbours.Length < _first[firms])
            _neighbours = new int[2 * _first[firms]];

        Array.Clear(_degree);
        foreach (var alliance in world.Alliances)
            if (alliance.InOperation)
                foreach (var member in alliance.Members)
                    foreach (var other in alliance.Members)
                        if (other != member)
                            _neighbours[_first[member.Firm.Id] + _degree[member.Firm.Id]++] = other.Firm.Id;
        for (var firm = 0; firm < firms; firm++)
            _degree[firm] = SortDistinct(Around(firm));
    }

    // A pair can be in two alliances.
    private static int SortDistinct(Span<int> around)
    {
        if (around.Length < 2)
            return around.Length;
        around.Sort();
        var count = 1;
        for (var i = 1; i < around.Length; i++)
            if (around[i] != around[count - 1])
                around[count++] = around[i];
        return count;
    }

    private int LargestComponent()
    {
        for (var firm = 0; firm < firms; firm++)
            (_root[firm], _members[firm]) = (firm, 1);
        var largest = 1;
        for (var firm = 0; firm < firms; firm++)
            foreach (var other in Around(firm))
            {
                if (other < firm)
                    continue;
                var (one, two) = (Root(firm), Root(other));
                if (one == two)
                    continue;
                if (_members[one] < _members[two])
                    (one, two) = (two, one);
                _root[two] = one;
                _members[one] += _members[two];
                largest = Math.Max(largest, _members[one]);
            }

        return largest;
    }

    private int Root(int firm)
    {
        while (_root[firm] != firm)
            firm = _root[firm] = _root[_root[firm]];
        return firm;
    }
}
