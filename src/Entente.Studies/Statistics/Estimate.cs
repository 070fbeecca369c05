using MathNet.Numerics.Distributions;
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

    /// <summary>Student's t interval for the mean of independent values; the whole line with fewer than two.</summary>
    public static Estimate OfMean(IReadOnlyCollection<double> values, double confidence = 0.95)
    {
        var mean = values.Mean();
        if (values.Count < 2)
            return new Estimate(mean, double.NegativeInfinity, double.PositiveInfinity);
        var half = StudentT.InvCDF(0, 1, values.Count - 1, 0.5 + confidence / 2) * Math.Sqrt(values.Variance() / values.Count);
        return new Estimate(mean, mean - half, mean + half);
    }
}
