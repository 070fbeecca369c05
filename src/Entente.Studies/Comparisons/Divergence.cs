using Entente.Observation;

namespace Entente.Studies.Comparisons;

/// <summary>When twin worlds part: the same replication of two arms, the same firms and the same luck.</summary>
public static class Divergence
{
    /// <summary>The first month in which anything observed of the two differs, a monthly number or an event; null where nothing ever does.</summary>
    public static int? Month(Recording one, Recording other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        int?[] months = [First(one.Months, other.Months, row => row.Month), First(one.Events, other.Events, row => row.Month)];
        return months.Min();
    }

    private static int? First<T>(IReadOnlyList<T> one, IReadOnlyList<T> other, Func<T, int> month)
    {
        var common = Math.Min(one.Count, other.Count);
        for (var i = 0; i < common; i++)
            if (!EqualityComparer<T>.Default.Equals(one[i], other[i]))
                return Math.Min(month(one[i]), month(other[i]));
        return one.Count == other.Count ? null : month((one.Count > common ? one : other)[common]);
    }
}
