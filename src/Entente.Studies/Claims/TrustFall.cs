using Entente.Observation;

namespace Entente.Studies.Claims;

/// <summary>A fall of mean trust over a run, and how long it took to come back.</summary>
/// <param name="Fall">Months from the peak to the trough.</param>
/// <param name="Return">Months from the trough until trust is back at the peak; where it is not, the months that were left.</param>
public sealed record TrustFall(int Fall, int Return)
{
    /// <summary>The deepest fall: the largest drop below what was reached before. Null where trust never fell.</summary>
    public static TrustFall? Deepest(IReadOnlyList<MonthRow> months)
    {
        ArgumentNullException.ThrowIfNull(months);
        var trust = Series(months);
        return Largest(trust, (peak, month) => trust[month] >= trust[peak]);
    }

    /// <summary>The sharpest fall: the largest drop in months of falling in a row. Null where trust never fell.</summary>
    public static TrustFall? Sharpest(IReadOnlyList<MonthRow> months)
    {
        ArgumentNullException.ThrowIfNull(months);
        var trust = Series(months);
        return Largest(trust, (_, month) => month > 0 && trust[month] >= trust[month - 1]);
    }

    /// <summary>The months in which there is trust to be measured.</summary>
    private static double[] Series(IReadOnlyList<MonthRow> months) =>
        [.. months.Select(month => month.MeanTrust).Where(value => !double.IsNaN(value))];

    /// <summary>The largest drop since the last month that counts as a peak.</summary>
    private static TrustFall? Largest(double[] trust, Func<int, int, bool> isPeak)
    {
        var (peak, from, trough, depth) = (0, 0, 0, 0.0);
        for (var month = 0; month < trust.Length; month++)
        {
            if (isPeak(peak, month))
                peak = month;
            if (trust[peak] - trust[month] > depth)
                (from, trough, depth) = (peak, month, trust[peak] - trust[month]);
        }

        if (depth == 0)
            return null;
        var back = trough;
        while (back < trust.Length - 1 && trust[back] < trust[from])
            back++;
        return new TrustFall(trough - from, back - trough);
    }
}
