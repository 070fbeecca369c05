using Entente.Studies.Sensitivity;
using Entente.Studies.Statistics;

namespace Entente.Studies.Sweeps;

/// <summary>A factor of names, which have no order: how an outcome differs between them.</summary>
/// <param name="Factor">The factor, from 0.</param>
/// <param name="Groups">The comparison of its names.</param>
/// <param name="PValue">Of the test, adjusted for the number of factors; NaN where there is none.</param>
internal sealed record NamesReading(int Factor, GroupComparison Groups, double PValue)
{
    /// <summary>Compares the means of points by name.</summary>
    /// <param name="values">The values.</param>
    /// <param name="points">The points to take.</param>
    /// <param name="factor">The factor.</param>
    public static GroupComparison OfPoints(SweepValues values, int[] points, int factor)
    {
        var means = values.Means;
        return GroupComparison.Of([.. points.Select(point => Name(values, point, factor))], [.. points.Select(point => means[point])], values.Design.Factors[factor].Levels!.Count);
    }

    /// <summary>The same for all combinations of a grid, which are no sample of points: intervals are over replications, and there is no test.</summary>
    public static NamesReading OfGrid(SweepValues values, int factor)
    {
        var groups = OfPoints(values, [.. Enumerable.Range(0, values.Points.Count)], factor);
        Estimate Mean(int name)
        {
            var of = values.Values.Where((_, point) => Name(values, point, factor) == name).ToArray();
            return Means.Of([.. Enumerable.Range(0, values.Replications).Select(world => of.Average(point => point[world]))]);
        }

        return new NamesReading(factor, groups with { Means = [.. groups.Means.Select((_, name) => Mean(name))], PValue = double.NaN }, double.NaN);
    }

    /// <summary>Which name has most and which least, how much that is of all variance, and whether it may be chance.</summary>
    public string Sentence(SweepValues values)
    {
        var factor = values.Design.Factors[Factor];
        var filled = Enumerable.Range(0, Groups.Counts.Count).Where(name => Groups.Counts[name] > 0).ToArray();
        var (most, least) = (filled.MaxBy(name => Groups.Means[name].Value), filled.MinBy(name => Groups.Means[name].Value));
        var ends = $"{values.Subject} is highest on average with {factor.Levels![most].Name} ({Words.Number(Groups.Means[most].Value)}) and lowest with {factor.Levels[least].Name} ({Words.Number(Groups.Means[least].Value)})";
        if (double.IsNaN(Groups.EtaSquared))
            return $"{factor.Name}: no difference between its values.";
        var explained = $"{factor.Name} accounts for {Words.Percent(Groups.EtaSquared)} of the variance between points";
        return double.IsNaN(PValue) ? $"{Words.Capital(ends)}; {explained}."
            : PValue < Words.Error ? $"{Words.Capital(ends)}; {explained} (Kruskal-Wallis test, {Words.P(PValue)})."
            : $"There is no significant difference between the values of {factor.Name} (Kruskal-Wallis test, {Words.P(PValue)}): {ends}.";
    }

    /// <summary>Means by name.</summary>
    public IEnumerable<SweepLine> Lines(SweepValues values)
    {
        var factor = values.Design.Factors[Factor];
        return factor.Levels!.Select((level, name) => new SweepLine($"{factor.Name} {level.Name}", factor.Role, [Groups.Means[name]]));
    }

    /// <summary>The table of means by name of several factors.</summary>
    public static SweepTable Table(SweepValues values, IReadOnlyList<NamesReading> names, string over) => new(
        "levels", $"Means by value, with 95% intervals over {over}", ["mean"], [.. names.SelectMany(of => of.Lines(values))], names[0].Sentence(values).TrimEnd('.'));

    private static int Name(SweepValues values, int point, int factor) => (int)values.Points.Number(point, factor);
}
