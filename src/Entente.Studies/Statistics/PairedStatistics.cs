using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Entente.Studies.Statistics;

/// <summary>What a comparison comes to.</summary>
public enum Verdict
{
    /// <summary>The interval lies above 0.</summary>
    Higher,
    /// <summary>The interval lies below 0.</summary>
    Lower,
    /// <summary>The interval holds 0, or there is only one pair and so no interval.</summary>
    Unclear,
    /// <summary>There is no pair.</summary>
    None,
    /// <summary>No pair differs at all.</summary>
    Same,
}

/// <summary>How one arm compares with a reference, replication by replication.</summary>
/// <param name="Pairs">Pairs used: replications in which both arms have a value.</param>
/// <param name="Difference">Mean difference, other less reference; NaN without pairs.</param>
/// <param name="Low">Lower end of the interval; NaN with fewer than two pairs.</param>
/// <param name="High">Upper end of the interval; NaN with fewer than two pairs.</param>
/// <param name="Narrowing">Width of the interval over that of Welch's, which ignores the pairs; NaN where that has none.</param>
/// <param name="Verdict">What it comes to.</param>
public sealed record PairedComparison(int Pairs, double Difference, double Low, double High, double Narrowing, Verdict Verdict);

/// <summary>
/// Contrasts between arms that share worlds: Student's t interval for the mean of the differences, and what pairing gained over
/// Welch's interval for two independent samples.
/// </summary>
public static class PairedStatistics
{
    /// <summary>Compares two arms.</summary>
    /// <param name="reference">Values of the reference, by replication.</param>
    /// <param name="other">Values of the other arm, in the same order; a pair with NaN in either is left out.</param>
    /// <param name="confidence">Confidence of the interval, above 0 and below 1.</param>
    /// <exception cref="ArgumentException">The two are not of one length.</exception>
    public static PairedComparison Compare(IReadOnlyList<double> reference, IReadOnlyList<double> other, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(other);
        if (reference.Count != other.Count)
            throw new ArgumentException($"{reference.Count} values cannot be paired with {other.Count}.", nameof(other));

        var pairs = reference.Zip(other).Where(pair => !double.IsNaN(pair.First) && !double.IsNaN(pair.Second)).ToArray();
        var differences = pairs.Select(pair => pair.Second - pair.First).ToArray();
        var mean = differences.Length == 0 ? double.NaN : differences.Average();
        if (differences.Length < 2)
            return new PairedComparison(differences.Length, mean, double.NaN, double.NaN, double.NaN,
                differences.Length == 0 ? Verdict.None : Verdict.Unclear);

        var half = Quantile(confidence, differences.Length - 1) * Math.Sqrt(differences.Variance() / differences.Length);
        var welch = WelchHalfWidth([.. pairs.Select(p => p.First)], [.. pairs.Select(p => p.Second)], confidence);
        return new PairedComparison(differences.Length, mean, mean - half, mean + half, welch > 0 ? half / welch : double.NaN,
            differences.All(difference => difference == 0) ? Verdict.Same
            : mean - half > 0 ? Verdict.Higher
            : mean + half < 0 ? Verdict.Lower
            : Verdict.Unclear);
    }

    /// <summary>Half the width of Welch's interval for the difference of the means of two independent samples (Welch 1947).</summary>
    public static double WelchHalfWidth(IReadOnlyList<double> x, IReadOnlyList<double> y, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var ofX = x.Variance() / x.Count;
        var ofY = y.Variance() / y.Count;
        if (ofX + ofY == 0)
            return 0;
        var freedom = (ofX + ofY) * (ofX + ofY) / (ofX * ofX / (x.Count - 1) + ofY * ofY / (y.Count - 1));
        return Quantile(confidence, freedom) * Math.Sqrt(ofX + ofY);
    }

    private static double Quantile(double confidence, double freedom) => StudentT.InvCDF(0, 1, freedom, 0.5 + confidence / 2);
}
