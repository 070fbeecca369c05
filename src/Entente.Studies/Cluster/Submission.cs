using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Entente.Studies.Results;
using Entente.Studies.Running;

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
    public required IReadOnlyList<SubmittedJobs> Jobs { get; init; }

    /// <summary>Most shards that a sweep is cut into.</summary>
    public const int MostShards = 100_000;
    /// <summary>Most processors of a shard.</summary>
    public const int MostCpus = 1024;
    /// <summary>Most times that lost shards are asked for again.</summary>
    public const int MostRetries = 1000;

    private const string FileName = "submission.json";
    private const string Remedy = "Submit into another folder.";

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
            return StrictJson.Read(OwnFile.Text(path), SubmissionContext.Default.Submission, Fault);
        }
        catch (JsonException cause)
        {
            throw new ResultsUnreadable(path, $"is no submission: {StrictJson.Fault(cause)} {Remedy}", cause);
        }
        catch (Exception cause) when (DiskFault.Is(cause))
        {
            throw new ResultsUnreadable(path, $"cannot be read: {cause.Message} {Remedy}", cause);
        }
    }

    /// <summary>What is wrong with a submission that was read, in words: it is input like any other, and what it says ends up in a script.</summary>
    private static string? Fault(Submission submission) =>
        submission.Name is not { Length: > 0 and <= 64 } name || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? "name must be letters, digits and hyphens, at most 64"
        : Outside("shards", submission.Shards, 1, MostShards)
        ?? Outside("cpus", submission.Cpus, 1, MostCpus)
        ?? Outside("retries", submission.Retries, 0, MostRetries)
        ?? Words("sweep", submission.Sweep)
        ?? Words("finish", submission.Finish)
        ?? (submission.Options.Any(option => option is null) ? "options must not hold null" : null)
        ?? submission.Options.Select(SlurmScript.Fault).FirstOrDefault(fault => fault is not null)?.TrimEnd('.')
        ?? (submission.Jobs.Count == 0 ? "jobs must hold at least one" : null)
        ?? submission.Jobs.Select((jobs, i) => Fault(jobs, i, submission.Shards)).FirstOrDefault(fault => fault is not null);

    private static string? Fault(SubmittedJobs? jobs, int place, int shards) =>
        jobs is not null && IsNumber(jobs.Array) && IsNumber(jobs.Merge) && NumberRanges.Are(jobs.Shards, 1, shards) ? null
        : string.Create(CultureInfo.InvariantCulture, $"item {place + 1} of jobs must have numbers of jobs as array and merge, and as shards some of 1 to {shards}, such as 1-3,7");

    private static bool IsNumber(string text) => text.Length is > 0 and <= 10 && text.All(char.IsAsciiDigit);

    private static string? Words(string name, IReadOnlyList<string> words) =>
        words.Count > 0 && !words.Any(string.IsNullOrEmpty) ? null : $"{name} must be the words of a command, none of them empty";

    private static string? Outside(string name, int value, int least, int most) => value >= least && value <= most ? null
        : string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must be a whole number between {least} and {most}");

    /// <summary>Leaves a text in Slurm's folder, for shards to read.</summary>
    /// <exception cref="ResultsNotWritable">It cannot be written.</exception>
    public static void Share(string directory, string name, string text) => Files.Write(directory, name, text);

    /// <summary>A text that was left in Slurm's folder; null where there is none.</summary>
    /// <exception cref="ResultsUnreadable">It cannot be read.</exception>
    public static string? Shared(string directory, string name)
    {
        var path = Path.Combine(FolderOf(directory), name);
        try
        {
            return File.Exists(path) ? OwnFile.Text(path) : null;
        }
        catch (Exception cause) when (DiskFault.Is(cause))
        {
            throw new ResultsUnreadable(path, $"cannot be read: {cause.Message} {Remedy}", cause);
        }
    }

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
[JsonSourceGenerationOptions(WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Submission))]
internal sealed partial class SubmissionContext : JsonSerializerContext;
