using Entente.Scenarios.Laboratory;

namespace Entente.Scenarios.Calibrations;

/// <summary>What to fit to what: parameters with the range they are sought in, and either laboratory experiments or targets of a scenario.</summary>
public sealed record CalibrationPlan
{
    /// <summary>The file it was read from, as it was named.</summary>
    public string File { get; init; } = "";
    /// <summary>Short name, fit for a folder.</summary>
    public required string Name { get; init; }
    /// <summary>The question it answers, in words.</summary>
    public required string Question { get; init; }
    /// <summary>Master seed, of the search and of what is played.</summary>
    public required uint Seed { get; init; }
    /// <summary>Replications by which a point is judged.</summary>
    public required int Replications { get; init; }
    /// <summary>Points of the Latin hypercube the search starts from.</summary>
    public required int Start { get; init; }
    /// <summary>Generations after it.</summary>
    public required int Generations { get; init; }
    /// <summary>Points of a generation.</summary>
    public required int Points { get; init; }
    /// <summary>How much leaving the starting values counts: distance squared gets this times the mean squared way, in widths of the ranges.</summary>
    public required double Anchor { get; init; }
    /// <summary>What is fitted.</summary>
    public required IReadOnlyList<FittedParameter> Parameters { get; init; }
    /// <summary>Experiments with observations, all of which are to be met; empty where a scenario's targets are.</summary>
    public required IReadOnlyList<Experiment> Experiments { get; init; }
    /// <summary>The scenario whose outcomes are to meet targets; null where experiments are.</summary>
    public required Scenario? Scenario { get; init; }
    /// <summary>The file that the scenario was read from; null where there is none.</summary>
    public string? ScenarioFile { get; init; }
    /// <summary>The targets, of the mean over all arms of the scenario.</summary>
    public required IReadOnlyList<FieldTarget> Targets { get; init; }
    /// <summary>All texts it was read from, one after the other.</summary>
    public required string Text { get; init; }
}

/// <summary>A parameter to fit.</summary>
/// <param name="Path">Its path: <c>conduct.precision</c>.</param>
/// <param name="From">The least it may be.</param>
/// <param name="To">The most it may be.</param>
/// <param name="Start">The value to start from: the one in force unless the plan gives another.</param>
/// <param name="Logarithmic">Whether it is sought by ratios rather than by differences.</param>
public sealed record FittedParameter(string Path, double From, double To, double Start, bool Logarithmic)
{
    /// <summary>The value at a place between the ends, 0 to 1.</summary>
    public double At(double place) =>
        Logarithmic ? From * Math.Pow(To / From, place) : From + (To - From) * place;

    /// <summary>Where a value lies between the ends.</summary>
    public double Place(double value) =>
        Logarithmic ? Math.Log(value / From) / Math.Log(To / From) : (value - From) / (To - From);
}

/// <summary>What an outcome is to be: within a range, or how far outside it.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Low">Lower end of the range.</param>
/// <param name="High">Upper end of the range.</param>
/// <param name="Tolerance">What counts as one unit of distance outside it.</param>
/// <param name="Source">Who published it.</param>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Column">Its column in the file, from 1.</param>
public sealed record FieldTarget(string Outcome, double Low, double High, double Tolerance, string Source, int Line = 0, int Column = 0);

/// <summary>What came of reading a plan: the plan, or everything that is wrong with it.</summary>
/// <param name="Plan">The plan; null exactly when there are problems.</param>
/// <param name="Problems">All problems.</param>
public sealed record CalibrationReading(CalibrationPlan? Plan, IReadOnlyList<Problem> Problems);
