namespace Entente.Studies.Survival;

/// <summary>A way of writing a date as a number, counted from some day.</summary>
/// <param name="Name">What the option <c>--dates</c> calls it.</param>
/// <param name="Words">What such numbers are.</param>
/// <param name="Origin">The day it counts from.</param>
/// <param name="PerDay">How many make a day.</param>
internal sealed record DayCount(string Name, string Words, DateOnly Origin, double PerDay)
{
    private const double SecondsPerDay = 86_400;

    /// <summary>
    /// The ways that are known. Excel counts from the day before 1900 and, as it takes 1900 for a leap year, stands one day further from March 1900 on;
    /// SPSS counts from the beginning of the Gregorian calendar.
    /// </summary>
    public static IReadOnlyList<DayCount> All { get; } =
    [
        new("excel", "day numbers of Excel", new(1899, 12, 30), 1),
        new("sas", "day numbers of SAS and Stata", new(1960, 1, 1), 1),
        new("r", "day numbers of R", new(1970, 1, 1), 1),
        new("excel-1904", "day numbers of Excel that begin in 1904", new(1904, 1, 1), 1),
        new("unix", "seconds since 1970, Unix time", new(1970, 1, 1), SecondsPerDay),
        new("sas-seconds", "seconds since 1960, as in SAS", new(1960, 1, 1), SecondsPerDay),
        new("unix-ms", "milliseconds since 1970", new(1970, 1, 1), 1000 * SecondsPerDay),
        new("stata-ms", "milliseconds since 1960, as in Stata", new(1960, 1, 1), 1000 * SecondsPerDay),
        new("spss", "seconds since 1582, as in SPSS", new(1582, 10, 14), SecondsPerDay),
    ];

    /// <summary>The day that a number stands for; null where there is none.</summary>
    public DateOnly? Date(double number)
    {
        var days = Math.Floor(number / PerDay) + Origin.DayNumber + (Name == "excel" && number < 60 ? 1 : 0);
        return days >= DateOnly.MinValue.DayNumber && days <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)days) : null;
    }
}
