using System.Globalization;
using System.Text;
using Entente.Studies.Running;

namespace Entente.Studies.Cluster;

/// <summary>The batch scripts that Slurm is given.</summary>
public static class SlurmScript
{
    /// <summary>The script of an array of shards. Which shard it is each task reads from its environment.</summary>
    /// <param name="submission">What is submitted.</param>
    /// <param name="folder">The folder for what the tasks say.</param>
    /// <param name="shards">The shards, as Slurm writes them.</param>
    public static string Shards(Submission submission, string folder, string shards)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return Script(submission, $"{submission.Name}-shards", Path.Combine(folder, "shard-%a.log"), submission.Cpus,
            [$"--array={shards}"], submission.Sweep);
    }

    /// <summary>The script of the job that merges, or asks again for what is missing.</summary>
    /// <param name="submission">What is submitted.</param>
    /// <param name="folder">The folder for what it says.</param>
    /// <param name="after">The array it waits for, however that ends.</param>
    public static string Merge(Submission submission, string folder, string after)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return Script(submission, $"{submission.Name}-merge", Path.Combine(folder, "merge.log"), 1, [$"--dependency=afterany:{after}"], submission.Finish);
    }

    private static string Script(Submission submission, string name, string log, int cpus, string[] own, IReadOnlyList<string> command)
    {
        var script = new StringBuilder("#!/bin/bash\n");
        foreach (var option in (string[])
            [$"--job-name={name}", $"--output={log}", "--open-mode=append", string.Create(CultureInfo.InvariantCulture, $"--cpus-per-task={cpus}"), .. own, .. submission.Options])
        {
            script.Append("#SBATCH ").Append(SuggestedCommand.Quoted(option)).Append('\n');
        }

        return script.Append("exec ").AppendJoin(' ', command.Select(SuggestedCommand.Quoted)).Append('\n').ToString();
    }
}
