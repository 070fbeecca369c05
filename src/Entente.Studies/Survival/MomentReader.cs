using System.Globalization;
using System.Text.RegularExpressions;

namespace Entente.Studies.Survival;

/// <summary>A question that a table leaves open.</summary>
/// <param name="Text">The field that raises it.</param>
/// <param name="Message">What is not clear, and the options that answer it.</param>
internal sealed record MomentQuestion(string Text, string Message);

/// <summary>
/// Reads the moments of a table: written dates, years, dates as digits (19900115, 199001), day numbers of other programs, or plain numbers in the unit.
/// Which of these its numbers are is settled once, for all of them together, and what cannot be told from them is asked.
/// </summary>
internal sealed partial class MomentReader
{
    private const double FirstYear = 1800;
    private const double LastYear = 2200;
    // Plain numbers come to no more than a century; day numbers need no origin where days are counted.
    private const double MostYears = 100;
    private const double MostDays = 100_000;
    // Between these years somebody can have watched an alliance.
    private const int FirstLikely = 1850;
    private const int LastLikely = 2098;
    // Numbers so near to where a count begins hardly are of that count.
    private const int DaysFromOrigin = 730;
    private const int MostChoices = 3;
    private const int Endless = 9999;
    private const string Plain = "numbers";

    private readonly TimeUnit unit;
    private readonly bool decimalComma;
    private readonly string? form;
    private readonly DayCount? count;
    private readonly bool dayFirst;
    private bool decimals;

    private MomentReader(TimeUnit unit, bool decimalComma, string? form, bool dayFirst)
    {
        (this.unit, this.decimalComma, this.form, this.dayFirst) = (unit, decimalComma, form, dayFirst);
        count = DayCount.All.FirstOrDefault(known => known.Name == form);
    }

    /// <summary>What <c>--dates</c> can be.</summary>
    public static IReadOnlyList<string> Forms { get; } =
        ["dmy", "mdy", "years", "yyyymm", .. DayCount.All.Select(count => count.Name), Plain];

    /// <summary>Whether moments have a place in the calendar; if not, they are plain numbers.</summary>
    public bool Calendar => form != Plain;

    /// <summary>How finely the most finely told moment is told.</summary>
    public Precision Finest { get; private set; } = Precision.Year;

    /// <summary>What moments are taken for, in words.</summary>
    public string Words { get; private set; } = "";

    /// <summary>What a field must be.</summary>
    public string Expected => count is not null ? $"one of the {count.Words}, or a date such as 2001-03-15" : Calendar ? "a date such as 2001-03-15, 2001-03 or 2001" : "a number such as 12 or 3.5";

    /// <summary>Whether a text could be a moment of some kind.</summary>
    public static bool MayBe(string text, bool decimalComma) => WrittenDate.Is(text) || WrittenDate.HasShortYear(text) || PanelWords.Number(text, decimalComma) is not null;

    /// <summary>Settles what the moments of a table are; null where that has to be asked.</summary>
    /// <param name="texts">Its starts and ends, those that say something.</param>
    /// <param name="form">One of <see cref="Forms"/>, where the user said which; otherwise null.</param>
    /// <param name="unit">What durations are counted in.</param>
    /// <param name="decimalComma">Whether numbers may have a decimal comma.</param>
    /// <param name="question">What is to be asked.</param>
    public static MomentReader? Decide(IReadOnlyCollection<string> texts, string? form, TimeUnit unit, bool decimalComma, out MomentQuestion? question)
    {
        question = null;
        var numbers = texts.Where(text => !WrittenDate.Is(text))
            .Select(text => (Text: text, Value: PanelWords.Number(text, decimalComma) ?? double.NaN)).Where(number => !double.IsNaN(number.Value)).ToArray();
        var dayFirst = form == "dmy";
        if (form is not ("dmy" or "mdy"))
        {
            var unordered = texts.Select(text => (Text: text, Parts: WrittenDate.Unordered(text))).Where(date => date.Parts is not null).ToArray();
            dayFirst = unordered.Any(date => date.Parts!.Value.First > 12);
            if (unordered.Length > 0 && dayFirst == unordered.Any(date => date.Parts!.Value.Second > 12))
                question = Order(unordered.Select(date => date.Text).ToArray(), dayFirst);
        }

        if (form is null && question is null && numbers.Length > 0)
            form = Guess(numbers, numbers.Length < texts.Count && texts.Any(WrittenDate.Is), unit, ref question);
        if (question is not null)
            return null;
        var reader = new MomentReader(unit, decimalComma, form, dayFirst);
        reader.Survey(texts, numbers);
        return reader;
    }

