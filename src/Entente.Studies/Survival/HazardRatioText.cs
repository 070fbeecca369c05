using System.Globalization;
using Entente.Studies.Statistics;

namespace Entente.Studies.Survival;

/// <summary>Hazard ratios as tables and pictures show them: 1.23 (1.05-1.44), with more digits where a ratio is near 1 and its interval narrow.</summary>
public static class HazardRatioText
{
    private const int MostDecimals = 8;

    /// <summary>A ratio with its interval; without where there is none.</summary>
    public static string Of(Estimate ratio)
    {
        if (double.IsPositiveInfinity(ratio.Value))
            return "infinite";
        if (double.IsNaN(ratio.Low))
            return Number(ratio.Value, 2);
        var width = ratio.High - ratio.Low;
        var decimals = width > 0 ? Math.Clamp((int)Math.Ceiling(-Math.Log10(width)) + 1, 2, MostDecimals) : 2;
        return $"{Number(ratio.Value, decimals)} ({Number(ratio.Low, decimals)}-{Number(ratio.High, decimals)})";
    }

    private static string Number(double value, int decimals) => value switch
    {
        0 => "0",
        < .095 when decimals == 2 => Significant.Of(double.Parse(value.ToString("G2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
        >= 1e6 => value.ToString("0.0e+0", CultureInfo.InvariantCulture),
        >= 100 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 when decimals == 2 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString($"F{decimals}", CultureInfo.InvariantCulture),
    };
}
