using System.Globalization;
using Entente.Scenarios.Designs;
using Entente.Studies.Designs;
using Entente.Studies.Results;
using Entente.Studies.Running;
using Entente.Studies.Statistics;
using MathNet.Numerics.Statistics;

namespace Entente.Studies.Sweeps;

/// <summary>An outcome of a sweep, by point and replication: of an arm, or of one minus another in the same world.</summary>
public sealed class SweepValues
{
    private SweepValues(DesignPoints points, Outcome outcome, string arm, string? against, uint seed) =>
        (Points, Outcome, Arm, Against, Seed) = (points, outcome, arm, against, seed);

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
    /// <summary>Draws for bootstrap intervals.</summary>
    public uint Seed { get; }
    /// <summary>The values, by point and replication: those in which the outcome exists at all points, none perhaps.</summary>
    public double[][] Values { get; private init; } = [];
    /// <summary>Replications left out because the outcome does not exist in them at some point.</summary>
    public int LeftOut { get; private init; }
    /// <summary>Mean over all points and replications of the arm, or of the one it is compared with: what percentages are of.</summary>
    public double Base { get; private init; }

    /// <summary>Replications at each point.</summary>
    public int Replications => Values[0].Length;

    /// <summary>What the values are, in words.</summary>
    public string Subject => Against is null ? $"{Outcome.Title} of {Arm}" : $"{Outcome.Title} ({Arm} minus {Against})";

    /// <summary>Whether it makes any difference to the values at which point one stands.</summary>
    public bool Varies => Values.Any(point => !point.AsSpan().SequenceEqual(Values[0]));

    /// <summary>Numbers of all factors at all points; of names the index.</summary>
    public double[][] Numbers => Table((point, factor) => Points.Number(point, factor));

    /// <summary>Where all factors stand at all points: 0 to 1 over their ranges; of names the index.</summary>
    public double[][] Shares => Table((point, factor) => Design.Factors[factor].IsNominal ? Points.Number(point, factor) : Design.Factors[factor].Share(Points.Number(point, factor)));

    /// <summary>Levels of all factors at all points of a design of two levels: 1 is the higher; of names the second.</summary>
    public int[][] Levels => Array.ConvertAll(Shares, point => Array.ConvertAll(point, share => (int)Math.Round(share)));

    /// <summary>Which factors have names.</summary>
    public bool[] Nominal => [.. Design.Factors.Select(factor => factor.IsNominal)];

    /// <summary>Means over replications, by point.</summary>
    public double[] Means => [.. Values.Select(values => values.Mean())];

    /// <summary>An outcome of a sweep.</summary>
    /// <param name="points">The points.</param>
    /// <param name="outcome">A column of the table of runs.</param>
    /// <param name="arm">The arm.</param>
    /// <param name="values">Its values by point and replication; NaN where the outcome does not exist.</param>
    /// <param name="against">The arm to compare it with, and its values in the same worlds; null to take it as it is.</param>
    /// <param name="seed">Draws for bootstrap intervals.</param>
    public static SweepValues Of(DesignPoints points, string outcome, string arm, double[][] values, (string Arm, double[][] Values)? against, uint seed)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(values);
        var reference = against?.Values ?? values;
        double[][] all = against is null ? values : [.. values.Zip(reference, (one, other) => one.Zip(other, (x, y) => x - y).ToArray())];
        var worlds = Enumerable.Range(0, all[0].Length).Where(world => all.All(point => !double.IsNaN(point[world]))).ToArray();
        return new SweepValues(points, Outcomes.Of(outcome), arm, against?.Arm, seed)
        {
            Values = [.. all.Select(point => worlds.Select(world => point[world]).ToArray())],
            LeftOut = all[0].Length - worlds.Length,
            Base = reference.SelectMany(point => worlds.Select(world => point[world])).Mean(),
        };
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
            throw new ResultsUnreadable(folder.Directory, "holds no sweep: it was simulated at one point.");
        if (!folder.Manifest.Complete || folder.Manifest.Shard is not null)
            throw new ResultsUnreadable(folder.Directory, "holds a part of a sweep; resume it, or merge its shards, before it is analysed.");
        var (names, at, values) = (folder.Column<string>("runs", "arm"), folder.Column<int>("runs", "point"), folder.Column<double>("runs", outcome));
        double[][] Of(string name) => [.. Enumerable.Range(0, values.Length).Where(row => names[row] == name).GroupBy(row => at[row]).Select(rows => rows.Select(row => values[row]).ToArray())];
        var read = SweepValues.Of(points, outcome, arm, Of(arm), against is null ? null : (against, Of(against)), folder.Manifest.Seed);
        if (read.Replications > 0)
            return read;
        string Exists(string name) => $"{Of(name).Count(point => point.Any(value => !double.IsNaN(value)))} of them for {name}";
        throw new ResultsUnreadable(folder.Directory, string.Create(CultureInfo.InvariantCulture,
            $"has no replication in which {outcome} exists at all {points.Count} points (it exists at {Exists(arm)}{(against is null ? "" : $", at {Exists(against)}")}). Take an outcome that always exists, such as --outcome {Always}."));
    }

    private const string Always = "income";

    private double[][] Table(Func<int, int, double> of) =>
        [.. Enumerable.Range(0, Points.Count).Select(point => Enumerable.Range(0, Design.Factors.Count).Select(factor => of(point, factor)).ToArray())];
}
