using System.Globalization;
using Entente.Studies.Statistics;

namespace Entente.EndToEnd.Pages;

/// <summary>Numbers as pages write them: a true minus sign, thousands separated, as many decimals as asked.</summary>
internal static class Say
{
    public static string Number(double value, int decimals = 0) => Format(value, decimals, "");

    public static string Signed(double value, int decimals = 0) => Format(value, decimals, "+");

    public static string Percent(double share, int decimals = 0) => $"{Number(100 * share, decimals)}%";

    public static string SignedPercent(double share, int decimals = 0) => $"{Signed(100 * share, decimals)}%";

    /// <summary>A mean and its standard error, which has two significant digits.</summary>
    public static string WithError(double mean, double error)
    {
        var decimals = error > 0 ? Math.Max(0, 1 - (int)Math.Floor(Math.Log10(error))) : 0;
        return $"{Number(mean, decimals)} ± {Number(error, decimals)}";
    }

    /// <summary>Names one after the other, as a sentence has them: a, b and c.</summary>
    public static string List(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";

    public static string Table(IEnumerable<string> headings, IEnumerable<IEnumerable<string>> rows) => string.Join('\n',
        [Row(headings), Row(headings.Select(_ => "---")).Replace(" ", "", StringComparison.Ordinal), .. rows.Select(Row)]);

    /// <summary>What one mean is of another, with its 95% interval (delta method over replications).</summary>
    public static (double Share, double Low, double High) Ratio(IReadOnlyList<double> part, IReadOnlyList<double> whole)
    {
        var (share, mean) = (part.Average() / whole.Average(), whole.Average());
        var off = PairedStatistics.Compare([.. whole.Select(value => share * value)], part);
        return (share, share + off.Low / mean, share + off.High / mean);
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Format(double value, int decimals, string plus)
    {
        var text = Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString($"N{decimals}", CultureInfo.InvariantCulture);
        var zero = text.All(letter => letter is '-' or '0' or '.');
        return zero ? text.TrimStart('-') : value < 0 ? $"−{text[1..]}" : plus + text;
    }
}
