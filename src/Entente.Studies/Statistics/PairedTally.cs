using MathNet.Numerics.Statistics;

namespace Entente.Studies.Statistics;

/// <summary>A paired comparison that takes pairs one by one and keeps none, for studies of any length.</summary>
public sealed class PairedTally
{
    private readonly RunningStatistics differences = new();
    private readonly RunningStatistics references = new();
    private readonly RunningStatistics others = new();
    private bool differs;

    /// <summary>Adds a pair; one with NaN in either is left out.</summary>
    public void Add(double reference, double other)
    {
        if (double.IsNaN(reference) || double.IsNaN(other))
            return;
        differences.Push(other - reference);
        references.Push(reference);
        others.Push(other);
        differs |= other != reference;
    }

    /// <summary>What the pairs so far come to.</summary>
    /// <param name="confidence">Confidence of the interval, above 0 and below 1.</param>
    public PairedComparison Compare(double confidence = 0.95)
    {
        var (pairs, mean) = ((int)differences.Count, differences.Mean);
        if (pairs < 2)
            return new PairedComparison(pairs, mean, double.NaN, double.NaN, double.NaN, pairs == 0 ? Verdict.None : Verdict.Unclear);
        var half = PairedStatistics.Quantile(confidence, pairs - 1) * Math.Sqrt(differences.Variance / pairs);
        var welch = PairedStatistics.WelchHalfWidth(references, others, confidence);
        return new PairedComparison(pairs, mean, mean - half, mean + half, welch > 0 ? half / welch : double.NaN,
            !differs ? Verdict.Same
            : mean - half > 0 ? Verdict.Higher
            : mean + half < 0 ? Verdict.Lower
            : Verdict.Unclear);
    }
}