    /// <summary>A moment; null where a text is none.</summary>
    public Moment? Read(string text)
    {
        if (Calendar && WrittenDate.Read(text, dayFirst) is { } written)
            return Moment.At(written.First, written.Precision, unit);
        if (WrittenDate.Is(text) || PanelWords.Number(text, decimalComma) is not { } number)
            return null;
        if (!Calendar)
            return Moment.At(number);
        if (count is not null)
            return count.Date(number) is { } counted ? Moment.At(counted, Precision.Day, unit) : null;
        if (((form == "yyyymm" ? YearMonth(text) : null) ?? Digits(text)) is { } digits)
            return Moment.At(digits.First, digits.Precision, unit);
        if (number is < 1 or >= Endless + 1)
            return null;
        // Where the user said what they are, any year is one.
        if (form is null && !IsYear(number))
            return null;
        return decimals ? Moment.At(number, unit) : Moment.At(new DateOnly((int)number, 1, 1), Precision.Year, unit);
    }

    /// <summary>What may help where a field is no moment; a sentence, or nothing.</summary>
    public string Hint(string text)
    {
        if (WrittenDate.HasShortYear(text))
            return " Write the year with four digits.";
        if (!Calendar || count is not null || form == "years" || PanelWords.Number(text, decimalComma) is not { } number)
            return "";
        if (number is >= 1 and < LastYear)
            return " --dates years would read it as a year.";
        return Likely([(text, number)]).FirstOrDefault() is { } likely
            ? $" --dates {likely.Name} would read it as {likely.Date(number):yyyy-MM-dd}, one of the {likely.Words}."
            : "";
    }

    /// <summary>What the numbers of a table are, as the name of a form; null for years and dates as digits.</summary>
    private static string? Guess((string Text, double Value)[] numbers, bool besideDates, TimeUnit unit, ref MomentQuestion? question)
    {
        var fractions = numbers.Where(number => number.Value != Math.Floor(number.Value)).ToArray();
        if (fractions.Length == numbers.Length && fractions.All(number => MonthAndYear().IsMatch(number.Text)))
            return "yyyymm";
        var alike = numbers.Count(IsOfCalendar);
        if (alike == numbers.Length && fractions.Length > 0 && fractions.All(number => YearAndMonth().IsMatch(number.Text)))
        {
            question = new MomentQuestion(fractions[0].Text, $"it can be a month or a year with decimals. Say --dates yyyymm if it is a month ({YearMonth(fractions[0].Text)!.Value.First:yyyy-MM}), or --dates years if it is a year with decimals.");
            return null;
        }

        if (besideDates || alike == numbers.Length)
            return null;
        var most = unit == TimeUnit.Days ? MostDays : MostYears * unit.PerYear();
        var large = numbers.Where(number => Math.Abs(number.Value) > most).ToArray();
        if (large.Length == 0)
            return Plain;
        if (2 * alike >= numbers.Length)
            return null;
        question = new MomentQuestion(large[0].Text, Large(large[0], numbers, unit));
        return null;
    }

    private static string Large((string Text, double Value) large, (string Text, double Value)[] numbers, TimeUnit unit)
    {
        var likely = Likely(numbers);
        string[] choices =
        [
            .. likely.Take(MostChoices).Select(count => $"--dates {count.Name} ({count.Words}: {count.Date(large.Value):yyyy-MM-dd})"),
            .. numbers.All(number => number.Value is >= 1 and < LastYear) ? (string[])["--dates years"] : [],
            $"--dates {Plain} (plain numbers of {unit.Words()})",
            .. large.Text.Trim('9').Length == 0 ? (string[])[$"--missing {large.Text} (if it stands for an unknown value)"] : [],
        ];
        return string.Create(CultureInfo.InvariantCulture, $"that is not a date as it stands, and as a plain number of {unit.Words()} it would be {large.Value / unit.PerYear():N0} years. Say ")
            + $"{string.Join(", ", choices.SkipLast(1))}{(choices.Length > 1 ? " or " : "")}{choices[^1]}.";
    }

