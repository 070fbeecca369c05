using Entente.Studies.Sensitivity;
using Entente.Studies.Statistics;

namespace Entente.Studies.Sweeps;

/// <summary>The points of a small grid, one by one.</summary>
internal static class PointsReading
{
    public static SweepAnalysis Of(SweepValues values)
    {
        var factors = values.Design.Factors;
        string Name(int point) => string.Join(", ", factors.Select((factor, i) => $"{factor.Name} {Words.Value(values, point, i)}"));
        var (means, lower) = (values.Means, values.Outcome.Preference == Preference.LessIsBetter);
        var best = lower ? means.Min() : means.Max();
        var others = means.Count(mean => mean == best) - 1;
        var finding = $"{Words.Capital(values.Subject)} is {(lower ? "lowest" : "highest")} at {Name(Array.IndexOf(means, best))}{(others == 0 ? "" : $" and {Words.Count(others, "other point")}")}: {Words.Number(best)}";
        List<string> sentences =
        [
            values.Replications == 1
                ? "With one replication means have no intervals."
                : "Intervals are of each mean by itself; all points share the same replications, so that differences between points are known better than the means.",
        ];

        // With one factor the points are its names.
        NamesReading[] names = [.. Enumerable.Range(0, factors.Count).Where(factor => factors[factor].IsNominal).Select(factor => NamesReading.OfGrid(values, factor))];
        sentences.AddRange(names.Select(of => of.Sentence(values)));
        var points = new SweepTable("points", "Means by point", ["mean"], [.. values.Values.Select((of, point) => new SweepLine(Name(point), null, [Means.Of(of)]))], finding);
        return new SweepAnalysis(finding, sentences, names.Length == 0 || factors.Count == 1 ? [points] : [points, NamesReading.Table(values, names, "replications")]);
    }
}
