using Entente.Studies.Statistics;

namespace Entente.Studies.Comparisons;

/// <summary>How well a difference is to be known: to so much, or to a share of the reference arm's mean.</summary>
/// <param name="Value">The amount, or the share; above 0.</param>
/// <param name="Relative">Whether it is a share.</param>
public sealed record Precision(double Value, bool Relative)
{
    /// <summary>
    /// The amount. A share is taken of the least size of the mean that its own confidence sequence leaves open, so that what is said of the share holds although
    /// the mean is estimated; that sequence has a part of the error of its own.
    /// </summary>
    /// <param name="reference">Values of the reference arm so far.</param>
    /// <param name="alpha">Probability that the mean is ever missed.</param>
    public double Amount(IReadOnlyCollection<double> reference, double alpha)
    {
        if (!Relative)
            return Value;
        var (_, low, high) = ConfidenceSequence.Interval(reference, alpha);
        return Value * (low > 0 ? low : high < 0 ? -high : 0);
    }
}
