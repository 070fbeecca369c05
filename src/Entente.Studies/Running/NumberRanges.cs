using System.Globalization;

namespace Entente.Studies.Running;

/// <summary>Whole numbers in order, written in short.</summary>
public static class NumberRanges
{
    /// <summary>Numbers in ascending order as ranges: <c>1-3,7</c>.</summary>
    public static string Of(IReadOnlyList<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var ranges = new List<(int From, int To)>();
        foreach (var number in numbers)
            if (ranges.Count > 0 && ranges[^1].To == number - 1)
                ranges[^1] = (ranges[^1].From, number);
            else
                ranges.Add((number, number));
        return string.Join(",", ranges.Select(range => range.From == range.To
            ? range.From.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{range.From}-{range.To}")));
    }

    /// <summary>Whether a text is numbers in ascending order, all between two bounds, as <see cref="Of"/> writes them.</summary>
    public static bool Are(string text, int least, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        var above = least - 1;
        foreach (var range in text.Split(','))
        {
            if (range.Split('-') is not [var first, .. var rest] || rest.Length > 1 || Whole(first) is not { } from || Whole(rest.FirstOrDefault(first)) is not { } to
                || from <= above || to < from || to > most)
                return false;
            above = to;
        }

        return true;
    }

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
