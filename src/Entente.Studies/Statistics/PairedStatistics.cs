using MathNet.Numerics.Statistics;

namespace Entente.Studies.Statistics;

/// <summary>What a comparison comes to.</summary>
public enum Verdict
{
    /// <summary>The interval lies above 0.</summary>
    Higher,
    /// <summary>The interval lies below 0.</summary>
    Lower,
    /// <summary>The interval holds 0; or there is only one pair, or the few there are have the same difference, and so no interval.</summary>
    Unclear,
    /// <summary>There is no pair.</summary>
    None,
    /// <summary>No pair differs at all.</summary>
    Same,
}

/// <summary>How one arm compares with a reference, replication by replication.</summary>
/// <param name="Pairs">Pairs used: replications in which both arms have a value.</param>
/// <param name="Difference">Mean difference, other less reference; NaN without pairs.</param>
/// <param name="Low">Lower end of the interval; NaN with fewer than two pairs, or where all have the same difference.</param>
/// <param name="High">Upper end of the interval; NaN with fewer than two pairs, or where all have the same difference.</param>
/// <param name="Narrowing">Width of the interval over that of Welch's, which ignores the pairs; NaN where that has none.</param>
/// <param name="Verdict">What it comes to.</param>
public sealed record PairedComparison(int Pairs, double Difference, double Low, double High, double Narrowing, Verdict Verdict);

/// <summary>
/// Contrasts between arms that share worlds: Student's t interval for the mean of the differences, and what pairing gained over
/// Welch's interval for two independent samples. Where all differences are the same there is no interval, and the sign test decides: at 95% they count from
/// six pairs on.
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

        var tally = new PairedTally();
        for (var i = 0; i < reference.Count; i++)
            tally.Add(reference[i], other[i]);
        return tally.Compare(confidence);
    }

    /// <summary>Half the width of Welch's interval for the difference of the means of two independent samples (Welch 1947).</summary>
    public static double WelchHalfWidth(IReadOnlyList<double> x, IReadOnlyList<double> y, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return WelchHalfWidth(new RunningStatistics(x), new RunningStatistics(y), confidence);
    }

    internal static double WelchHalfWidth(RunningStatistics x, RunningStatistics y, double confidence)
    {
        var ofX = x.Variance / x.Count;
        var ofY = y.Variance / y.Count;
        if (ofX + ofY == 0)
            return 0;
        // As shares of their sum: the squares of large variances overflow.
        var share = ofX / (ofX + ofY);
        var freedom = 1 / ((share * share / (x.Count - 1)) + ((1 - share) * (1 - share) / (y.Count - 1)));
        return Student.Quantile((1 - confidence) / 2, freedom) * Math.Sqrt(ofX + ofY);
    }
}
