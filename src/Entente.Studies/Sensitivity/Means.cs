using Entente.Studies.Statistics;
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

    /// <summary>Whether all values are the same, but for rounding.</summary>
    public static bool AreSame(IReadOnlyCollection<double> values) => values.Max() - values.Min() <= Rounding * values.Max(Math.Abs);
}
