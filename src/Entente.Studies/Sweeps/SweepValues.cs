using System.Globalization;
using Entente.Scenarios.Designs;
using Entente.Studies.Designs;
using Entente.Studies.Results;
using Entente.Studies.Running;
using Entente.Studies.Statistics;
using MathNet.Numerics.Statistics;

namespace Entente.Studies.Sweeps;

/// <summary>An outcome of a sweep, by point and replication: of an arm, or of one less another in the same world.</summary>
public sealed class SweepValues
{
    private SweepValues(DesignPoints points, Outcome outcome, string arm, string? against, double[][] values, int leftOut) =>
        (Points, Outcome, Arm, Against, Values, LeftOut) = (points, outcome, arm, against, values, leftOut);

    /// <summary>The points.</summary>
    public DesignPoints Points { get; }
    /// <summary>The design.</summary>
    public Design Design => Points.Design;
    /// <summary>The outcome.</summary>
    public Outcome Outcome { get; }
    /// <summary>The arm.</summary>
    public string Arm { get; }
    /// <summary>The arm it is compared with; null where the outcome is taken as it is.</summary>
    public string? Against { get; }
    /// <summary>The values, by point and replication.</summary>
    public double[][] Values { get; }
    /// <summary>Replications left out because the outcome does not exist in them at some point.</summary>
    public int LeftOut { get; }
    /// <summary>Draws for bootstrap intervals.</summary>
    public uint Seed { get; init; }

    /// <summary>What the values are, in words.</summary>
    public string Subject => Against is null ? $"{Outcome.Title} of {Arm}" : $"{Outcome.Title} of {Arm} less that of {Against}";

    /// <summary>Places of all points: 0 to 1 over ranges, numbers of levels elsewhere.</summary>
    public double[][] Places => [.. Enumerable.Range(0, Points.Count).Select(point => Enumerable.Range(0, Design.Factors.Count).Select(factor => Points.Place(point, factor)).ToArray())];

    /// <summary>Means over replications, by point.</summary>
    public double[] Means => [.. Values.Select(values => values.Mean())];

    /// <summary>Share of the variance of a single value that is luck: within points, over within and between. NaN with one replication.</summary>
    public double Luck
    {
        get
        {
            var worlds = Values[0].Length;
            var within = worlds < 2 ? double.NaN : Values.Average(values => values.Variance());
            var between = Math.Max(0, Means.Variance() - within / worlds);
            return within / (within + between);
        }
    }

    /// <summary>Reads an outcome of a sweep.</summary>
    /// <param name="folder">The sweep.</param>
    /// <param name="outcome">A column of the table of runs.</param>
    /// <param name="arm">The arm.</param>
    /// <param name="against">The arm to compare it with; null to take it as it is.</param>
    /// <exception cref="ResultsUnreadable">It is no sweep, is not complete, or is spoilt; or the outcome exists in no replication of all points.</exception>
    public static SweepValues Read(ResultFolder folder, string outcome, string arm, string? against)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var plan = StudyPlan.Again(folder);
        if (plan.Design is not { } points)
            throw new ResultsUnreadable(folder.Directory, "holds no sweep: it was played at one point.");
        if (!folder.Manifest.Complete || folder.Manifest.Shard is not null)
            throw new ResultsUnreadable(folder.Directory, "holds a part of a sweep; resume it, or merge its shards, before it is analysed.");
        var (names, at, values) = (folder.Column<string>("runs", "arm"), folder.Column<int>("runs", "point"), folder.Column<double>("runs", outcome));
        double[][] Of(string name) => [.. Enumerable.Range(0, values.Length).Where(row => names[row] == name).GroupBy(row => at[row]).Select(rows => rows.Select(row => values[row]).ToArray())];
        var all = Of(arm);
        if (against is not null)
            all = [.. all.Zip(Of(against), (one, other) => one.Zip(other, (x, y) => x - y).ToArray())];
        var worlds = Enumerable.Range(0, all[0].Length).Where(world => all.All(point => !double.IsNaN(point[world]))).ToArray();
        if (worlds.Length == 0)
        {
            throw new ResultsUnreadable(folder.Directory, string.Create(CultureInfo.InvariantCulture,
                $"has no replication in which {outcome} exists at all {points.Count:N0} points; choose another outcome."));
        }

        return new SweepValues(points, Outcomes.Of(outcome), arm, against, [.. all.Select(point => worlds.Select(world => point[world]).ToArray())], all[0].Length - worlds.Length)
        {
            Seed = folder.Manifest.Seed,
        };
    }
}
