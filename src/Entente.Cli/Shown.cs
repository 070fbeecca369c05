using System.Globalization;

namespace Entente.Cli;

/// <summary>Numbers as the terminal shows them: four significant digits or so, thousands separated, a dash for what does not exist.</summary>
internal static class Shown
{
    public static string Of(double value) => double.IsNaN(value) ? "-" : value.ToString(
        Math.Abs(value) switch { >= 1000 => "N0", >= 100 => "N1", >= 1 => "N2", _ => "N3" }, CultureInfo.InvariantCulture);

    public static string Signed(double value) => (value > 0 ? "+" : "") + Of(value);

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
