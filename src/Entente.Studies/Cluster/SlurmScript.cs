using System.Globalization;
using System.Text;
using Entente.Studies.Running;
using Entente.Studies.Tables;

namespace Entente.Studies.Cluster;

/// <summary>
/// The batch scripts that Slurm is given. What Slurm reads stands on lines of comments: a line break in an option would end the comment, and what
/// follows it would be run, so that no option holds a control character.
/// </summary>
public static class SlurmScript
{
    /// <summary>What keeps a text from being an option of sbatch in a script, in a sentence; null where nothing does.</summary>
    public static string? Fault(string option)
    {
        ArgumentNullException.ThrowIfNull(option);
        return option.Any(char.IsControl)
            ? $"The option {Shown(option)} of sbatch holds a control character, such as a line break; it must be on one line."
            : null;
    }

    /// <summary>What keeps Slurm from writing logs below a folder, in a sentence; null where nothing does.</summary>
    public static string? FolderFault(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return folder.Any(char.IsControl) ? $"The path {Shown(folder)} holds a control character, such as a line break; Slurm needs one without."
            : folder.Contains('\\', StringComparison.Ordinal) ? $"The path {Shown(folder)} holds a backslash, which Slurm leaves out of the names of logs; choose another folder."
            : null;
    }

    /// <summary>The script of an array of shards. Which shard it is each task reads from its environment.</summary>
    /// <param name="submission">What is submitted.</param>
    /// <param name="folder">The folder for what the tasks say.</param>
    /// <param name="shards">The shards, as Slurm writes them.</param>
    public static string Shards(Submission submission, string folder, string shards)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return Script(submission, $"{submission.Name}-shards", Path.Combine(Literal(folder), "shard-%a.log"), submission.Cpus,
            [$"--array={shards}"], submission.Sweep);
    }

    /// <summary>The script of the job that merges, or asks again for what is missing.</summary>
    /// <param name="submission">What is submitted.</param>
    /// <param name="folder">The folder for what it says.</param>
    /// <param name="after">The array it waits for, however that ends.</param>
    public static string Merge(Submission submission, string folder, string after)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return Script(submission, $"{submission.Name}-merge", Path.Combine(Literal(folder), "merge.log"), 1, [$"--dependency=afterany:{after}"], submission.Finish);
    }

    private static string Script(Submission submission, string name, string log, int cpus, string[] own, IReadOnlyList<string> command)
    {
        var script = new StringBuilder("#!/bin/bash\n");
        foreach (var option in (string[])
            [$"--job-name={name}", $"--output={log}", "--open-mode=append", string.Create(CultureInfo.InvariantCulture, $"--cpus-per-task={cpus}"), .. own, .. submission.Options])
        {
            if (Fault(option) is { } fault)
                throw new SlurmException(fault);
            script.Append("#SBATCH ").Append(Quoted(option)).Append('\n');
        }

        return script.Append("exec ").AppendJoin(' ', command.Select(SuggestedCommand.Quoted)).Append('\n').ToString();
    }

    /// <summary>A folder in a pattern of file names, where Slurm expands %.</summary>
    private static string Literal(string folder) => folder.Replace("%", "%%", StringComparison.Ordinal);

    /// <summary>An option as sbatch reads it, which is not as a shell does: a backslash counts within quotes, too.</summary>
    private static string Quoted(string option) => SuggestedCommand.Quoted(option) == option
        ? option
        : $"'{option.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";

    private static string Shown(string text) => Table.Shown(string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)));
}
