using System.Globalization;

namespace Entente.Studies.Charts;

/// <summary>Numbers as charts write them: thousands separated, no more digits than the eye needs, a true minus sign.</summary>
internal static class Figure
{
    /// <summary>To the unit from 100 on, to a tenth from 10 on, else to a hundredth.</summary>
    public static string Of(double value)
    {
        var digits = Math.Abs(value) switch { >= 100 => 0, >= 10 => 1, _ => 2 };
        return Tick(Math.Round(value, digits, MidpointRounding.AwayFromZero));
    }

    /// <summary>A share as a whole number of hundredths, such as 72%.</summary>
    public static string Share(double value) => $"{Tick(Math.Round(100 * value, MidpointRounding.AwayFromZero))}%";

    /// <summary>A count or a place on an axis, as it is.</summary>
    public static string Tick(double value)
    {
        var rounded = Math.Round(value, 9);
        return (rounded == 0 ? 0 : rounded).ToString("#,##0.#########", CultureInfo.InvariantCulture).Replace('-', '\u2212');
    }

    /// <summary>Months as a time that people think in: 7 months, 1 year, 15 years.</summary>
    public static string Time(int months) => months % 12 != 0 || months == 0
        ? months == 1 ? "1 month" : $"{Tick(months)} months"
        : months == 12 ? "1 year" : $"{Tick(months / 12)} years";

    /// <summary>What holds under each arm: all of it where the arms are few, else the least and the most.</summary>
    /// <param name="arms">For each arm a number to order by, and the phrase.</param>
    public static string ByArm(IReadOnlyList<(double Value, string Phrase)> arms)
    {
        const int Few = 4;
        if (arms.Count <= Few)
            return List([.. arms.Select(arm => arm.Phrase)]);
        return $"between {arms.MinBy(arm => arm.Value).Phrase} and {arms.MaxBy(arm => arm.Value).Phrase}";
    }

    /// <summary>Phrases one after the other, as a sentence has them: a, b and c.</summary>
    public static string List(IReadOnlyList<string> phrases) => phrases.Count < 2
        ? string.Concat(phrases)
        : $"{string.Join(", ", phrases.Take(phrases.Count - 1))} and {phrases[^1]}";
}
