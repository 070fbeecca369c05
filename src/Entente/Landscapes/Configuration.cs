namespace Entente.Landscapes;

/// <summary>Who stands on which of two sides: a bit for each actor, 0 for the first side and 1 for the second.</summary>
/// <param name="Bits">The lowest bit is that of the actor named first; bits beyond the last actor are 0.</param>
public readonly record struct Configuration(ulong Bits)
{
    /// <summary>The side of an actor: 0 or 1.</summary>
    public int SideOf(int actor) => (int)(Bits >> actor & 1);

    /// <summary>The same with one actor on the other side.</summary>
    public Configuration Moved(int actor) => new(Bits ^ 1UL << actor);

    /// <summary>
    /// The one configuration of two that differ only in the names of the sides which has the actor named first on the first side.
    /// </summary>
    /// <param name="actors">How many actors there are, 1 to 64.</param>
    public Configuration Canonical(int actors) => (Bits & 1) == 0 ? this : new(~Bits & ulong.MaxValue >> 64 - actors);
}
