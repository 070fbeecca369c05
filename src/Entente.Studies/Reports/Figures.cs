using System.Globalization;
using Entente.Studies.Statistics;

namespace Entente.Studies.Reports;

/// <summary>Numbers as people read them: no more digits than they deserve, a true minus, and a dash where there is none.</summary>
internal static class Figures
{
    public const string None = "\u2013";

    private const int MostDecimals = 9;

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number with so many decimals.</summary>
    public static string Show(double value, int decimals)
    {
        if (double.IsNaN(value))
            return None;
        var shown = value.ToString($"N{decimals}", CultureInfo.InvariantCulture);
        return ReadsAsNought(shown) ? shown.TrimStart('-') : shown.Replace('-', '\u2212');
    }

    /// <summary>Means that stand side by side, with decimals in common; a small one gets more, lest it read as 0.</summary>
    public static string[] Row(IReadOnlyList<double> means)
    {
        var common = Decimals(means);
        return [.. means.Select(mean =>
        {
            var decimals = common;
            while (mean != 0 && ReadsAsNought(Show(mean, decimals)) && decimals < MostDecimals)
                decimals++;
            return Show(mean, decimals);
        })];
    }

    /// <summary>The same, with a plus before what is above 0.</summary>
    public static string Signed(double value, int decimals)
    {
        var shown = Show(value, decimals);
        return value > 0 && !ReadsAsNought(shown) ? $"+{shown}" : shown;
    }

    /// <summary>The decimals that four figures of the largest of some numbers need.</summary>
    public static int Decimals(IEnumerable<double> values) =>
        values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max() switch { >= 1000 => 0, >= 100 => 1, >= 1 => 2, _ => 3 };

    /// <summary>
    /// The decimals that two figures of half an interval's width need; more where an end of an interval without 0 would
    /// read as 0.
    /// </summary>
    public static int Decimals(PairedComparison comparison)
    {
        var half = (comparison.High - comparison.Low) / 2;
        if (!(half > 0))
            return Decimals([comparison.Difference]);
        var decimals = Math.Clamp(1 - (int)Math.Floor(Math.Log10(half)), 0, MostDecimals);
        while (comparison.Verdict is Verdict.Higher or Verdict.Lower && decimals < MostDecimals
            && ReadsAsNought(Show(Math.Min(Math.Abs(comparison.Low), Math.Abs(comparison.High)), decimals)))
            decimals++;
        return decimals;
    }

    public static string Difference(PairedComparison comparison) => Signed(comparison.Difference, Decimals(comparison));

    /// <summary>An interval, or nothing where there is none.</summary>
    public static string Interval(PairedComparison comparison) => double.IsNaN(comparison.Low)
        ? None
        : $"{Signed(comparison.Low, Decimals(comparison))} to {Signed(comparison.High, Decimals(comparison))}";

    public static string Share(double value) =>
        double.IsNaN(value) ? None : $"{Show(100 * value, 0)}%";

    private static bool ReadsAsNought(string shown) => !shown.Any(c => c is >= '1' and <= '9') && shown != None;
}
