namespace Entente.Studies.Statistics;

/// <summary>What differs by no more than the order in which numbers were added up.</summary>
internal static class Rounding
{
    private const double Most = 1e-13;

    /// <summary>Whether two numbers are the same but for rounding.</summary>
    public static bool Alike(double one, double other) => Math.Abs(one - other) <= Most * Math.Max(Math.Abs(one), Math.Abs(other));
}
