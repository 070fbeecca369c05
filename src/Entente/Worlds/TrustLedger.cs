namespace Entente.Worlds;

/// <summary>What two firms that have met are to each other; their trust is kept beside it, for each direction.</summary>
public record struct Dyad
{
    /// <summary>Lower number of the two firms.</summary>
    public required int Low { get; init; }
    /// <summary>Higher number of the two firms.</summary>
    public required int High { get; init; }
    /// <summary>Alliances that both are in, negotiations included.</summary>
    public int Alliances { get; set; }
    /// <summary>Alliances the two have behind them.</summary>
    public int PastAlliances { get; set; }
    /// <summary>How much of their business the two have in the same markets, 0 to 1.</summary>
    internal double SharedMarkets { get; set; }
    /// <summary>Their rivalry as it was last worked out.</summary>
    internal double Rivalry { get; set; }
    /// <summary>How often their capabilities had changed by then; less than 0 before the first time.</summary>
    internal int RivalryAsOf { get; set; }
    /// <summary>The dyad that the lower firm met before this one; -1 if this is its first.</summary>
    internal int BeforeOfLow { get; init; }
    /// <summary>The same of the higher firm.</summary>
    internal int BeforeOfHigh { get; init; }
}

/// <summary>
/// Trust between firms that have met. Each ordered pair has a bond, a number that stays the same: trust is looked up by
/// it at once. Pairs that never met take no room.
/// </summary>
public sealed class TrustLedger
{
    private const int Empty = -1;

    private readonly int[] _latest;
    private Dyad[] _dyads = new Dyad[64];
    private double[] _trust = new double[128];

    // Where the dyad of a pair is: a hash table with open addressing, never more than half full.
    private int[] _places = NewPlaces(128);

    /// <summary>An empty ledger.</summary>
    /// <param name="firms">Number of firms.</param>
    public TrustLedger(int firms)
    {
        _latest = new int[firms];
        Array.Fill(_latest, Empty);
    }

    /// <summary>How many pairs have met.</summary>
    public int Count { get; private set; }

    /// <summary>All pairs that have met, in order of meeting.</summary>
    public Span<Dyad> Dyads => _dyads.AsSpan(0, Count);

    /// <summary>Trust along a bond: belief of the one that the other contributes of its own will next month, 0 to 1.</summary>
    public ref double this[int bond] => ref _trust[bond];

    /// <summary>Trust of a firm in one it has met.</summary>
    /// <exception cref="KeyNotFoundException">The two never met.</exception>
    public ref double Of(int firm, int other)
    {
        var bond = Bond(firm, other);
        if (bond < 0)
            throw new KeyNotFoundException($"firm {firm} never met firm {other}");
        return ref _trust[bond];
    }

    /// <summary>The dyad of a bond.</summary>
    public ref Dyad DyadOf(int bond) => ref _dyads[bond >> 1];

    /// <summary>Whether two firms have met.</summary>
    public bool HasMet(int firm, int other) => Bond(firm, other) >= 0;

    /// <summary>How many alliances two firms have behind them.</summary>
    public int PastAlliances(int firm, int other) => Bond(firm, other) is >= 0 and var bond ? DyadOf(bond).PastAlliances : 0;

    /// <summary>The bond from a firm to another; less than 0 if they never met.</summary>
    public int Bond(int firm, int other)
    {
        var (low, high) = firm < other ? (firm, other) : (other, firm);
        for (var slot = Slot(low, high); ; slot = (slot + 1) & (_places.Length - 1))
        {
            var place = _places[slot];
            if (place == Empty)
                return Empty;
            ref readonly var dyad = ref _dyads[place];
            if (dyad.Low == low && dyad.High == high)
                return 2 * place + (firm < other ? 0 : 1);
        }
    }

    /// <summary>Everyone a firm has met, the latest first.</summary>
    public Acquaintances MetBy(int firm) => new(this, firm);

    /// <summary>Writes down that two firms met, with what they share and the trust each starts from; nothing changes if they met before.</summary>
    public void Meet(int firm, int other, double sharedMarkets, double trust, double trustOfOther)
    {
        if (HasMet(firm, other))
            return;
        if (Count == _dyads.Length)
        {
            Array.Resize(ref _dyads, 2 * Count);
            Array.Resize(ref _trust, 4 * Count);
        }

        if (2 * (Count + 1) > _places.Length)
            Spread();
        var (low, high) = firm < other ? (firm, other) : (other, firm);
        _dyads[Count] = new Dyad
        {
            Low = low,
            High = high,
            SharedMarkets = sharedMarkets,
            RivalryAsOf = -1,
            BeforeOfLow = _latest[low],
            BeforeOfHigh = _latest[high],
        };
        (_trust[2 * Count], _trust[2 * Count + 1]) = firm < other ? (trust, trustOfOther) : (trustOfOther, trust);
        Place(Count);
        _latest[low] = _latest[high] = Count;
        Count++;
    }

    private void Spread()
    {
        _places = NewPlaces(2 * _places.Length);
        for (var place = 0; place < Count; place++)
            Place(place);
    }

    private void Place(int place)
    {
        var slot = Slot(_dyads[place].Low, _dyads[place].High);
        while (_places[slot] != Empty)
            slot = (slot + 1) & (_places.Length - 1);
        _places[slot] = place;
    }

    private int Slot(int low, int high)
    {
        // Fibonacci hashing: the upper bits of a product with 2^64 over the golden ratio.
        var hash = (((ulong)(uint)low << 32) | (uint)high) * 0x9E3779B97F4A7C15;
        return (int)(hash >> 33) & (_places.Length - 1);
    }

    private static int[] NewPlaces(int count)
    {
        var places = new int[count];
        Array.Fill(places, Empty);
        return places;
    }

    /// <summary>Walks through everyone a firm has met.</summary>
    public struct Acquaintances
    {
        private readonly TrustLedger _ledger;
        private readonly int _firm;
        private int _next;

        internal Acquaintances(TrustLedger ledger, int firm) => (_ledger, _firm, _next) = (ledger, firm, ledger._latest[firm]);

        /// <summary>Number of the other firm, and the bond to it.</summary>
        public (int Firm, int Bond) Current { get; private set; }

        /// <summary>Itself.</summary>
        public readonly Acquaintances GetEnumerator() => this;

        /// <summary>Goes to the next, if there is one.</summary>
        public bool MoveNext()
        {
            if (_next == Empty)
                return false;
            ref readonly var dyad = ref _ledger._dyads[_next];
            var isLow = dyad.Low == _firm;
            Current = isLow ? (dyad.High, 2 * _next) : (dyad.Low, 2 * _next + 1);
            _next = isLow ? dyad.BeforeOfLow : dyad.BeforeOfHigh;
            return true;
        }
    }
}
