namespace Entente.Studies.Sensitivity;

/// <summary>Probabilities of error adjusted for how many statements are made at once. NaN stays NaN and does not count.</summary>
public static class Multiplicity
{
    /// <summary>Holm's (1979, Scandinavian Journal of Statistics 6(2)): keeps the chance of any wrong statement.</summary>
    public static double[] Holm(IReadOnlyList<double> p) => Adjusted(p, ascending: true, (value, rank, count) => value * (count - rank));

    /// <summary>Benjamini and Hochberg's (1995, Journal of the Royal Statistical Society B 57(1)): keeps the share of wrong statements among those made.</summary>
    public static double[] BenjaminiHochberg(IReadOnlyList<double> p) => Adjusted(p, ascending: false, (value, rank, count) => value * count / (rank + 1));

    /// <summary>Steps through the ordered values, down or up, so that none is adjusted to less than one before it, or more.</summary>
    private static double[] Adjusted(IReadOnlyList<double> p, bool ascending, Func<double, int, int, double> adjust)
    {
        ArgumentNullException.ThrowIfNull(p);
        var order = Enumerable.Range(0, p.Count).Where(i => !double.IsNaN(p[i])).OrderBy(i => p[i]).ToArray();
        var adjusted = Enumerable.Repeat(double.NaN, p.Count).ToArray();
        var bound = ascending ? 0.0 : 1.0;
        foreach (var rank in ascending ? Enumerable.Range(0, order.Length) : Enumerable.Range(0, order.Length).Reverse())
        {
            var value = Math.Min(1, adjust(p[order[rank]], rank, order.Length));
            bound = ascending ? Math.Max(bound, value) : Math.Min(bound, value);
            adjusted[order[rank]] = bound;
        }

        return adjusted;
    }
}
