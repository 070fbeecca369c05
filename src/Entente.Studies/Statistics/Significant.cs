using System.Globalization;

namespace Entente.Studies.Statistics;

/// <summary>Numbers with as many digits as a fit or a design supports.</summary>
public static class Significant
{
    private const int Digits = 3;

    /// <summary>A value to three significant digits, as scenarios are written: 0.314, 58.6, 2030.</summary>
    public static string Of(double value)
    {
        if (value == 0)
            return "0";
        var scale = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) + 1 - Digits);
        return ((decimal)(Math.Round(value / scale) * scale)).ToString("0.##########", CultureInfo.InvariantCulture);
    }
}
