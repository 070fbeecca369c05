using Entente.Randomness;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Entente.Studies.Sensitivity;

/// <summary>An estimate with its interval.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
public readonly record struct Estimate(double Value, double Low, double High)
{
    /// <summary>Student's t interval for the mean of independent values; the whole line with fewer than two.</summary>
    public static Estimate OfMean(IReadOnlyCollection<double> values, double confidence = 0.95)
    {
        var mean = values.Mean();
        if (values.Count < 2)
            return new Estimate(mean, double.NegativeInfinity, double.PositiveInfinity);
        var half = StudentT.InvCDF(0, 1, values.Count - 1, 0.5 + confidence / 2) * Math.Sqrt(values.Variance() / values.Count);
        return new Estimate(mean, mean - half, mean + half);
    }

    /// <summary>Probability of a mean at least so far from 0 if it is 0: two-sided t test. 1 where nothing varies about 0, 0 where nothing varies elsewhere.</summary>
    public static double PValue(IReadOnlyCollection<double> values)
    {
        var (mean, error) = (values.Mean(), Math.Sqrt(values.Variance() / values.Count));
        if (!(error > 0))
            return mean == 0 ? 1 : values.Count < 2 ? double.NaN : 0;
        return 2 * StudentT.CDF(0, 1, values.Count - 1, -Math.Abs(mean / error));
    }
}

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
