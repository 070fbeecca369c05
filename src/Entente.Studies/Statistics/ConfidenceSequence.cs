using MathNet.Numerics.Statistics;

namespace Entente.Studies.Statistics;

/// <summary>
/// Confidence sequences for a mean: intervals that all hold at once, however often one looks and whenever one stops. These are the
/// normal-mixture intervals for unknown variance (after Lai 1976, Annals of Statistics 4(2); Wang and Ramdas 2025, Sequential Analysis
/// 44(1), arXiv 2310.03722): exact for normal values of any variance. As the number of values grows they become the asymptotic confidence
/// sequences of Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas (2024, Annals of Statistics 52(6), arXiv 2103.06476), which need
/// finite variance only.
/// </summary>
/// <remarks>
/// After n values with mean m and variance s^2: m +- s sqrt((n - 1)(k - 1) / (n (1 - k / g))), with g = 1 + n rho^2 and
/// k = (g / alpha^2)^(1/n); the whole line while k >= g. It is where the Bayes factor against the mean, with a normal mixture of
/// variance rho^2 over standardised effects and the invariant prior over the variance, stays under 1 / alpha; that factor is a
/// martingale under the mean (Hendriksen, de Heide and Grünwald 2021, Bayesian Analysis 16(3)), so Ville's inequality bounds the chance that it
/// ever gets there.
/// </remarks>
public static class ConfidenceSequence
{
    /// <summary>The number of values at which intervals are about as narrow as this kind gets.</summary>
    public const int TunedTo = 100;

    /// <summary>Half the width of the interval.</summary>
    /// <param name="count">Number of values so far.</param>
    /// <param name="variance">Their variance, with n - 1 in the denominator.</param>
    /// <param name="alpha">Probability that any of the intervals misses the mean, above 0 and below 1.</param>
    public static double HalfWidth(int count, double variance, double alpha)
    {
        if (count < 2)
            return double.PositiveInfinity;
        var g = 1 + count * MixtureVariance(alpha);
        var k = Math.Pow(g / (alpha * alpha), 1.0 / count);
        return k >= g
            ? double.PositiveInfinity
            : Math.Sqrt(variance * (count - 1) * (k - 1) / (count * (1 - k / g)));
    }

    /// <summary>The interval after some values; the whole line where there are too few.</summary>
    /// <param name="values">The values.</param>
    /// <param name="alpha">Probability that any of the intervals misses the mean, above 0 and below 1.</param>
    public static (double Mean, double Low, double High) Interval(IReadOnlyCollection<double> values, double alpha)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0)
            return (double.NaN, double.NegativeInfinity, double.PositiveInfinity);
        var mean = values.Mean();
        var half = HalfWidth(values.Count, values.Count < 2 ? 0 : values.Variance(), alpha);
        return (mean, mean - half, mean + half);
    }

    /// <summary>rho^2 = (-2 log alpha + log(1 - 2 log alpha)) / n for the n it is tuned to (Waudby-Smith et al. 2024, appendix B.2).</summary>
    public static double MixtureVariance(double alpha)
    {
        var surprise = -2 * Math.Log(alpha);
        return (surprise + Math.Log(1 + surprise)) / TunedTo;
    }
}
