namespace Entente.Landscapes;

/// <summary>Every configuration of a landscape, and the stable one that each leads to.</summary>
public sealed class Enumeration
{
    /// <summary>With more actors than this there are more configurations than are worth going through.</summary>
    public const int MostActors = 24;

    private readonly int[] _ends;

    private Enumeration(Landscape landscape, int[] ends, Survey survey) => (Landscape, _ends, Survey) = (landscape, ends, survey);

    /// <summary>The landscape.</summary>
    public Landscape Landscape { get; }

    /// <summary>Its stable configurations, all of them.</summary>
    public Survey Survey { get; }

    /// <summary>How many configurations there are.</summary>
    public int Count => _ends.Length;

    /// <summary>A configuration by its number, from 0; the actor named first stands on the first side.</summary>
    public static Configuration At(int number) => new((ulong)number << 1);

    /// <summary>The stable configuration that steepest descent leads to from a configuration.</summary>
    public Configuration EndOf(Configuration configuration) => At(_ends[Number(configuration.Canonical(Landscape.Actors))]);

    /// <summary>Goes through all configurations.</summary>
    /// <exception cref="ArgumentException">There are more than 24 actors.</exception>
    public static Enumeration Of(Landscape landscape)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        if (landscape.Actors > MostActors)
            throw new ArgumentException("No more than 24 actors can be gone through one configuration after the other.", nameof(landscape));
        var ends = Next(landscape);
        var basins = Follow(ends);
        return new(landscape, ends, Survey.Of(landscape, basins, ends.Length, complete: true));
    }

    private static int Number(Configuration configuration) => (int)(configuration.Bits >> 1);

    /// <summary>The configuration after each, or itself where it is stable. Each walked to differs from the one before by one actor.</summary>
    private static int[] Next(Landscape landscape)
    {
        var n = landscape.Actors;
        var next = new int[1 << n - 1];
        Span<long> changes = stackalloc long[n];
        var configuration = At(0);
        landscape.Changes(configuration, changes);
        for (var step = 1; ; step++)
        {
            var number = Number(configuration);
            var actor = landscape.Steepest(changes);
            next[number] = actor < 0 ? number : Number(configuration.Moved(actor).Canonical(n));
            if (step == next.Length)
                return next;
            // A Gray code: the place of the lowest 1 of the step says who moves.
            var mover = 1 + int.TrailingZeroCount(step);
            landscape.Move(configuration, mover, changes);
            configuration = configuration.Moved(mover);
        }
    }

    /// <summary>Replaces the next of each configuration by the last, and counts.</summary>
    private static Dictionary<Configuration, long> Follow(int[] next)
    {
        var basins = new Dictionary<Configuration, long>();
        for (var start = 0; start < next.Length; start++)
        {
            var end = start;
            while (next[end] != end)
                end = next[end];
            // The whole way down leads there; whoever comes by again takes one step.
            for (var on = start; on != end;)
                (next[on], on) = (end, next[on]);
            basins[At(end)] = basins.GetValueOrDefault(At(end)) + 1;
        }

        return basins;
    }
}
