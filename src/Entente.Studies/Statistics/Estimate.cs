using MathNet.Numerics.Statistics;

namespace Entente.Studies.Statistics;

/// <summary>An estimate with its interval.</summary>
/// <param name="Value">The estimate; NaN where there is none.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
public readonly record struct Estimate(double Value, double Low, double High)
{
    /// <summary>Nothing is known.</summary>
    public static Estimate None { get; } = new(double.NaN, double.NaN, double.NaN);

    /// <summary>Student's t interval for the mean of independent values; the whole line with fewer than two, or where all are the same.</summary>
    public static Estimate OfMean(IReadOnlyCollection<double> values, double confidence = 0.95)
    {
        var mean = values.Mean();
        if (values.Count < 2 || Rounding.Alike(values.Min(), values.Max()))
            return new Estimate(mean, double.NegativeInfinity, double.PositiveInfinity);
        var half = Student.Quantile((1 - confidence) / 2, values.Count - 1) * Math.Sqrt(values.Variance() / values.Count);
        return new Estimate(mean, mean - half, mean + half);
    }

    /// <summary>
    /// Probability of a mean at least so far from 0 if it is 0: two-sided t test; where all values are the same, that of the sign test. NaN with fewer
    /// than two.
    /// </summary>
    public static double PValue(IReadOnlyCollection<double> values)
    {
        var (mean, error) = (values.Mean(), Math.Sqrt(values.Variance() / values.Count));
        if (values.Count < 2)
            return double.NaN;
        if (Rounding.Alike(values.Min(), values.Max()))
            return mean == 0 ? 1 : ChanceToAgree(values.Count);
        return 2 * Student.Tail(Math.Abs(mean / error), values.Count - 1);
    }

    /// <summary>Probability that so many values, each as likely above 0 as below, all lie on one side of it.</summary>
    internal static double ChanceToAgree(int count) => Math.Pow(2, 1 - count);
}
