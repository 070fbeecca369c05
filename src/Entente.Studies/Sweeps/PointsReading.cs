using Entente.Studies.Statistics;

namespace Entente.Studies.Sweeps;

/// <summary>The points of a small grid, one by one.</summary>
internal static class PointsReading
{
    public static SweepAnalysis Of(SweepValues values)
    {
        var factors = values.Design.Factors;
        string Name(int point) => string.Join(", ", factors.Select((factor, i) => $"{factor.Name} {Words.Value(values, point, i)}"));
        var means = values.Means;
        var best = values.Outcome.Preference == Preference.LessIsBetter ? Array.IndexOf(means, means.Min()) : Array.IndexOf(means, means.Max());
        return new SweepAnalysis(
            $"{values.Subject} is {(values.Outcome.Preference == Preference.LessIsBetter ? "least" : "greatest")} at {Name(best)}: {Words.Number(means[best])}",
            ["Intervals are of each mean by itself; points share their worlds, so that differences between points are known better than the means."],
            [
                new SweepTable("points", "Means by point", ["mean"],
                    [.. values.Values.Select((of, point) => new SweepLine(Name(point), null, [Estimate.OfMean(of)]))]),
            ]);
    }
}
