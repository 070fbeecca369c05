namespace Entente.Studies.Designs;

/// <summary>Factorial designs.</summary>
public static class Factorial
{
    /// <summary>Every combination of levels, as numbers of levels; the last factor changes fastest.</summary>
    /// <param name="levels">How many levels each factor has.</param>
    public static int[][] Full(IReadOnlyList<int> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        return levels.Aggregate((int[][])[[]], (points, count) =>
            [.. points.SelectMany(point => Enumerable.Range(0, count).Select(level => (int[])[.. point, level]))]);
    }
}
