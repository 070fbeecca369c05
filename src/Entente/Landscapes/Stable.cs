namespace Entente.Landscapes;

/// <summary>A configuration in which nobody moves.</summary>
/// <param name="Configuration">Who stands where; the actor named first on the first side.</param>
/// <param name="Energy">Its energy, a local minimum.</param>
/// <param name="Basin">How many of the configurations that were tried lead to it by steepest descent, itself included.</param>
public readonly record struct Stable(Configuration Configuration, double Energy, long Basin);

/// <summary>What is known of the stable configurations of a landscape, lowest energy first, then largest basin.</summary>
/// <param name="Stable">The stable configurations that were found.</param>
/// <param name="Tried">How many configurations descent started from.</param>
/// <param name="Complete">Whether that was every one, so that no stable configuration is missing.</param>
public sealed record Survey(IReadOnlyList<Stable> Stable, long Tried, bool Complete)
{
    /// <summary>The share of the configurations tried that lead to a stable one: exact where complete, an estimate elsewhere.</summary>
    public double ShareOf(Stable stable) => (double)stable.Basin / Tried;

    internal static Survey Of(Landscape landscape, IEnumerable<KeyValuePair<Configuration, long>> basins, long tried, bool complete)
    {
        var found = basins.Select(basin => (landscape.Rank(basin.Key), basin.Value, basin.Key)).ToArray();
        Array.Sort(found, (one, other) => (one.Item1, -one.Value, one.Key.Bits).CompareTo((other.Item1, -other.Value, other.Key.Bits)));
        return new(Array.ConvertAll(found, f => new Stable(f.Key, landscape.Energy(f.Key), f.Value)), tried, complete);
    }
}
