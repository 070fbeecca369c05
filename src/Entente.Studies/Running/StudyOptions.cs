using Entente.Observation;
using Entente.Settings;
using Entente.Studies.Results;

namespace Entente.Studies.Running;

/// <summary>How a study is played and where its results go.</summary>
public sealed record StudyOptions
{
    /// <summary>The folder for the results: new, or empty.</summary>
    public required string Directory { get; init; }
    /// <summary>Threads to play on, 1 or more; results do not depend on it.</summary>
    public required int Threads { get; init; }
    /// <summary>Version of the program, for the manifest.</summary>
    public required string Program { get; init; }
    /// <summary>Commit of the program, for the manifest.</summary>
    public required string Commit { get; init; }
    /// <summary>Replications of each arm that are played and written together.</summary>
    public int BatchSize { get; init; } = 20;
}

/// <summary>How far a study is.</summary>
/// <param name="Done">Replications of all arms played.</param>
/// <param name="Total">Replications of all arms asked for.</param>
public readonly record struct StudyProgress(int Done, int Total);

/// <summary>What came of a study.</summary>
/// <param name="Directory">Where its results are.</param>
/// <param name="Manifest">What they are.</param>
public sealed record StudyResult(string Directory, Manifest Manifest);

/// <summary>Plays one replication of one arm.</summary>
public delegate Recording Player(Setting setting, uint seed, uint replication);
