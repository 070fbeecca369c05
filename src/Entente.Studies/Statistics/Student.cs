using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Entente.Studies.Statistics;

/// <summary>
/// Student's t distribution by its upper tail, which keeps its digits however small it is. MathNet looks for quantiles between -800 and 800 and to
/// twelve decimals of the probability: with few degrees of freedom it finds none where many intervals are to hold at once.
/// </summary>
public static class Student
{
    // Here the first term left out of the expansion about the normal quantile is below the last digit.
    private const double NearlyNormal = 1e4;

    /// <summary>The probability of more than some value.</summary>
    /// <param name="t">The value, 0 or more.</param>
    /// <param name="freedom">Degrees of freedom, above 0; need not be whole.</param>
    public static double Tail(double t, double freedom) =>
        double.IsNaN(t) || double.IsNaN(freedom) ? double.NaN : SpecialFunctions.BetaRegularized(freedom / 2, 0.5, 1 / (1 + (t / freedom * t))) / 2;

    /// <summary>The value that is exceeded with some probability: 12.706 for 0.025 and one degree of freedom. NaN if either is.</summary>
    /// <param name="tail">The probability, above 0 and at most one half.</param>
    /// <param name="freedom">Degrees of freedom, above 0; need not be whole.</param>
    public static double Quantile(double tail, double freedom) => freedom switch
    {
        double.NaN => double.NaN,
        _ when double.IsNaN(tail) => double.NaN,
        _ when tail == 0.5 => 0,
        1 => 1 / Math.Tan(Math.PI * tail),
        2 => (1 - (2 * tail)) / Math.Sqrt(2 * tail * (1 - tail)),
        >= NearlyNormal => Expanded(-Normal.InvCDF(0, 1, tail), freedom),
        _ => Solved(tail, freedom),
    };

    /// <summary>The expansion of Cornish and Fisher (Abramowitz and Stegun 1964, 26.7.5).</summary>
    private static double Expanded(double z, double freedom)
    {
        var square = z * z;
        return z * (1 + ((square + 1) / 4 / freedom)
            + (((5 * square + 16) * square + 3) / 96 / freedom / freedom)
            + ((((3 * square + 19) * square + 17) * square - 15) / 384 / freedom / freedom / freedom));
    }

    /// <summary>Newton's method on logarithms: the tail is concave in them, so that it comes down to the solution from wherever it starts.</summary>
    private static double Solved(double tail, double freedom)
    {
        var density = Math.Exp(SpecialFunctions.GammaLn((freedom + 1) / 2) - SpecialFunctions.GammaLn(freedom / 2)) / Math.Sqrt(freedom * Math.PI);
        var t = -Normal.InvCDF(0, 1, tail);
        for (var step = double.PositiveInfinity; Math.Abs(step) > 1e-15;)
        {
            var beyond = Tail(t, freedom);
            var slope = t * density * Math.Pow(1 + (t / freedom * t), -(freedom + 1) / 2) / beyond;
            var next = Math.Log(beyond / tail) / slope;
            // Once it comes down, a step up is rounding.
            if (next >= 0 && step < 0)
                break;
            step = next;
            t *= Math.Exp(step);
        }

        return t;
    }
}
