namespace Entente.Observation;

/// <summary>The Gini index of inequality.</summary>
public static class Gini
{
    /// <summary>Gini index of amounts of 0 or more: 0 = all equal, (n - 1) / n = one has all; NaN where there is nothing to share.</summary>
    public static double Of(IEnumerable<double> amounts)
    {
        var sorted = amounts.Order().ToArray();
        double total = 0, weighted = 0;
        for (var rank = 0; rank < sorted.Length; rank++)
        {
            total += sorted[rank];
            weighted += (2 * (rank + 1) - sorted.Length - 1) * sorted[rank];
        }

        return total > 0 ? weighted / (sorted.Length * total) : double.NaN;
    }
}
