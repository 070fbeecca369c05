using Entente.Studies.Statistics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Entente.Studies.Comparisons;

/// <summary>How many replications a difference takes.</summary>
/// <param name="Difference">The difference.</param>
/// <param name="Share">The same as a share of the reference's mean.</param>
/// <param name="Anytime">Pairs after which the interval that holds whenever one looks is no wider than it on either side.</param>
/// <param name="Power80">Pairs of a t test, their number fixed beforehand, that find it with a chance of 80%.</param>
/// <param name="Power90">The same with a chance of 90%.</param>
public sealed record PowerLine(double Difference, double Share, int? Anytime, int? Power80, int? Power90);

/// <summary>Power analysis from a pilot: how many replications answer which difference.</summary>
public static class PowerPlan
{
    private static readonly double[] Shares = [0.0025, 0.005, 0.01, 0.02, 0.05];
    private const int Most = 100_000_000;

    /// <summary>A line for each of some usual differences, and for the one asked.</summary>
    /// <param name="reference">Values of the reference arm in the pilot.</param>
    /// <param name="other">Values of the other arm.</param>
    /// <param name="asked">The precision asked.</param>
    /// <param name="alpha">Probability of error.</param>
    public static IReadOnlyList<PowerLine> Of(IReadOnlyList<double> reference, IReadOnlyList<double> other, Precision asked, double alpha)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var pairs = reference.Zip(other).Where(pair => !double.IsNaN(pair.First) && !double.IsNaN(pair.Second)).ToArray();
        var (mean, variance) = (Math.Abs(pairs.Select(pair => pair.First).Mean()), pairs.Select(pair => pair.Second - pair.First).Variance());
        var shares = asked.Relative ? Shares.Append(asked.Value) : Shares.Append(asked.Value / mean);
        return [.. shares.Distinct().Order().Select(share => new PowerLine(
            share * mean, share, Contrast.NeededFor(double.PositiveInfinity, variance, share * mean, asked.Relative ? alpha / 2 : alpha),
            Pairs(share * mean / Math.Sqrt(variance), alpha, 0.8), Pairs(share * mean / Math.Sqrt(variance), alpha, 0.9)))];
    }

    /// <summary>The fewest pairs with which a two-sided t test finds a standardised difference with some power; null where none do.</summary>
    public static int? Pairs(double effect, double alpha, double power)
    {
        if (!(effect > 0) || Power(effect, Most, alpha) < power)
            return null;
        var (low, high) = (2, Most);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            (low, high) = Power(effect, middle, alpha) >= power ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>Power of a two-sided paired t test: the noncentral t by integrating over the chi of the sample's deviation.</summary>
    public static double Power(double effect, int pairs, double alpha)
    {
        var (freedom, shift) = (pairs - 1.0, effect * Math.Sqrt(pairs));
        var critical = Student.Quantile(alpha / 2, freedom);

        // P(|Z + shift| > critical s), s^2 chi-square over its degrees of freedom: means over equal slices of its distribution.
        const int slices = 400;
        var power = 0.0;
        for (var i = 0; i < slices; i++)
        {
            var s = Math.Sqrt(freedom > 1e5 ? 1 : ChiSquared.InvCDF(freedom, (i + 0.5) / slices) / freedom);
            power += Normal.CDF(0, 1, shift - critical * s) + Normal.CDF(0, 1, -shift - critical * s);
        }

        return power / slices;
    }
}
