using MathNet.Numerics.Distributions;

namespace Entente.Studies.Statistics;

/// <summary>Intervals for a proportion.</summary>
public static class Proportion
{
    /// <summary>Wilson's score interval (1927): keeps its level for small counts and shares near 0 and 1. NaN without trials.</summary>
    /// <param name="hits">Successes.</param>
    /// <param name="of">Trials.</param>
    /// <param name="confidence">Level, 0 to 1.</param>
    public static (double Low, double High) Wilson(long hits, long of, double confidence)
    {
        if (of == 0)
            return (double.NaN, double.NaN);
        var z = Normal.InvCDF(0, 1, (1 + confidence) / 2);
        var (n, share) = ((double)of, (double)hits / of);
        var centre = (share + z * z / (2 * n)) / (1 + z * z / n);
        var half = z / (1 + z * z / n) * Math.Sqrt(share * (1 - share) / n + z * z / (4 * n * n));
        return (Math.Max(0, centre - half), Math.Min(1, centre + half));
    }
}
