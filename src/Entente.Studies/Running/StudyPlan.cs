using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Entente.Scenarios;
using Entente.Studies.Designs;
using Entente.Studies.Results;

namespace Entente.Studies.Running;

/// <summary>What a study plays: a scenario as it is, or at each point of its design. All points and arms share worlds.</summary>
public sealed class StudyPlan
{
    // Replications are played in order, so that no more points than these are under way.
    private const int Kept = 32;

    private readonly DesignPoints? points;
    private readonly ConcurrentDictionary<int, Lazy<Scenario>> scenarios = new();

    private StudyPlan(Scenario scenario, DesignPoints? points) => (Scenario, this.points) = (scenario, points);

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>The points of the design; null where the scenario is played as it is.</summary>
    public DesignPoints? Design => points;

    /// <summary>How many points there are; 1 without a design.</summary>
    public int Points => points?.Count ?? 1;

    /// <summary>Replications of each arm, at all points together.</summary>
    public int Replications => Points * Scenario.Replications;

    /// <summary>Plays a scenario as it is, whether it has a design or not.</summary>
    public static StudyPlan Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return new StudyPlan(scenario, null);
    }

    /// <summary>Plays a scenario at each point of its design.</summary>
    /// <exception cref="ArgumentException">It has no design.</exception>
    /// <exception cref="ScenarioException">It is more than can be numbered.</exception>
    public static StudyPlan Sweep(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var points = DesignPoints.Of(scenario.Design ?? throw new ArgumentException($"{scenario.Name} has no design.", nameof(scenario)), scenario.Seed);
        var total = (long)points.Count * scenario.Replications * scenario.Arms.Count;
        if (total > int.MaxValue)
        {
            throw new ScenarioException(string.Create(CultureInfo.InvariantCulture,
                $"{points.Count:N0} points, {scenario.Replications:N0} replications and {scenario.Arms.Count:N0} arms are {total:N0} to play; there may be {int.MaxValue:N0}. Take fewer points or replications."));
        }

        return new StudyPlan(scenario, points);
    }

    /// <summary>What was played in a folder, from its manifest alone.</summary>
    /// <exception cref="ResultsUnreadable">The scenario in the manifest is not one of this program, or its design has other points.</exception>
    public static StudyPlan Again(ResultFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var manifest = folder.Manifest;
        var reading = ScenarioReader.Parse(
            manifest.Scenario.Text, ResultFolder.ManifestName, new ScenarioOverrides(Set: manifest.Scenario.Overrides));
        if (reading.Scenario is { } scenario)
        {
            if (manifest.Design is null)
                return Of(scenario);
            var plan = Sweep(scenario);
            return plan.Record!.Sha256 == manifest.Design.Sha256
                ? plan
                : throw new ResultsUnreadable(folder.Directory, $"holds points that this program does not choose for its design; it was written by version {manifest.ProgramVersion}. Use that version, or simulate it again.");
        }

        throw new ResultsUnreadable(
            folder.Directory, $"holds a scenario that this program does not read ({reading.Problems[0].Message}); it was written by version {manifest.ProgramVersion}.");
    }

    /// <summary>The scenario at a point: what the point sets goes on top of everything else.</summary>
    /// <exception cref="ScenarioException">It is none: values of several factors do not go together.</exception>
    public Scenario At(int point)
    {
        if (points is null)
            return Scenario;
        var scenario = scenarios.GetOrAdd(point, number => new Lazy<Scenario>(() => points.Apply(Scenario, number))).Value;
        scenarios.TryRemove(point - Kept, out _);
        return scenario;
    }

    /// <summary>What the manifest says of the design.</summary>
    internal DesignRecord? Record => points is null ? null : new DesignRecord(
        points.Design.Method, points.Count, Scenario.Replications, [.. points.Design.Factors.Select(factor => factor.Name)], DesignPoints.FileName,
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(points.Csv))));
}
