using System.Text.Json;
using System.Text.Json.Serialization;

namespace Entente.Studies.Results;

/// <summary>
/// What was played, with what, and what came of it: enough to play it again and to see that the files are whole. All that
/// depends on a clock or a machine is in <see cref="Machine"/>; the rest is the same byte for byte whenever and wherever
/// the study is played.
/// </summary>
public sealed record Manifest
{
    /// <summary>Version of the program that played.</summary>
    public required string ProgramVersion { get; init; }
    /// <summary>Commit it was built from; empty where it is not known.</summary>
    public required string Commit { get; init; }
    /// <summary>The scenario.</summary>
    public required ScenarioRecord Scenario { get; init; }
    /// <summary>Master seed.</summary>
    public required uint Seed { get; init; }
    /// <summary>Number of the first replication.</summary>
    public required int FirstReplication { get; init; }
    /// <summary>Replications of each arm that were to be played, at all points of the design together.</summary>
    public required int ReplicationsAsked { get; init; }
    /// <summary>Replications of each arm that were played and are in the tables.</summary>
    public required int ReplicationsFinished { get; init; }
    /// <summary>Replications in one batch, which is one part of each table.</summary>
    public required int BatchSize { get; init; }
    /// <summary>Whether all replications asked for were played; of a shard, all that fall to it.</summary>
    public required bool Complete { get; init; }
    /// <summary>The design at whose points the scenario was played; null without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DesignRecord? Design { get; init; }
    /// <summary>Which part of the study this is; null where it is the whole.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Shard? Shard { get; init; }
    /// <summary>The arms, in the order of the scenario; the first is the reference.</summary>
    public required IReadOnlyList<ArmRecord> Arms { get; init; }
    /// <summary>The tables.</summary>
    public required IReadOnlyList<TableRecord> Tables { get; init; }
    /// <summary>What depends on a clock or a machine.</summary>
    public required MachineRecord Machine { get; init; }
}

/// <summary>The scenario that was played.</summary>
public sealed record ScenarioRecord
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }
    /// <summary>The question it answers.</summary>
    public required string Question { get; init; }
    /// <summary>The outcomes to show, by column of the table of runs.</summary>
    public required IReadOnlyList<string> Outcomes { get; init; }
    /// <summary>What was set on top of the text, as <c>path=value</c>, in order.</summary>
    public required IReadOnlyList<string> Overrides { get; init; }
    /// <summary>SHA-256 of the text in UTF-8, in small hexadecimal digits.</summary>
    public required string Sha256 { get; init; }
    /// <summary>The text it was read from.</summary>
    public required string Text { get; init; }
}

/// <summary>One arm that was played.</summary>
public sealed record ArmRecord
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }
    /// <summary>The preset it started from.</summary>
    public required string Preset { get; init; }
    /// <summary>The theory of conduct its members follow, by name.</summary>
    public string Theory { get; init; } = "valuation";
    /// <summary>Months played.</summary>
    public required int Months { get; init; }
    /// <summary>Every parameter in force.</summary>
    public required IReadOnlyList<ParameterRecord> Parameters { get; init; }
}

/// <summary>One parameter in force.</summary>
/// <param name="Path">Its path, as an assignment on top of a scenario names it.</param>
/// <param name="Value">A number, true or false; null where it was left to the model.</param>
/// <param name="Unit">Its unit.</param>
public sealed record ParameterRecord(string Path, JsonElement Value, string Unit);

/// <summary>The design of a study.</summary>
/// <param name="Method">Its method, as scenarios name it.</param>
/// <param name="Points">How many points it has.</param>
/// <param name="Replications">Replications of each arm at each point.</param>
/// <param name="Factors">Names of the factors, in the order of the columns of the file.</param>
/// <param name="File">The file that says what was set at each point.</param>
/// <param name="Sha256">SHA-256 of that file, in small hexadecimal digits.</param>
public sealed record DesignRecord(string Method, int Points, int Replications, IReadOnlyList<string> Factors, string File, string Sha256);

/// <summary>A part of a study that is played by itself: whole batches.</summary>
/// <param name="Number">Which part, from 1.</param>
/// <param name="Of">Of how many.</param>
public sealed record Shard(int Number, int Of);

/// <summary>One table of results.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Parts">Its parts, in order: one for each batch.</param>
public sealed record TableRecord(string Name, long Rows, IReadOnlyList<PartRecord> Parts);

/// <summary>One part of a table.</summary>
/// <param name="File">Its file, from the folder of the manifest.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Sha256">SHA-256 of the file, in small hexadecimal digits.</param>
public sealed record PartRecord(string File, long Rows, string Sha256)
{
    /// <summary>Whether its file is there and holds what was written.</summary>
    internal bool IsAsWritten(string directory)
    {
        var path = Path.Combine(directory, File);
        return System.IO.File.Exists(path) && ResultsDraft.HashOfFile(path) == Sha256;
    }
}

/// <summary>When and on what a study was played.</summary>
public sealed record MachineRecord
{
    /// <summary>When it started, in UTC.</summary>
    public required DateTimeOffset Started { get; init; }
    /// <summary>How long it took, in seconds.</summary>
    public required double Seconds { get; init; }
    /// <summary>Replications played at the same time.</summary>
    public required int Threads { get; init; }
    /// <summary>Processors of the machine.</summary>
    public required int Processors { get; init; }
    /// <summary>Operating system.</summary>
    public required string OperatingSystem { get; init; }
    /// <summary>Architecture of the process.</summary>
    public required string Architecture { get; init; }
    /// <summary>Version of .NET.</summary>
    public required string Runtime { get; init; }
}
