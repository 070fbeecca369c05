using Entente.Laboratory;

namespace Entente.Scenarios.Laboratory;

/// <summary>A laboratory experiment to play: its treatment, who plays it, how often, and what was observed. Frozen once read.</summary>
public sealed record Experiment
{
    /// <summary>The question it answers, in words.</summary>
    public required string Question { get; init; }
    /// <summary>Payoffs, partners and sessions.</summary>
    public required Treatment Treatment { get; init; }
    /// <summary>How people behave.</summary>
    public required LaboratoryPeople People { get; init; }
    /// <summary>Master seed.</summary>
    public required uint Seed { get; init; }
    /// <summary>How often the whole experiment is played.</summary>
    public required int Replications { get; init; }
    /// <summary>The folder with the counts of what people did; null where there are none.</summary>
    public required string? Observed { get; init; }
}

/// <summary>What came of reading an experiment: the experiment, or everything that is wrong with it.</summary>
/// <param name="Experiment">The experiment; null exactly when there are problems.</param>
/// <param name="Problems">All problems, in the order of the file.</param>
public sealed record ExperimentReading(Experiment? Experiment, IReadOnlyList<Problem> Problems);
