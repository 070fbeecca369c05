namespace Entente.Studies.Survival;

/// <summary>What durations are counted in.</summary>
public enum TimeUnit
{
    /// <summary>Months, twelve to the year.</summary>
    Months,
    /// <summary>Years.</summary>
    Years,
    /// <summary>Days, 365.25 to the year.</summary>
    Days,
}

/// <summary>Units of time in words and numbers.</summary>
public static class TimeUnits
{
    /// <summary>How many of a unit make a year.</summary>
    public static double PerYear(this TimeUnit unit) => unit switch { TimeUnit.Years => 1, TimeUnit.Days => 365.25, _ => 12 };

    /// <summary>The unit in words: months, years or days.</summary>
    public static string Words(this TimeUnit unit) => unit switch { TimeUnit.Years => "years", TimeUnit.Days => "days", _ => "months" };
}
