using System.Text.Json;
using System.Text.Json.Serialization;

namespace Entente.Studies.Results;

/// <summary>What a result is: enough to judge it, cite it and play it again. All but <see cref="Circumstances"/> follows from program, scenario and seed.</summary>
public sealed record Manifest
{
    /// <summary>The name of the manifest in its folder.</summary>
    public const string FileName = "manifest.json";

    /// <summary>Version of the program.</summary>
    public required string Program { get; init; }
    /// <summary>Commit the program was built from.</summary>
    public required string Commit { get; init; }
    /// <summary>Whether every replication asked for was played.</summary>
    public required bool Complete { get; init; }
    /// <summary>Name of the scenario.</summary>
    public required string Scenario { get; init; }
    /// <summary>Its question.</summary>
    public required string Question { get; init; }
    /// <summary>Master seed.</summary>
    public required uint Seed { get; init; }
    /// <summary>Replications of each arm asked for.</summary>
    public required int Replications { get; init; }
    /// <summary>Replications of each arm played.</summary>
    public required int ReplicationsPlayed { get; init; }
    /// <summary>What was set on top of the scenario, as <c>path=value</c>.</summary>
    public required IReadOnlyList<string> Overrides { get; init; }
    /// <summary>Outcomes the scenario asks for.</summary>
    public required IReadOnlyList<string> Outcomes { get; init; }
    /// <summary>The arms, the reference first.</summary>
    public required IReadOnlyList<ArmInfo> Arms { get; init; }
    /// <summary>The tables.</summary>
    public required IReadOnlyList<TableInfo> Tables { get; init; }
    /// <summary>SHA-256 of the scenario's text.</summary>
    public required string ScenarioHash { get; init; }
    /// <summary>The scenario's text.</summary>
    public required string ScenarioText { get; init; }
    /// <summary>When, where and how it was played: the only part that two runs of the same study may differ in.</summary>
    public required Circumstances Circumstances { get; init; }

    /// <summary>The manifest as indented JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ManifestJson.Default.Manifest) + "\n";

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="JsonException">It is not one.</exception>
    public static Manifest Read(string path) =>
        JsonSerializer.Deserialize(File.ReadAllText(path), ManifestJson.Default.Manifest)
        ?? throw new JsonException($"{path} is empty");
}

/// <summary>One arm.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Preset">The preset it starts from.</param>
/// <param name="Parameters">Every parameter in force, by path.</param>
public sealed record ArmInfo(string Name, string Preset, IReadOnlyDictionary<string, string> Parameters);

/// <summary>One table.</summary>
/// <param name="Name">Its name; the file is <c>name.parquet</c>.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="Hash">SHA-256 of the file.</param>
public sealed record TableInfo(string Name, long Rows, string Hash);

/// <summary>When, where and how a study was played.</summary>
/// <param name="Started">When it began, UTC.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Threads">Threads it was played on.</param>
/// <param name="System">Operating system and architecture.</param>
/// <param name="Processors">Processors of the machine.</param>
/// <param name="Runtime">The .NET runtime.</param>
public sealed record Circumstances(DateTimeOffset Started, double Seconds, int Threads, string System, int Processors, string Runtime);

[JsonSerializable(typeof(Manifest))]
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class ManifestJson : JsonSerializerContext;
