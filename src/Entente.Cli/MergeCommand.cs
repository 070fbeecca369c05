using System.CommandLine;
using System.Globalization;
using Entente.Studies.Results;
using Entente.Studies.Running;

namespace Entente.Cli;

/// <summary><c>entente merge DIR</c>: puts the shards of a sweep together.</summary>
internal static class MergeCommand
{
    public static Command Create()
    {
        var directory = new Argument<string>("dir") { Description = "The folder that the shards share." };
        var shards = Numbers.Option("--shards", "How many shards there are to be; the shards say so themselves unless set.", 1, ShardOption.Most);
        var command = new ExplainedCommand("merge", "Puts the shards of a sweep together.", "merge results/my-sweep") { directory, shards };
        command.SetAction(parsed => Merge(parsed.GetRequiredValue(directory), (int)(parsed.GetValue(shards) ?? 0)));
        return command;
    }

    public static int Merge(string directory, int shards) => Failures.Told(() =>
    {
        using var interrupt = new Interrupt();
        try
        {
            var result = Progress.Show(Path.GetFileName(Path.TrimEndingDirectorySeparator(directory)), "batches", TimeProvider.System,
                progress => ShardMerge.Run(directory, shards, progress, interrupt.Token));
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Manifest.ReplicationsFinished:N0} replications of each arm are merged."));
            var exit = AnalyseCommand.Analyse(ResultFolder.Open(result.Directory), null, null, null);
            Screen.Left($"Results are in {directory}");
            Console.Out.WriteLine($"To see another outcome: {SuggestedCommand.Of("analyse", directory, "--outcome", "netValue")}");
            return exit;
        }
        catch (ShardsNotWhole problem)
        {
            foreach (var line in Told(problem.Folders))
                Console.Error.WriteLine(line);
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine($"Interrupted: what is merged is kept. To go on: {SuggestedCommand.Of("merge", directory)}");
            return ExitCode.Interrupted;
        }
    }, () => SuggestedCommand.Of("merge", directory));

    private static IEnumerable<string> Told(ShardFolders folders)
    {
        if (folders.Of == 0)
        {
            yield return $"{folders.Directory} holds no shards. Nothing was written.";
            yield break;
        }

        foreach (var fault in folders.Faults)
            yield return fault;
        if (folders.Missing.Count > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{folders.Missing.Count:N0} of {folders.Of:N0} shards are missing or not finished: {NumberRanges.Of(folders.Missing)}.");
        yield return "Nothing was written.";
    }
}
