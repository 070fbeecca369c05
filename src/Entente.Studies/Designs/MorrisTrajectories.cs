using Entente.Randomness;

namespace Entente.Studies.Designs;

/// <summary>
/// Morris's design (1991, Technometrics 33(2)): trajectories through a grid of p levels, each of which moves every factor once, in random order, by
/// p / (2 (p - 1)) of its range, up or down.
/// </summary>
public static class MorrisTrajectories
{
    private const uint NoReplication = uint.MaxValue;

    /// <summary>The points: trajectory by trajectory, factors + 1 each.</summary>
    /// <param name="trajectories">How many trajectories.</param>
    /// <param name="factors">How many factors.</param>
    /// <param name="levels">Levels of the grid, an even number.</param>
    /// <param name="seed">Draws starts, directions and orders.</param>
    public static double[][] Sample(int trajectories, int factors, int levels, uint seed)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(levels % 2, 0);
        var draws = new Draws(seed, NoReplication);
        var (delta, half) = (levels / (2.0 * (levels - 1)), levels / 2);
        var points = new List<double[]>(trajectories * (factors + 1));
        for (var trajectory = 0; trajectory < trajectories; trajectory++)
        {
            var luck = draws.At(Process.Design, 1, trajectory);
            var (at, step, order) = (new double[factors], new double[factors], new int[factors]);
            for (var factor = 0; factor < factors; factor++)
            {
                var low = luck.Below(half) / (levels - 1.0);
                var up = luck.Chance(0.5);
                (at[factor], step[factor]) = up ? (low, delta) : (low + delta, -delta);
                var place = luck.Below(factor + 1);
                order[factor] = order[place];
                order[place] = factor;
            }

            points.Add([.. at]);
            foreach (var factor in order)
            {
                at[factor] = Math.Clamp(at[factor] + step[factor], 0, 1);
                points.Add([.. at]);
            }
        }

        return [.. points];
    }
}
