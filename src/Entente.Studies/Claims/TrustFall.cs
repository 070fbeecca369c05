using Entente.Observation;

namespace Entente.Studies.Claims;

/// <summary>The deepest fall of mean trust over a run: the largest drop below what was reached before.</summary>
/// <param name="Fall">Months from the peak to the trough.</param>
/// <param name="Return">Months from the trough until trust is back at the peak; where it is not, the months that were left.</param>
public sealed record TrustFall(int Fall, int Return)
{
    /// <summary>The deepest fall over the months in which there is trust to be measured; null where it never fell.</summary>
    public static TrustFall? Of(IReadOnlyList<MonthRow> months)
    {
        ArgumentNullException.ThrowIfNull(months);
        var trust = months.Select(month => month.MeanTrust).Where(value => !double.IsNaN(value)).ToArray();
        var (peak, from, trough, depth) = (0, 0, 0, 0.0);
        for (var month = 0; month < trust.Length; month++)
        {
            if (trust[month] >= trust[peak])
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
