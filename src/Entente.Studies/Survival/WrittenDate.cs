using System.Globalization;
using System.Text.RegularExpressions;

namespace Entente.Studies.Survival;

/// <summary>Dates that are written as such: 2001-03-15, 15.03.2001, 3/15/2001, 15 Mar 2001, 2001-03, Mar 2001, 2001Q1; a time of day behind them does not matter.</summary>
internal static partial class WrittenDate
{
    private static readonly string[] MonthNames = CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames[..12];

    /// <summary>Whether a text has the form of a date, be it one or not.</summary>
    public static bool Is(string text) => Match(text) is not null;

    /// <summary>Whether its year has two digits: 15/03/01 or Mar-01.</summary>
    public static bool HasShortYear(string text) => ShortYear().IsMatch(text);

    /// <summary>Day and month of a date that may have them in either order; null where it says which is which.</summary>
    public static (int First, int Second)? Unordered(string text) =>
        Numeric().Match(text) is { Success: true } match && match.Groups["s"].ValueSpan is not "." ? (Part(match, "a"), Part(match, "b")) : null;

    /// <summary>Its first day and how finely it is told; null where there is no such date.</summary>
    /// <param name="text">The text.</param>
    /// <param name="dayFirst">Whether the day stands before the month where both are numbers and the year comes last.</param>
    public static (DateOnly First, Precision Precision)? Read(string text, bool dayFirst)
    {
        if (Match(text) is not { } match)
            return null;
        var year = Part(match, "y");
        if (match.Groups["q"].Success)
            return Date(year, (3 * Part(match, "q")) - 2, 1, Precision.Quarter);
        var (month, day) = match.Groups["n"].Success ? (Named(match.Groups["n"].Value), Part(match, "d"))
            : match.Groups["a"].Success ? dayFirst || match.Groups["s"].ValueSpan is "." ? (Part(match, "b"), Part(match, "a")) : (Part(match, "a"), Part(match, "b"))
            : (Part(match, "m"), Part(match, "d"));
        // Databases write 00 for what is not known.
        return (match.Groups["m"].Success && month == 0, day == 0) switch
        {
            (true, _) => day == 0 ? Date(year, 1, 1, Precision.Year) : null,
            (_, true) => match.Groups["a"].Success ? null : Date(year, month, 1, Precision.Month),
            _ => Date(year, month, day, Precision.Day),
        };
    }

    /// <summary>A date, where there is one.</summary>
    public static (DateOnly First, Precision Precision)? Date(int year, int month, int day, Precision precision) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? (new DateOnly(year, month, day), precision) : null;

    private static Match? Match(string text) =>
        ((Regex[])[Iso(), Numeric(), DayAndName(), NameAndDay(), Quarter(), QuarterFirst(), StataMonth(), MonthAndYear()])
            .Select(form => form.Match(text)).FirstOrDefault(match => match.Success);

    private static int Part(Match match, string name) => match.Groups[name].Success ? int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : 0;

    private static int Named(string name) =>
        Array.FindIndex(MonthNames, month => name.StartsWith(month, StringComparison.OrdinalIgnoreCase)) is var place and >= 0
            && (name.Length == 3 || name.Equals("sept", StringComparison.OrdinalIgnoreCase)
                || CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[place].Equals(name, StringComparison.OrdinalIgnoreCase)) ? place + 1 : 13;

    private const string TimeOfDay = @"([T ]+\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?( ?[AaPp]\.?[Mm]\.?)?( ?(Z|UTC|GMT|[+-]\d{2}:?(\d{2})?))?)?$";

    [GeneratedRegex(@"^(?<y>[0-9]{4})(-|/)(?<m>[0-9]{1,2})(\1(?<d>[0-9]{1,2})" + TimeOfDay + @"|$)|^(?<y>[0-9]{4})\.(?<m>[0-9]{1,2})\.(?<d>[0-9]{1,2})" + TimeOfDay)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<a>[0-9]{1,2})(?<s>[-/.])(?<b>[0-9]{1,2})\k<s>(?<y>[0-9]{4})" + TimeOfDay)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"^((?<d>[0-9]{1,2})[-/. ]*)?(?<n>[A-Za-z]{3,9})[-/.,' ]*(?<y>[0-9]{4})" + TimeOfDay)]
    private static partial Regex DayAndName();

    [GeneratedRegex(@"^(?<n>[A-Za-z]{3,9})[-/. ]+(?<d>[0-9]{1,2})(st|nd|rd|th)?[-/., ]+(?<y>[0-9]{4})" + TimeOfDay)]
    private static partial Regex NameAndDay();

    [GeneratedRegex(@"^(?<y>[0-9]{4})[-/. ]?[Qq](?<q>[1-4])$")]
    private static partial Regex Quarter();

    [GeneratedRegex(@"^[Qq](?<q>[1-4])[-/. ]?(?<y>[0-9]{4})$")]
    private static partial Regex QuarterFirst();

    [GeneratedRegex(@"^(?<y>[0-9]{4})[mM](?<m>[0-9]{1,2})$")]
    private static partial Regex StataMonth();

    [GeneratedRegex(@"^(?<m>[0-9]{1,2})[-/](?<y>[0-9]{4})$")]
    private static partial Regex MonthAndYear();

    [GeneratedRegex(@"^(([0-9]{1,2}[-/. ]+)?[A-Za-z]{3,9}[-/., ']*|[0-9]{1,2}[-/.][0-9]{1,2}[-/.])[0-9]{2}" + TimeOfDay)]
    private static partial Regex ShortYear();
}
