using Entente.Studies.Statistics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Entente.Studies.Sensitivity;

/// <summary>Means of independent values, with intervals and tests only where there is something to reckon them from.</summary>
internal static class Means
{
    // Beyond this a difference between two numbers is one of rounding.
    private const double Rounding = 1e-12;

    /// <summary>Student's t interval for the mean; none of fewer values than asked, or where all are the same: how much they would vary is not known then.</summary>
    public static Estimate Of(IReadOnlyCollection<double> values, int least = 2) =>
        values.Count < least || AreSame(values) ? new Estimate(values.Mean(), double.NaN, double.NaN) : Estimate.OfMean(values);

    /// <summary>
    /// Two-sided probability of a mean at least so far from 0 if it is 0: Student's t test. Where all values are the same, the sign test: 2^(1 - n), and
    /// 1 where they are 0. NaN for fewer than two.
    /// </summary>
    public static double PValue(IReadOnlyCollection<double> values)
    {
        if (values.Count < 2)
            return double.NaN;
        var mean = values.Mean();
        return AreSame(values)
            ? mean == 0 ? 1 : Math.Pow(2, 1 - values.Count)
            : 2 * StudentT.CDF(0, 1, values.Count - 1, -Math.Abs(mean / Math.Sqrt(values.Variance() / values.Count)));
    }

    /// <summary>Whether all values are the same, but for rounding.</summary>
    public static bool AreSame(IReadOnlyCollection<double> values) => values.Max() - values.Min() <= Rounding * values.Max(Math.Abs);
}
