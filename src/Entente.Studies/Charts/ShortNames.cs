using System.Globalization;

namespace Entente.Studies.Charts;

/// <summary>
/// Names cut in the middle until they fit, so that names that differ still differ. Where all cuts leave some alike, cut names are numbered.
/// </summary>
public static class ShortNames
{
    private const string Cut = "…";

    // Shares of what is kept that stay at the beginning: most names differ at one end or the other.
    private static readonly double[] Heads = [1.0 / 2, 2.0 / 3, 1.0 / 3, 5.0 / 6, 1.0 / 6, 1, 0];

    /// <summary>Names of no more than so many characters.</summary>
    /// <param name="names">The names.</param>
    /// <param name="most">Characters a name may have, 8 or more.</param>
    /// <returns>The names in the same order; those that fit are left as they are.</returns>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> names, int most) => Of(names, name => Elements(name).Length <= most);

    /// <summary>Names that fit where they are to go.</summary>
    /// <param name="names">The names.</param>
    /// <param name="fits">Whether a name fits; what is shorter must fit if what is longer does, and some characters always.</param>
    internal static IReadOnlyList<string> Of(IReadOnlyList<string> names, Func<string, bool> fits)
    {
        ArgumentNullException.ThrowIfNull(names);
        string[] whole = [.. names.Distinct()];
        var tooLong = whole.Where(name => !fits(name)).Select(Elements).ToArray();
        if (tooLong.Length == 0)
            return names;
        var shared = Enumerable.Range(0, tooLong.Min(name => name.Length)).TakeWhile(i => tooLong.All(name => name[i] == tooLong[0][i])).Count();
        foreach (var skip in (int[])[0, shared])
        {
            foreach (var head in Heads)
            {
                string[] cut = [.. whole.Select(name => fits(name) ? name : Shortened(Elements(name), skip, head, "", fits))];
                if (cut.Distinct().Count() == cut.Length)
                    return Mapped(names, whole, cut);
            }
        }

        return Mapped(names, whole, Numbered(whole, fits));
    }

    /// <summary>The longest that fits: a beginning, in the place of which all that is shared may be left out, and an end.</summary>
    private static string Shortened(string[] name, int skip, double head, string suffix, Func<string, bool> fits)
    {
        string With(int kept)
        {
            var first = (int)Math.Round(kept * head);
            return $"{(skip > 0 ? Cut : "")}{string.Concat(name[skip..(skip + first)])}{Cut}{string.Concat(name[(name.Length - kept + first)..])}{suffix}";
        }

        var (low, high) = (0, Math.Max(0, name.Length - skip - 1));
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = fits(With(middle)) ? (middle, high) : (low, middle - 1);
        }

        return With(low);
    }

    private static string[] Numbered(string[] whole, Func<string, bool> fits)
    {
        var taken = whole.Where(fits).ToHashSet();
        var number = 0;
        return [.. whole.Select(name =>
        {
            if (fits(name))
                return name;
            string cut;
            do
                cut = Shortened(Elements(name), 0, 1, string.Create(CultureInfo.InvariantCulture, $"({++number})"), fits);
            while (!taken.Add(cut));
            return cut;
        })];
    }

    private static string[] Mapped(IReadOnlyList<string> names, string[] whole, string[] cut)
    {
        var of = whole.Zip(cut).ToDictionary(pair => pair.First, pair => pair.Second);
        return [.. names.Select(name => of[name])];
    }

    /// <summary>What a reader takes for a character, accents included.</summary>
    private static string[] Elements(string name)
    {
        var starts = StringInfo.ParseCombiningCharacters(name);
        return [.. starts.Select((start, i) => name[start..(i + 1 < starts.Length ? starts[i + 1] : name.Length)])];
    }
}
