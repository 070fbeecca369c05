using System.Runtime.InteropServices;

namespace Entente.Worlds;

/// <summary>What one firm keeps of another it has met.</summary>
/// <param name="Other">Number of the other firm.</param>
/// <param name="Trust">Belief that the other contributes of its own will next month, 0 to 1.</param>
/// <param name="PastAlliances">How many alliances the two have behind them.</param>
public record struct Dyad(int Other, double Trust, int PastAlliances);

/// <summary>Directed trust between firms that have met. Pairs that never met take no room.</summary>
public sealed class TrustLedger
{
    private readonly List<Dyad>[] _met;

    /// <summary>An empty ledger.</summary>
    /// <param name="firms">Number of firms.</param>
    public TrustLedger(int firms)
    {
        _met = new List<Dyad>[firms];
        for (var firm = 0; firm < firms; firm++)
            _met[firm] = [];
    }

    /// <summary>Everyone a firm has met, in order of number.</summary>
    public Span<Dyad> MetBy(int firm) => CollectionsMarshal.AsSpan(_met[firm]);

    /// <summary>Whether a firm has met another.</summary>
    public bool HasMet(int firm, int other) => Find(firm, other) >= 0;

    /// <summary>What a firm keeps of one it has met.</summary>
    /// <exception cref="KeyNotFoundException">The two never met.</exception>
    public ref Dyad Of(int firm, int other)
    {
        var place = Find(firm, other);
        if (place < 0)
            throw new KeyNotFoundException($"firm {firm} never met firm {other}");
        return ref CollectionsMarshal.AsSpan(_met[firm])[place];
    }

    /// <summary>How many alliances a firm has behind it with another.</summary>
    public int PastAlliances(int firm, int other) => Find(firm, other) is >= 0 and var place ? _met[firm][place].PastAlliances : 0;

    /// <summary>The trust a firm has in one it has met; null if they never met.</summary>
    public double? Trust(int firm, int other) => Find(firm, other) is >= 0 and var place ? _met[firm][place].Trust : null;

    /// <summary>Writes down that a firm met another, with the trust it starts from; nothing changes if they met before.</summary>
    public void Meet(int firm, int other, double trust)
    {
        var place = Find(firm, other);
        if (place < 0)
            _met[firm].Insert(~place, new Dyad(other, trust, 0));
    }

    private int Find(int firm, int other)
    {
        var met = CollectionsMarshal.AsSpan(_met[firm]);
        int low = 0, high = met.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            if (met[middle].Other == other)
                return middle;
            if (met[middle].Other < other)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return ~low;
    }
}
