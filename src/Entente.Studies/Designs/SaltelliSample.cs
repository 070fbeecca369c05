namespace Entente.Studies.Designs;

/// <summary>
/// Points for Sobol indices (Saltelli et al. 2010, Computer Physics Communications 181(2)): for each base sample a point A, one AB_i for each factor - A with
/// the factor's coordinate of B - and B, in this order. A and B are the halves of a shifted Sobol sequence of twice as many dimensions.
/// </summary>
public static class SaltelliSample
{
    /// <summary>Points of one base sample.</summary>
    public static int PointsOf(int factors) => factors + 2;

    /// <summary>All points.</summary>
    /// <param name="baseSamples">Base samples; best a power of 2.</param>
    /// <param name="factors">How many factors.</param>
    /// <param name="seed">Draws the shift.</param>
    public static double[][] Points(int baseSamples, int factors, uint seed) =>
    [
        .. SobolSequence.Points(baseSamples, 2 * factors, seed).SelectMany(both =>
        {
            var (a, b) = (both[..factors], both[factors..]);
            return (double[][])[a, .. Enumerable.Range(0, factors).Select(factor => With(a, factor, b[factor])), b];
        }),
    ];

    private static double[] With(double[] point, int factor, double value)
    {
        double[] changed = [.. point];
        changed[factor] = value;
        return changed;
    }
}
