using MathNet.Numerics;

namespace Entente.Studies.Survival;

/// <summary>A test whose statistic has a chi-square distribution where nothing is to be found.</summary>
/// <param name="ChiSquare">The statistic; NaN where there is none.</param>
/// <param name="Freedom">Its degrees of freedom.</param>
public readonly record struct ChiSquareTest(double ChiSquare, int Freedom)
{
    /// <summary>There is nothing to test.</summary>
    public static ChiSquareTest None { get; } = new(double.NaN, 0);

    /// <summary>Chance of such a statistic, or a larger one, where nothing is to be found; NaN where there is none.</summary>
    public double P => double.IsNaN(ChiSquare) || Freedom == 0 ? double.NaN : Chance(ChiSquare, Freedom);

    /// <summary>Chance of a chi-square so large or larger.</summary>
    internal static double Chance(double chiSquare, int freedom) =>
        chiSquare <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(freedom / 2.0, chiSquare / 2);
}
