using MathNet.Numerics.Statistics;

namespace Entente.Studies.Statistics;

/// <summary>A paired comparison that takes pairs one by one and keeps none, for studies of any length.</summary>
public sealed class PairedTally
{
    private readonly RunningStatistics differences = new();
    private readonly RunningStatistics references = new();
    private readonly RunningStatistics others = new();

    /// <summary>Adds a pair; one with NaN in either is left out.</summary>
    public void Add(double reference, double other)
    {
        if (double.IsNaN(reference) || double.IsNaN(other))
            return;
        // Sums of the same numbers in another order are the same.
        differences.Push(Rounding.Alike(reference, other) ? 0 : other - reference);
        references.Push(reference);
        others.Push(other);
    }

    /// <summary>What the pairs so far come to.</summary>
    /// <param name="confidence">Confidence of the interval, above 0 and below 1.</param>
    public PairedComparison Compare(double confidence = 0.95)
    {
        var (pairs, mean) = ((int)differences.Count, differences.Mean);
        if (pairs < 2)
            return WithoutInterval(pairs == 0 ? Verdict.None : Verdict.Unclear);
        if (differences is { Minimum: 0, Maximum: 0 })
            return WithoutInterval(Verdict.Same);
        if (Rounding.Alike(differences.Minimum, differences.Maximum))
        {
            // Nothing varies that an interval could be drawn from; whether so many agree by luck the sign test tells.
            return WithoutInterval(Estimate.ChanceToAgree(pairs) > 1 - confidence ? Verdict.Unclear : mean > 0 ? Verdict.Higher : Verdict.Lower);
        }

        var half = Student.Quantile((1 - confidence) / 2, pairs - 1) * Math.Sqrt(differences.Variance / pairs);
        var welch = PairedStatistics.WelchHalfWidth(references, others, confidence);
        return new PairedComparison(pairs, mean, mean - half, mean + half, welch > 0 ? half / welch : double.NaN,
            mean - half > 0 ? Verdict.Higher
            : mean + half < 0 ? Verdict.Lower
            : Verdict.Unclear);

        PairedComparison WithoutInterval(Verdict verdict) => new(pairs, mean, double.NaN, double.NaN, double.NaN, verdict);
    }
}
