using Entente.Studies.Statistics;

namespace Entente.Studies.Sensitivity;

/// <summary>An effect of a two-level factorial.</summary>
/// <param name="Factors">The factor, or the two that interact, from 0.</param>
/// <param name="Size">Mean outcome where the product of their levels is high minus where it is low; without an interval with one replication, or where all replications agree.</param>
/// <param name="PValue">Two-sided, by replication; NaN with one.</param>
/// <param name="Adjusted">The same adjusted for the number of effects (Holm).</param>
public sealed record FactorialEffect(IReadOnlyList<int> Factors, Estimate Size, double PValue, double Adjusted);

/// <summary>
/// Main effects and interactions of two in a two-level factorial or a regular fraction (Box, Hunter and Hunter 2005). Each replication gives each effect
/// once, all points in the same world, so that intervals are those of paired differences.
/// </summary>
public static class FactorialEffects
{
    /// <summary>The effects: main effects first, then pairs, in the order of the factors.</summary>
    /// <param name="points">Levels, 0 or 1, by point and factor.</param>
    /// <param name="values">Outcomes by point and replication.</param>
    /// <param name="mainOnly">Whether to leave interactions out.</param>
    public static IReadOnlyList<FactorialEffect> Of(IReadOnlyList<int[]> points, double[][] values, bool mainOnly = false)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(values);
        var factors = points[0].Length;
        int[][] sets =
        [
            .. Enumerable.Range(0, factors).Select(factor => (int[])[factor]),
            .. mainOnly ? [] : Enumerable.Range(0, factors).SelectMany(one => Enumerable.Range(one + 1, factors - one - 1).Select(other => (int[])[one, other])),
        ];
        var byWorld = sets.Select(set => ByWorld(points, values, set)).ToArray();
        var p = byWorld.Select(effects => Estimate.PValue(effects)).ToArray();
        var adjusted = Multiplicity.Holm(p);
        return [.. sets.Select((set, i) => new FactorialEffect(set, Means.Of(byWorld[i]), p[i], adjusted[i]))];
    }

    private static double[] ByWorld(IReadOnlyList<int[]> points, double[][] values, int[] set)
    {
        var signs = points.Select(point => set.Aggregate(1, (sign, factor) => point[factor] == 1 ? sign : -sign)).ToArray();
        var effects = new double[values[0].Length];
        for (var world = 0; world < effects.Length; world++)
        {
            for (var point = 0; point < signs.Length; point++)
                effects[world] += signs[point] * values[point][world];
            effects[world] /= signs.Length / 2.0;
        }

        return effects;
    }
}
