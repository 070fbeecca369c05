using Entente.Studies.Statistics;
using MathNet.Numerics.Statistics;

namespace Entente.Studies.Sensitivity;

/// <summary>
/// Spearman's rank correlation, ties sharing their mean rank, with the interval of Fisher's z and the standard error of Bonett and Wright (2000,
/// Psychometrika 65(1)): sqrt((1 + r^2 / 2) / (n - 3)). Interval and test from ten pairs on: with fewer they hold too seldom.
/// </summary>
/// <param name="Size">The correlation; NaN where one of the two does not vary. No interval where order follows order throughout.</param>
/// <param name="PValue">Two-sided probability of one at least as far from 0 if there is none, by Student's t; NaN where there is no test.</param>
public sealed record RankCorrelation(Estimate Size, double PValue)
{
    /// <summary>Pairs that an interval takes.</summary>
    public const int LeastPairs = 10;

    private const double Normal95 = 1.959963984540054;

    /// <summary>The correlation of pairs.</summary>
    /// <param name="x">First of each pair.</param>
    /// <param name="y">Second of each pair.</param>
    public static RankCorrelation Of(double[] x, double[] y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Length < 3 || Means.AreSame(x) || Means.AreSame(y))
            return new RankCorrelation(Estimate.None, double.NaN);
        var r = Math.Clamp(Correlation.Spearman(x, y), -1, 1);
        if (x.Length < LeastPairs)
            return new RankCorrelation(new Estimate(r, double.NaN, double.NaN), double.NaN);
        if (1 - Math.Abs(r) < 1e-12)
            return new RankCorrelation(new Estimate(Math.Sign(r), double.NaN, double.NaN), 0);
        var half = Normal95 * Math.Sqrt((1 + r * r / 2) / (x.Length - 3));
        var p = 2 * Student.Tail(Math.Abs(r) * Math.Sqrt((x.Length - 2) / (1 - r * r)), x.Length - 2);
        return new RankCorrelation(new Estimate(r, Math.Tanh(Math.Atanh(r) - half), Math.Tanh(Math.Atanh(r) + half)), p);
    }
}
