namespace Entente.Scenarios;

/// <summary>Finds what somebody probably meant.</summary>
public static class Suggestions
{
    private const int LongestName = 64;

    // More firms than this have names only in a file made to exhaust the reader.
    private const int MostNames = 1000;

    /// <summary>
    /// The name nearest to what was written, or the only one that begins with it, or null where there is neither. Of equally near ones the first.
    /// </summary>
    public static string? Nearest(string written, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(names);
        if (written.Length is 0 or > LongestName)
            return null;
        var plain = Plain(written);
        var known = names.Take(MostNames).ToArray();
        return known
            .Select(name => (Name: name, Distance: plain.Length > 0 && plain == Plain(name) ? 0 : Distance(Lower(written), Lower(name))))
            .Where(candidate => candidate.Distance <= Tolerance(written, candidate.Name))
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Name)
            .FirstOrDefault() ?? Completed(written, known);
    }

    /// <summary>
    /// The Damerau-Levenshtein distance: how many insertions, deletions, replacements and swaps of neighbours turn one text into
    /// the other.
    /// </summary>
    public static int Distance(string one, string other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        // Lowrance and Wagner's algorithm: row and column 0 hold a distance that never wins.
        var never = one.Length + other.Length;
        var table = new int[one.Length + 2, other.Length + 2];
        table[0, 0] = never;
        for (var i = 0; i <= one.Length; i++)
            (table[i + 1, 0], table[i + 1, 1]) = (never, i);
        for (var j = 0; j <= other.Length; j++)
            (table[0, j + 1], table[1, j + 1]) = (never, j);
        var lastRow = new Dictionary<char, int>();
        for (var i = 1; i <= one.Length; i++)
        {
            var lastColumn = 0;
            for (var j = 1; j <= other.Length; j++)
            {
                var row = lastRow.GetValueOrDefault(other[j - 1]);
                var column = lastColumn;
                var same = one[i - 1] == other[j - 1];
                if (same)
                    lastColumn = j;
                var replaced = table[i, j] + (same ? 0 : 1);
                var inserted = Math.Min(table[i + 1, j], table[i, j + 1]) + 1;
                var swapped = table[row, column] + (i - row - 1) + 1 + (j - column - 1);
                table[i + 1, j + 1] = Math.Min(Math.Min(replaced, inserted), swapped);
            }

            lastRow[one[i - 1]] = i;
        }

        return table[one.Length + 1, other.Length + 1];
    }

    /// <summary>
    /// The number between two bounds that a misplaced decimal point or a wrong sign made of the one written, or null where there
    /// is none: 1.4 for [0, 1] was 0.14.
    /// </summary>
    public static decimal? Shifted(decimal written, double min, double max, bool whole)
    {
        if (written == 0)
            return null;
        if (Fits(-written) && (double)Math.Abs(written) <= Math.Max(Math.Abs(min), Math.Abs(max)))
            return -written;
        var (smaller, larger) = (written, written);
        for (var places = 0; places < 3; places++)
        {
            smaller /= 10;
            if (Fits(smaller))
                return Trimmed(smaller);
            if (Math.Abs(larger) > 1e20m)
                continue;
            larger *= 10;
            if (Fits(larger))
                return Trimmed(larger);
        }

        return null;

        bool Fits(decimal value) => (double)value >= min && (double)value <= max && (!whole || value == decimal.Truncate(value));
    }

    // Division by 1 with trailing zeros drops them.
    private static decimal Trimmed(decimal value) => value / 1.000000000000000000000000000000000m;

    private static string? Completed(string beginning, IEnumerable<string> names) =>
        beginning.Length >= 3 && names.Where(name => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)).Take(2).ToArray() is [var only] ? only : null;

    private static int Tolerance(string written, string name) =>
        written.Length < 3 ? 0 : Math.Max(1, Math.Min(written.Length, name.Length) / 3);

    private static string Lower(string text) => text.ToLowerInvariant();

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
