using System.ComponentModel;
using System.Diagnostics;
using Entente.Studies.Running;

namespace Entente.Studies.Cluster;

/// <summary>Slurm cannot be asked, or says no.</summary>
/// <param name="message">What was asked and what it said.</param>
public sealed class SlurmException(string message) : Exception(message);

/// <summary>Asks Slurm, by its own commands.</summary>
public static class Slurm
{
    /// <summary>Submits an array of shards and the job that comes after it.</summary>
    /// <param name="submission">What is submitted.</param>
    /// <param name="directory">The folder that the shards share.</param>
    /// <param name="shards">The shards to play.</param>
    /// <returns>The submission with the new jobs; it is written beside the shards.</returns>
    /// <exception cref="SlurmException">Slurm is not there, or refuses.</exception>
    /// <exception cref="Results.ResultsNotWritable">The folder cannot be written to.</exception>
    public static Submission Submit(Submission submission, string directory, IReadOnlyList<int> shards)
    {
        ArgumentNullException.ThrowIfNull(submission);
        var folder = Submission.FolderOf(directory);
        var ranges = NumberRanges.Of(shards);
        Files.Write(directory, "shards.sbatch", SlurmScript.Shards(submission, folder, ranges));
        var array = Sbatch(folder, "shards.sbatch");
        Files.Write(directory, "merge.sbatch", SlurmScript.Merge(submission, folder, array));
        var merge = Sbatch(folder, "merge.sbatch");
        var submitted = submission with { Jobs = [.. submission.Jobs, new SubmittedJobs(array, merge, ranges)] };
        submitted.Write(directory);
        return submitted;
    }

    /// <summary>The tasks of jobs that Slurm still knows as waiting or running: job, task of an array (0 where it is none), and state.</summary>
    /// <exception cref="SlurmException">Slurm is not there, or refuses.</exception>
    public static IReadOnlyList<(string Job, int Task, string State)> Queue(IEnumerable<string> jobs)
    {
        var wanted = jobs.ToHashSet();
        var tasks = new List<(string, int, string)>();
        foreach (var line in Ask("squeue", "--noheader", "--array", "--format=%F %K %T").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var job, var task, var state] && wanted.Contains(job))
                tasks.Add((job, int.TryParse(task, out var number) ? number : 0, state));
        }

        return tasks;
    }

    private static string Sbatch(string folder, string script)
    {
        var answer = Ask("sbatch", "--parsable", Path.Combine(folder, script)).Trim();
        return answer.Split(';')[0];
    }

    private static string Ask(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : throw new SlurmException($"{program} says: {error.GetAwaiter().GetResult().Trim()}");
        }
        catch (Win32Exception cause)
        {
            throw new SlurmException($"{program} cannot be started ({cause.Message}): this machine cannot submit to Slurm.");
        }
    }
}
