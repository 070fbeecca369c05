namespace Entente.Studies.Survival;

/// <summary>How finely a moment is told.</summary>
internal enum Precision
{
    Day,
    Month,
    Quarter,
    Year,
}

/// <summary>
/// A moment as a table tells it, on an axis in some unit of time. A day is taken for its beginning; a month, a quarter or a year for its middle, so
/// that the time between two of the same precision is exact.
/// </summary>
/// <param name="From">When it can have been at the earliest.</param>
/// <param name="Point">What it is taken for.</param>
/// <param name="To">When it must have been by.</param>
/// <param name="Precision">How finely it is told.</param>
/// <param name="Date">Its first day; null where it is a plain number.</param>
internal readonly record struct Moment(double From, double Point, double To, Precision Precision, DateOnly? Date)
{
    /// <summary>A plain number.</summary>
    public static Moment At(double point) => new(point, point, point, Precision.Day, null);

    /// <summary>A day, or the month, quarter or year that begins on it.</summary>
    public static Moment At(DateOnly first, Precision precision, TimeUnit unit)
    {
        var from = Axis(first, unit);
        var to = precision switch
        {
            Precision.Day => from + (unit == TimeUnit.Days ? 1 : unit.PerYear() / 12 / DateTime.DaysInMonth(first.Year, first.Month)),
            _ when unit != TimeUnit.Days => from + (unit.PerYear() / 12 * Months(precision)),
            // One day before the first of the next, as there is none after the year 9999.
            _ => Axis(first.AddMonths(Months(precision) - 1), unit) + DateTime.DaysInMonth(first.Year, first.AddMonths(Months(precision) - 1).Month),
        };
        return new Moment(from, precision == Precision.Day ? from : (from + to) / 2, to, precision, first);
    }

    /// <summary>A year with decimals.</summary>
    public static Moment At(double year, TimeUnit unit)
    {
        var whole = At(new DateOnly((int)year, 1, 1), Precision.Year, unit);
        return At(whole.From + ((year - Math.Floor(year)) * (whole.To - whole.From))) with { Date = whole.Date };
    }

    /// <summary>
    /// The time from a start to an end; null where the end comes before the start. Where one is told less finely and the other lies within it, it stands
    /// for the middle of what the other leaves: a start in 1990 with an end in March 1990 for the middle between January and then.
    /// </summary>
    public static double? Between(Moment start, Moment end)
    {
        if (start.Precision > end.Precision && end.From >= start.From && end.To <= start.To)
            return (end.Point - start.From) / 2;
        if (end.Precision > start.Precision && start.From >= end.From && start.To <= end.To)
            return (end.To - start.Point) / 2;
        return end.Point >= start.Point ? end.Point - start.Point : null;
    }

    private static int Months(Precision precision) => precision switch { Precision.Month => 1, Precision.Quarter => 3, _ => 12 };

    private static double Axis(DateOnly date, TimeUnit unit) => unit == TimeUnit.Days
        ? date.DayNumber
        : ((12.0 * date.Year) + date.Month - 1 + ((date.Day - 1.0) / DateTime.DaysInMonth(date.Year, date.Month))) / 12 * unit.PerYear();
}
