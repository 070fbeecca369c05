using Entente.Studies.Statistics;
using MathNet.Numerics.Statistics;

namespace Entente.Studies.Comparisons;

/// <summary>How far a comparison got.</summary>
public enum ContrastState
{
    /// <summary>The difference is known to the precision asked.</summary>
    Known,
    /// <summary>The difference is smaller than the precision asked.</summary>
    Small,
    /// <summary>Neither, so far.</summary>
    Open,
}

/// <summary>What is known of the difference between an arm and the reference.</summary>
public sealed record Contrast
{
    /// <summary>The arm.</summary>
    public required string Arm { get; init; }
    /// <summary>How far it got.</summary>
    public required ContrastState State { get; init; }
    /// <summary>Pairs of worlds: replications in which the outcome exists in both arms.</summary>
    public required int Pairs { get; init; }
    /// <summary>Replications left out because it does not.</summary>
    public required int LeftOut { get; init; }
    /// <summary>The amount to which the difference is to be known.</summary>
    public required double Within { get; init; }
    /// <summary>Mean difference, the arm less the reference, with the interval that holds whenever one looks.</summary>
    public required Estimate Difference { get; init; }
    /// <summary>About how many pairs would decide; null where that is decided, or no number would.</summary>
    public required int? Needed { get; init; }
    /// <summary>Student's t interval, valid for a number of replications fixed beforehand.</summary>
    public required Estimate Fixed { get; init; }
    /// <summary>Percentile bootstrap interval, valid for a number of replications fixed beforehand.</summary>
    public required Estimate Bootstrapped { get; init; }
    /// <summary>Variance of the difference of independent worlds over that of twin worlds: so many times as many independent replications would be needed.</summary>
    public required double Reduction { get; init; }
    /// <summary>Cohen's d of the paired differences: their mean over their standard deviation.</summary>
    public required double Effect { get; init; }
    /// <summary>Share of worlds in which the arm has more, with Wilson's interval.</summary>
    public required Estimate ShareMore { get; init; }
    /// <summary>Months in which twin worlds first differ: least, median and greatest; null where none ever do.</summary>
    public required (int First, double Median, int Last)? Diverged { get; init; }

    private const int MostNeeded = 100_000_000;

    /// <summary>Looks at the pairs so far.</summary>
    /// <param name="arm">The arm.</param>
    /// <param name="reference">Values of the reference, by replication.</param>
    /// <param name="other">Values of the arm.</param>
    /// <param name="diverged">First months in which the two differ, by replication.</param>
    /// <param name="precision">How well the difference is to be known.</param>
    /// <param name="alpha">Probability that any interval, of the difference or of the reference's mean, ever misses.</param>
    /// <param name="seed">Draws for the bootstrap.</param>
    public static Contrast Look(
        string arm, IReadOnlyList<double> reference, IReadOnlyList<double> other, IReadOnlyList<int?> diverged, Precision precision, double alpha, uint seed)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(precision);
        var pairs = reference.Zip(other).Where(pair => !double.IsNaN(pair.First) && !double.IsNaN(pair.Second)).ToArray();
        double[] differences = [.. pairs.Select(pair => pair.Second - pair.First)];

        // Half of the error goes to the mean that a share is taken of, where one is.
        var own = precision.Relative ? alpha / 2 : alpha;
        var (mean, low, high) = ConfidenceSequence.Interval(differences, own);
        var within = precision.Amount([.. pairs.Select(pair => pair.First)], own);
        var state = (high - low) / 2 <= within && within > 0 ? ContrastState.Known : ContrastState.Open;
        if (low > -within && high < within)
            state = ContrastState.Small;
        var (variance, plain) = (differences.Variance(), pairs.Select(pair => pair.First).Variance() + pairs.Select(pair => pair.Second).Variance());
        var more = differences.Count(difference => difference > 0);
        var wilson = Proportion.Wilson(more, differences.Length, 0.95);
        var months = diverged.OfType<int>().Select(month => (double)month).ToArray();
        return new Contrast
        {
            Arm = arm,
            State = state,
            Pairs = differences.Length,
            LeftOut = reference.Count - differences.Length,
            Within = within,
            Difference = new Estimate(mean, low, high),
            Needed = state == ContrastState.Open ? NeededFor(mean, variance, within, own) : null,
            Fixed = differences.Length == 0 ? Estimate.None : Estimate.OfMean(differences),
            Bootstrapped = differences.Length < 2 ? Estimate.None : Resampled(differences, seed),
            Reduction = variance > 0 ? plain / variance : double.NaN,
            Effect = variance > 0 ? mean / Math.Sqrt(variance) : double.NaN,
            ShareMore = new Estimate((double)more / differences.Length, wilson.Low, wilson.High),
            Diverged = months.Length == 0 ? null : ((int)months.Min(), months.Median(), (int)months.Max()),
        };
    }

    /// <summary>Pairs after which an interval is no wider than asked, or a difference is shown to be small; null where no number would do.</summary>
    public static int? NeededFor(double mean, double variance, double within, double alpha)
    {
        bool Decided(int count)
        {
            var half = ConfidenceSequence.HalfWidth(count, variance, alpha);
            return half <= within || Math.Abs(mean) + half < within;
        }

        if (!(within > 0) || !Decided(MostNeeded))
            return null;
        var (low, high) = (2, MostNeeded);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            (low, high) = Decided(middle) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private static Estimate Resampled(double[] differences, uint seed)
    {
        var (low, high) = Bootstrap.Intervals(differences.Length, seed, times =>
            [differences.Select((difference, i) => times[i] * difference).Sum() / differences.Length])[0];
        return new Estimate(differences.Mean(), low, high);
    }
}
