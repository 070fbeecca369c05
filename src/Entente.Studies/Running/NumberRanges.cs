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
}
