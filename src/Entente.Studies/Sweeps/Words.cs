using Entente.Studies.Charts;
using Entente.Studies.Sensitivity;
using Entente.Studies.Statistics;

namespace Entente.Studies.Sweeps;

/// <summary>Numbers and bounds in the sentences of an analysis.</summary>
internal static class Words
{
    /// <summary>A number without an interval.</summary>
    public static Estimate Plain(double value) => new(value, double.NaN, double.NaN);

    /// <summary>Whether 0 lies outside of the interval.</summary>
    public static bool Clear(Estimate estimate) => estimate.Low > 0 || estimate.High < 0;

    public static string Number(double value) => double.IsNaN(value) ? "\u2013" : Figure.Of(value);

    public static string Signed(double value) => value > 0 ? $"+{Number(value)}" : Number(value);

    /// <summary>An estimate with its interval: +516 (390 to 643).</summary>
    public static string Interval(Estimate estimate) =>
        double.IsFinite(estimate.Low) ? $"{Signed(estimate.Value)} ({Number(estimate.Low)} to {Number(estimate.High)})" : Signed(estimate.Value);

    /// <summary>A factor's value at a point, with no more digits than anybody needs.</summary>
    public static string Value(SweepValues values, int point, int factor) => values.Design.Factors[factor].Range is { } range
        ? Significant.Of(range.At(values.Points.Place(point, factor)))
        : values.Points.Value(point, factor);

    /// <summary>A restriction: disruption.max &lt; 0.3; disruption is storm.</summary>
    public static string Restriction(SweepValues values, BoxRestriction restriction)
    {
        var factor = values.Design.Factors[restriction.Factor];
        if (factor.Levels is { } levels)
            return $"{factor.Name} is {string.Join(" or ", levels.Where((_, i) => i >= restriction.Low && i <= restriction.High).Select(level => level.Name))}";
        string At(double place) => Significant.Of(factor.Range!.At(place));
        return (double.IsFinite(restriction.Low), double.IsFinite(restriction.High)) switch
        {
            (true, true) => $"{factor.Name} is between {At(restriction.Low)} and {At(restriction.High)}",
            (true, false) => $"{factor.Name} >= {At(restriction.Low)}",
            _ => $"{factor.Name} <= {At(restriction.High)}",
        };
    }
}
