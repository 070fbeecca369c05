using Entente.Randomness;

namespace Entente.Studies.Designs;

/// <summary>
/// Morris's design (1991, Technometrics 33(2)): trajectories through a grid of p levels, each of which moves every factor once, in random order, by
/// p / (2 (p - 1)) of its range, up or down; from one name to another, all as likely, where a factor has names, which no grid orders.
/// </summary>
public static class MorrisTrajectories
{
    private const uint NoReplication = uint.MaxValue;

    /// <summary>The points: trajectory by trajectory, factors + 1 each.</summary>
    /// <param name="trajectories">How many trajectories.</param>
    /// <param name="names">By factor: how many names it has, two or more, of which the points hold indices; 0 where it has an order.</param>
    /// <param name="levels">Levels of the grid, an even number.</param>
    /// <param name="seed">Draws starts, directions and orders.</param>
    public static double[][] Sample(int trajectories, IReadOnlyList<int> names, int levels, uint seed)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentOutOfRangeException.ThrowIfNotEqual(levels % 2, 0);
        var factors = names.Count;
        var draws = new Draws(seed, NoReplication);
        var (delta, half) = (levels / (2.0 * (levels - 1)), levels / 2);
        var points = new List<double[]>(trajectories * (factors + 1));
        for (var trajectory = 0; trajectory < trajectories; trajectory++)
        {
            var luck = draws.At(Process.Design, 1, trajectory);
            var (at, to, order) = (new double[factors], new double[factors], new int[factors]);
            for (var factor = 0; factor < factors; factor++)
            {
                if (names[factor] > 0)
                {
                    var name = luck.Below(names[factor]);
                    (at[factor], to[factor]) = (name, (name + 1 + luck.Below(names[factor] - 1)) % names[factor]);
                }
                else
                {
                    var low = luck.Below(half) / (levels - 1.0);
                    var high = Math.Min(1, low + delta);
                    (at[factor], to[factor]) = luck.Chance(0.5) ? (low, high) : (high, low);
                }

                var place = luck.Below(factor + 1);
                order[factor] = order[place];
                order[place] = factor;
            }

            points.Add([.. at]);
            foreach (var factor in order)
            {
                at[factor] = to[factor];
                points.Add([.. at]);
            }
        }

        return [.. points];
    }
}
