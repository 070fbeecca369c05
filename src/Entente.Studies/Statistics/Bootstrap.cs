using Entente.Randomness;
using MathNet.Numerics.Statistics;

namespace Entente.Studies.Statistics;

/// <summary>Percentile intervals by drawing the units of a sample again (Efron 1979). The same seed gives the same intervals.</summary>
internal static class Bootstrap
{
    public const int Draws = 500;
    private const uint NoReplication = uint.MaxValue;

    /// <summary>The 95% intervals of several statistics of the same units.</summary>
    /// <param name="units">How many units.</param>
    /// <param name="seed">Draws them.</param>
    /// <param name="statistics">The statistics of some units, given by how often each counts.</param>
    public static (double Low, double High)[] Intervals(int units, uint seed, Func<int[], double[]> statistics)
    {
        var draws = new Draws(seed, NoReplication);
        var values = new List<double[]>(Draws);
        for (var draw = 0; draw < Draws; draw++)
        {
            var luck = draws.At(Process.Bootstrap, 0, draw);
            var times = new int[units];
            for (var i = 0; i < units; i++)
                times[luck.Below(units)]++;
            values.Add(statistics(times));
        }

        return [.. Enumerable.Range(0, values[0].Length).Select(i =>
        {
            var sorted = values.Select(value => value[i]).Order().ToArray();
            return (SortedArrayStatistics.Quantile(sorted, 0.025), SortedArrayStatistics.Quantile(sorted, 0.975));
        })];
    }
}
