using System.Globalization;

namespace Entente.Cli;

/// <summary>Numbers as the terminal shows them: four significant digits or so, thousands separated, a dash for what does not exist.</summary>
internal static class Shown
{
    public static string Of(double value) => double.IsNaN(value) ? "-" : value.ToString(
        Math.Abs(value) switch { >= 1000 => "N0", >= 100 => "N1", >= 1 => "N2", _ => "N3" }, CultureInfo.InvariantCulture);

    /// <summary>A probability of error.</summary>
    public static string P(double value) => value < 0.001 ? "<0.001" : double.IsNaN(value) ? "-" : value.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>Numbers of a column, all to as many decimals as give the largest three digits.</summary>
    public static Func<double, string> Alike(IEnumerable<double> values)
    {
        var largest = values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
        var decimals = largest == 0 ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(largest)), 0, 9);
        return value => double.IsNaN(value) ? "-" : (Math.Round(value, decimals) + 0.0).ToString($"N{decimals}", CultureInfo.InvariantCulture);
    }

    public static string Signed(double value) => (value > 0 ? "+" : "") + Of(value);

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
