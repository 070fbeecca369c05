using System.CommandLine.Parsing;
using System.Globalization;
using Entente.Studies.Cluster;
using Entente.Studies.Results;
using Entente.Studies.Running;

namespace Entente.Cli;

/// <summary>Which part of a study to play: as an option, or as clusters tell their jobs.</summary>
internal static class ShardOption
{
    public const int Most = Submission.MostShards;

    // Slurm's arrays are numbered as whoever submits asks, and ours ask for 1 on; indexed jobs of Kubernetes from 0 on.
    private static readonly (string Variable, int First)[] Variables = [("SLURM_ARRAY_TASK_ID", 1), ("JOB_COMPLETION_INDEX", 0)];

    public static Shard? Parse(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (text.Split('/') is [var number, var of] && Whole(number) is { } i && Whole(of) is { } n && i >= 1 && i <= n && n <= Most)
            return new Shard(i, n);
        result.AddError($"--shard is {text}; it must be a part of a number of parts, such as 3/64.");
        return null;
    }

    /// <summary>The part that the environment tells.</summary>
    public static Shard? FromEnvironment(int of, out string? problem)
    {
        foreach (var (variable, first) in Variables)
        {
            if (Environment.GetEnvironmentVariable(variable) is not { Length: > 0 } text)
                continue;
            problem = string.Create(CultureInfo.InvariantCulture, $"{variable} is {text}; with --shards {of} it must be a whole number between {first} and {of - 1 + first}.");
            return Whole(text) is { } index && index >= first && index < of + first ? new Shard(index - first + 1, of) : null;
        }

        problem = $"--shards needs to be told which part this is: by {string.Join(" or ", Variables.Select(v => v.Variable))} in the environment, or by --shard i/n.";
        return null;
    }

    /// <summary>What keeps a study from being cut into so many parts; null where nothing does.</summary>
    public static string? Fault(StudyPlan plan, int batch, int of)
    {
        var batches = (plan.Replications - 1) / batch + 1;
        return of <= batches ? null : string.Create(CultureInfo.InvariantCulture,
            $"{batches:N0} {(batches == 1 ? "batch" : "batches")} of {batch:N0} replications cannot be cut into {of:N0} shards. Ask for fewer shards, or for a smaller --batch.");
    }

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
