using Entente.Studies.Results;

namespace Entente.Studies.Running;

/// <summary>How a study is played and where its results go. None of it but the first replication, the batch size, the tables and the shard changes a result.</summary>
public sealed record StudyOptions
{
    /// <summary>Replications in a batch unless asked otherwise.</summary>
    public const int UsualBatch = 100;

    /// <summary>The folder the results are left in: a new or an empty one, or one that holds the beginning of this study. Its parents are made.</summary>
    public required string OutputDirectory { get; init; }
    /// <summary>Replications played at the same time, 1 or more.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
    /// <summary>Version of the program, for the manifest.</summary>
    public required string ProgramVersion { get; init; }
    /// <summary>Commit the program was built from, for the manifest; empty where it is not known.</summary>
    public required string Commit { get; init; }
    /// <summary>Replications, of all arms, that are written together as one part of each table; 1 or more. What is killed loses no more.</summary>
    public int BatchSize { get; init; } = UsualBatch;
    /// <summary>Whether to go on with what is in the folder of a study that did not get to its end.</summary>
    public bool Resume { get; init; }
    /// <summary>The part of the study to play; all of it if null.</summary>
    public Shard? Shard { get; init; }
    /// <summary>Names of the tables to write; all of them if null.</summary>
    public IReadOnlyList<string>? Tables { get; init; }
    /// <summary>Number of the first replication; the scenario's count goes on from there. 0 or more.</summary>
    public int FirstReplication { get; init; }
    /// <summary>The file the scenario was read from, for the command that replays a failure.</summary>
    public string? ScenarioFile { get; init; }
}
