using System.Text.Json;
using System.Text.Json.Serialization;
using Entente.Studies.Results;

namespace Entente.Studies.Cluster;

/// <summary>What Slurm was asked to do with a sweep: kept beside the shards, so that those that get lost can be asked for again.</summary>
public sealed record Submission
{
    /// <summary>Name of the scenario.</summary>
    public required string Name { get; init; }
    /// <summary>How many shards.</summary>
    public required int Shards { get; init; }
    /// <summary>Processors of each shard.</summary>
    public required int Cpus { get; init; }
    /// <summary>How often shards that are lost are asked for again.</summary>
    public required int Retries { get; init; }
    /// <summary>The command that plays a shard and the one that ends the study, word by word; what is played comes first.</summary>
    public required IReadOnlyList<string> Sweep { get; init; }
    /// <summary>The command that merges, or asks again for what is missing, word by word.</summary>
    public required IReadOnlyList<string> Finish { get; init; }
    /// <summary>Further options for sbatch, as they are: <c>--partition=long</c>, <c>--time=2:00:00</c>.</summary>
    public required IReadOnlyList<string> Options { get; init; }
    /// <summary>The jobs so far, in order.</summary>
    public IReadOnlyList<SubmittedJobs> Jobs { get; init; } = [];

    private const string FileName = "submission.json";

    /// <summary>The folder of all that concerns Slurm, in the one that the shards share.</summary>
    public static string FolderOf(string directory) => Path.Combine(directory, StudyFolder.SlurmFolder);

    /// <summary>Reads what was submitted; null where nothing was.</summary>
    /// <exception cref="ResultsUnreadable">It cannot be read.</exception>
    public static Submission? Read(string directory)
    {
        var path = Path.Combine(FolderOf(directory), FileName);
        if (!File.Exists(path))
            return null;
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), SubmissionContext.Default.Submission) ?? throw new JsonException("it is null");
        }
        catch (Exception cause) when (cause is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new ResultsUnreadable(path, $"cannot be read: {cause.Message}", cause);
        }
    }

    /// <summary>Leaves a text in Slurm's folder, for shards to read.</summary>
    /// <exception cref="ResultsNotWritable">It cannot be written.</exception>
    public static void Share(string directory, string name, string text) => Files.Write(directory, name, text);

    /// <summary>Writes it; whole under its name.</summary>
    /// <exception cref="ResultsNotWritable">It cannot be written.</exception>
    public void Write(string directory) => Files.Write(directory, FileName, JsonSerializer.Serialize(this, SubmissionContext.Default.Submission) + "\n");
}

/// <summary>An array of shards, and the job that comes after it.</summary>
/// <param name="Array">Number of the array.</param>
/// <param name="Merge">Number of the job that merges.</param>
/// <param name="Shards">The shards of the array, as Slurm writes them: 1-3,7.</param>
public sealed record SubmittedJobs(string Array, string Merge, string Shards);

/// <summary>What the compiler writes to turn submissions into JSON and back.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Submission))]
internal sealed partial class SubmissionContext : JsonSerializerContext;