    /// <summary>The day numbers that all of some numbers can be.</summary>
    private static DayCount[] Likely((string Text, double Value)[] numbers)
    {
        var known = numbers.Where(number => number.Text.Trim('9').Length > 0).ToArray();
        return known.Length == 0 ? [] :
        [
            .. DayCount.All.Where(count => known.All(number => count.Date(number.Value)?.Year is (>= FirstLikely and <= LastLikely) or Endless)
                && known.Max(number => Math.Abs(number.Value)) > DaysFromOrigin * count.PerDay),
        ];
    }

    private static MomentQuestion Order(string[] texts, bool both)
    {
        var one = texts.First(text => !both || WrittenDate.Unordered(text)!.Value.First > 12);
        return new MomentQuestion(one, both
            ? $"the day comes first there, and the month in {texts.First(text => WrittenDate.Unordered(text)!.Value.Second > 12)}. Write all dates as 2001-03-15."
            : $"does the day or the month come first? Say --dates dmy for {Shown(dayFirst: true)}, or --dates mdy for {Shown(dayFirst: false)}.");

        string Shown(bool dayFirst) => WrittenDate.Read(one, dayFirst) is { } date ? date.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "no date";
    }

    private static bool IsYear(double number) => number is >= FirstYear and < LastYear or Endless;

    private static bool IsOfCalendar((string Text, double Value) number) => IsYear(number.Value) || Digits(number.Text) is not null;

    /// <summary>A date written with digits alone, 19900115 or 199001; nines stand for no end.</summary>
    private static (DateOnly First, Precision Precision)? Digits(string text)
    {
        var digits = text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;
        if (digits.Length is not (6 or 8) || !digits.All(char.IsAsciiDigit))
            return null;
        if (digits.Trim('9').Length == 0)
            return (DateOnly.MaxValue, Precision.Day);
        int Part(int from, int length) => int.Parse(digits.AsSpan(from, length), CultureInfo.InvariantCulture);
        return !IsYear(Part(0, 4)) ? null
            : digits.Length == 6 ? WrittenDate.Date(Part(0, 4), Part(4, 2), 1, Precision.Month) : WrittenDate.Date(Part(0, 4), Part(4, 2), Part(6, 2), Precision.Day);
    }

    /// <summary>What is written 1990.03 or 03.1990.</summary>
    private static (DateOnly First, Precision Precision)? YearMonth(string text)
    {
        int Part(Range range) => int.Parse(text.AsSpan(range), CultureInfo.InvariantCulture);
        return YearAndMonth().IsMatch(text) ? WrittenDate.Date(Part(..4), Part(5..), 1, Precision.Month)
            : MonthAndYear().IsMatch(text) ? WrittenDate.Date(Part(^4..), Part(..^5), 1, Precision.Month) : null;
    }

    private void Survey(IReadOnlyCollection<string> texts, (string Text, double Value)[] numbers)
    {
        decimals = form != "yyyymm" && numbers.Any(number => number.Value != Math.Floor(number.Value));
        Precision[] precisions = [.. texts.Select(Read).OfType<Moment>().Select(moment => moment.Precision).Distinct().Order()];
        Finest = precisions.FirstOrDefault(Precision.Day);
        Words = this switch
        {
            { Calendar: false } => $"plain numbers of {unit.Words()}",
            { count: not null } when numbers.Length > 0 => $"{count.Words} ({numbers[0].Text} is {count.Date(numbers[0].Value):yyyy-MM-dd})",
            { decimals: true } => "years with decimals",
            _ when precisions is [Precision.Year] => "years (each stands for its middle)",
            _ when precisions is [.., > Precision.Day] => $"dates (a {string.Join(" or a ", precisions.Where(precision => precision > Precision.Day)).ToLowerInvariant()} alone stands for its middle)",
            _ => "dates",
        };
    }

    [GeneratedRegex(@"^[0-9]{4}[.,](0[1-9]|1[0-2])$")]
    private static partial Regex YearAndMonth();

    [GeneratedRegex(@"^(0?[1-9]|1[0-2])[.,](1[89]|2[01])[0-9]{2}$")]
    private static partial Regex MonthAndYear();
}
