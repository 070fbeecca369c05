namespace Entente.Studies.Running;

/// <summary>How a study is played and where its results go. None of it but the first replication and the batch size changes a result.</summary>
public sealed record StudyOptions
{
    /// <summary>The folder the results are left in: a new or an empty one. Its parents are made.</summary>
    public required string OutputDirectory { get; init; }
    /// <summary>Replications played at the same time, 1 or more.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
    /// <summary>Version of the program, for the manifest.</summary>
    public required string ProgramVersion { get; init; }
    /// <summary>Commit the program was built from, for the manifest; empty where it is not known.</summary>
    public required string Commit { get; init; }
    /// <summary>Replications, of all arms, that are written together as one row group; 1 or more.</summary>
    public int BatchSize { get; init; } = 20;
    /// <summary>Number of the first replication; the scenario's count goes on from there. 0 or more.</summary>
    public int FirstReplication { get; init; }
    /// <summary>The file the scenario was read from, for the command that replays a failure.</summary>
    public string? ScenarioFile { get; init; }
}
