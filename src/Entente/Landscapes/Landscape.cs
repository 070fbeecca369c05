using System.Runtime.InteropServices;

namespace Entente.Landscapes;

/// <summary>
/// The energy of every way to part actors into two sides (Axelrod and Bennett 1993). An actor's frustration is the sum, over the
/// actors on the other side, of their size times its propensity to side with them; energy is the sum of all frustrations, each
/// weighted by its actor's size, so that every pair counts twice.
/// </summary>
/// <remarks>
/// Size times size times propensity of each pair is kept as a whole multiple of a tiny unit. Sums are then exact whatever their
/// order: neither the names of the sides nor the order of the actors changes a result, and what is equal on paper is equal here.
/// </remarks>
public sealed class Landscape
{
    /// <summary>No more actors than this have a landscape.</summary>
    public const int MostActors = 64;

    // All pairs together have 2^58 units, which leaves room for the sums; a millionth of a millionth of that is rounding.
    private const int Bits = 58;
    private const int BitsOfRounding = 40;

    private readonly double[] _sizes;
    private readonly double[] _propensities;
    private readonly long[] _weights;
    private readonly double _unit;
    private readonly long _rounding;

    /// <summary>A landscape.</summary>
    /// <param name="sizes">The size of each actor, above 0.</param>
    /// <param name="propensities">
    /// By actor and actor: how much the two gain by standing on one side; negative for rivals. Symmetric; what an actor has with
    /// itself is not read.
    /// </param>
    /// <exception cref="ArgumentException">There are less than 2 or more than 64 actors, or a number is out of its range.</exception>
    public Landscape(IReadOnlyList<double> sizes, double[,] propensities)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        ArgumentNullException.ThrowIfNull(propensities);
        var n = Actors = sizes.Count;
        if (n is < 2 or > MostActors)
            throw new ArgumentException("A landscape has 2 to 64 actors.", nameof(sizes));
        if (propensities.GetLength(0) != n || propensities.GetLength(1) != n)
            throw new ArgumentException("There must be one propensity for every actor and actor.", nameof(propensities));
        _sizes = [.. sizes];
        _propensities = new double[n * n];
        _weights = new long[n * n];
        var total = 0.0;
        for (var i = 0; i < n; i++)
        {
            if (!(sizes[i] > 0) || !double.IsFinite(sizes[i]))
                throw new ArgumentException("Every size must be above 0.", nameof(sizes));
            for (var j = 0; j < i; j++)
            {
                if (propensities[i, j] != propensities[j, i])
                    throw new ArgumentException("Propensities must be symmetric.", nameof(propensities));
                _propensities[i * n + j] = _propensities[j * n + i] = propensities[i, j];
                total += 2 * Math.Abs(sizes[i] * sizes[j] * propensities[i, j]);
            }
        }

        if (!double.IsFinite(total))
            throw new ArgumentException("Sizes and propensities are too large to add up.", nameof(propensities));
        _unit = total > 0 ? Math.ScaleB(1, Math.Max(-1022, Math.ILogB(total) + 1 - Bits)) : 1;
        _rounding = 1L << Bits - BitsOfRounding;
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
                _weights[i * n + j] = (long)Math.Round(_sizes[i] * _sizes[j] * _propensities[i * n + j] / _unit);
    }

    /// <summary>How many actors there are.</summary>
    public int Actors { get; }

    /// <summary>How many configurations there are, up to the names of the sides: 2^(n-1).</summary>
    public double Configurations => Math.ScaleB(1, Actors - 1);

    /// <summary>The size of an actor.</summary>
    public double SizeOf(int actor) => _sizes[actor];

    /// <summary>How much two actors gain by standing on one side.</summary>
    public double Propensity(int one, int other) => _propensities[one * Actors + other];

    /// <summary>What an actor has against its place: sizes times propensities, summed over those on the other side.</summary>
    public double Frustration(Configuration configuration, int actor)
    {
        var sum = 0.0;
        for (var other = 0; other < Actors; other++)
            if (configuration.SideOf(other) != configuration.SideOf(actor))
                sum += _sizes[other] * _propensities[actor * Actors + other];
        return sum;
    }

    /// <summary>The sum of all frustrations, each weighted by its actor's size.</summary>
    public double Energy(Configuration configuration)
    {
        var sum = 0.0;
        for (var actor = 0; actor < Actors; actor++)
            sum += _sizes[actor] * Frustration(configuration, actor);
        return sum + 0.0; // -0 becomes 0
    }

    /// <summary>
    /// Who moves: of the actors that lower their own frustration by changing sides the one that lowers energy most; of equal ones
    /// the one named first. Null where nobody does, in a stable configuration.
    /// </summary>
    public int? Mover(Configuration configuration)
    {
        Span<long> changes = stackalloc long[Actors];
        Changes(configuration, changes);
        return Steepest(changes) is var actor and >= 0 ? actor : null;
    }

    /// <summary>Where moves lead to, one after the other, until nobody moves.</summary>
    public Configuration Descend(Configuration configuration)
    {
        Span<long> changes = stackalloc long[Actors];
        Changes(configuration, changes);
        while (Steepest(changes) is var actor and >= 0)
        {
            Move(configuration, actor, changes);
            configuration = configuration.Moved(actor);
        }

        return configuration.Canonical(Actors);
    }

    /// <summary>
    /// How much each actor's change of sides would add to energy, in units and halved: the pairs it would part less those it would
    /// bring together.
    /// </summary>
    internal void Changes(Configuration configuration, Span<long> changes)
    {
        for (var i = 0; i < Actors; i++)
        {
            var sum = 0L;
            for (var j = 0; j < Actors; j++)
                sum += configuration.SideOf(i) == configuration.SideOf(j) ? _weights[i * Actors + j] : -_weights[i * Actors + j];
            changes[i] = sum;
        }
    }

    /// <summary>What <see cref="Changes"/> gives once an actor has left its place in a configuration.</summary>
    internal void Move(Configuration configuration, int actor, Span<long> changes)
    {
        // What joined the actor to another now parts them, and the reverse.
        var weights = MemoryMarshal.CreateReadOnlySpan(ref _weights[actor * Actors], Actors);
        var same = configuration.SideOf(actor) == 0 ? ~configuration.Bits : configuration.Bits;
        for (var other = 0; other < weights.Length; other++)
        {
            // 1 for those beside the actor, -1 for those opposite.
            var sign = (long)((same >> other & 1) << 1) - 1;
            changes[other] -= 2 * sign * weights[other];
        }

        changes[actor] = -changes[actor];
    }

    /// <summary>The actor whose move lowers energy most; -1 where none does by more than rounding.</summary>
    internal int Steepest(ReadOnlySpan<long> changes)
    {
        var lowest = 0L;
        foreach (var change in changes)
            lowest = Math.Min(lowest, change);
        if (lowest >= -_rounding)
            return -1;
        for (var actor = 0; ; actor++)
            if (changes[actor] <= lowest + _rounding)
                return actor;
    }

    /// <summary>Energy as a whole number that is the same for energies that differ by rounding only.</summary>
    internal long Rank(Configuration configuration)
    {
        var sum = 0L;
        for (var i = 0; i < Actors; i++)
            for (var j = 0; j < i; j++)
                if (configuration.SideOf(i) != configuration.SideOf(j))
                    sum += _weights[i * Actors + j];
        return sum + (_rounding >> 1) >> Bits - BitsOfRounding;
    }
}
