using System.Globalization;
using System.Text.RegularExpressions;

namespace Entente.Studies.Survival;

/// <summary>
/// Dates and numbers as panels have them. A year alone stands for its middle and a month for its own, so that differences of dates alike in
/// precision are exact. A year may have decimals.
/// </summary>
internal static partial class PanelTime
{
    public const string DateExpected = "a date such as 2001-03-15, 2001-03 or 2001";
    public const string NumberExpected = "a number such as 12 or 3.5";

    private const double EarliestYear = 1000;
    private const double LatestYear = 3000;

    private static readonly string[] NothingWords = ["", "NA", "N/A", "NULL", "NaN", "-", "."];

    /// <summary>Whether a field says that there is nothing.</summary>
    public static bool IsNothing(string text) => NothingWords.Contains(text, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a column holds dates and not numbers: something in it has the form of a date, or all of it could be years.</summary>
    public static bool AreDates(IReadOnlyCollection<string> texts)
    {
        if (texts.Any(text => text.AsSpan().TrimStart('-').Contains('-')))
            return true;
        double[] numbers = [.. texts.Select(text => Number(text) ?? double.NaN).Where(number => !double.IsNaN(number))];
        return numbers.Length == 0 || numbers.All(number => number is >= EarliestYear and < LatestYear);
    }

    /// <summary>A date as units since the year 0, or null where it is none.</summary>
    public static double? Date(string text, TimeUnit unit)
    {
        var match = Iso().Match(text);
        if (!match.Success)
            return Number(text) is >= EarliestYear and < LatestYear and var year && !text.Contains('-', StringComparison.Ordinal)
                ? (year + (text.Length == 4 ? 0.5 : 0)) * unit.PerYear()
                : null;
        int Part(string name, int otherwise) => match.Groups[name].Success ? int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : otherwise;
        var (ofYear, ofMonth, ofDay) = (Part("year", 0), Part("month", 1), Part("day", 0));
        if (ofYear < 1 || ofMonth is < 1 or > 12 || ofDay > DateTime.DaysInMonth(ofYear, ofMonth) || (match.Groups["day"].Success && ofDay < 1))
            return null;
        var days = DateTime.DaysInMonth(ofYear, ofMonth);
        if (unit == TimeUnit.Days)
            return new DateOnly(ofYear, ofMonth, ofDay == 0 ? 15 : ofDay).DayNumber + TimeUnit.Days.PerYear();
        var months = (12.0 * ofYear) + ofMonth - 1 + (ofDay == 0 ? 0.5 : (ofDay - 1.0) / days);
        return months / 12 * unit.PerYear();
    }

    /// <summary>A number written with a point, or null.</summary>
    public static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number) ? number : null;

    [GeneratedRegex("^(?<year>[0-9]{4})-(?<month>[0-9]{1,2})(-(?<day>[0-9]{1,2})([T ][0-9:.]+Z?)?)?$")]
    private static partial Regex Iso();
}
