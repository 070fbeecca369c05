using System.CommandLine;
using System.Globalization;
using Entente.Scenarios;
using Entente.Studies.Charts;
using Entente.Studies.Results;
using Entente.Studies.Running;

namespace Entente.Cli;

/// <summary><c>entente run FILE</c>: plays a scenario, shows how its arms compare, and leaves its results.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The scenario." };
        var replications = Numbers.Option("--replications", "Replications of each arm.", 1, 1_000_000);
        var months = Numbers.Option("--months", "Months to play.", 1, 4000);
        var seed = Numbers.Option("--seed", "Master seed.", 0, uint.MaxValue);
        var threads = Numbers.Option("--threads", "Threads to play on; results do not depend on it.", 1, 1024);
        var output = new Option<string?>("--out") { Description = "Folder for the results, new or empty.", HelpName = "dir" };
        var set = new Option<string[]>("--set")
        {
            Description = "Sets anything in the scenario, such as dials.exitBarrier=0.5; may be repeated.",
            HelpName = "path=value",
        };
        var command = new Command("run", "Plays a scenario and leaves its results.")
        {
            file, replications, months, seed, threads, output, set,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(file),
            new ScenarioOverrides(
                (int?)parsed.GetValue(replications), (int?)parsed.GetValue(months), (uint?)parsed.GetValue(seed), parsed.GetValue(set)),
            (int)(parsed.GetValue(threads) ?? Environment.ProcessorCount),
            parsed.GetValue(output)));
        return command;
    }

    private static int Run(string file, ScenarioOverrides overrides, int threads, string? output)
    {
        var reading = ScenarioReader.Read(file, overrides);
        if (reading.Scenario is not { } scenario)
        {
            foreach (var problem in reading.Problems)
                Console.Error.WriteLine(problem);
            Console.Error.WriteLine(reading.Problems.Count == 1
                ? "One problem; nothing was played and nothing written."
                : $"{reading.Problems.Count} problems; nothing was played and nothing written.");
            return ExitCode.BadInput;
        }

        var clock = TimeProvider.System;
        var directory = output ?? Path.Combine("results", scenario.Name,
            clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture));
        if (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any())
        {
            Console.Error.WriteLine($"{directory} is not empty; --out must name a folder that is new or empty. Nothing was written.");
            return ExitCode.BadInput;
        }

        return Play(scenario, file, directory, threads, clock);
    }

    private static int Play(Scenario scenario, string file, string directory, int threads, TimeProvider clock)
    {
        using var interrupted = new CancellationTokenSource();
        ConsoleCancelEventHandler interrupt = (_, pressed) =>
        {
            pressed.Cancel = true;
            interrupted.Cancel();
        };
        Console.CancelKeyPress += interrupt;
        try
        {
            var options = new StudyOptions
            {
                Directory = directory,
                Threads = threads,
                Program = ProgramVersion.Number,
                Commit = ProgramVersion.Commit,
            };
            var result = Progress.Show(scenario.Name, clock,
                progress => Study.Run(scenario, options, progress, clock, interrupted.Token));
            var folder = ResultFolder.Open(result.Directory);
            if (result.Manifest.ReplicationsPlayed > 0)
            {
                ChartFolder.Draw(folder);
                Comparison.Show(folder);
            }

            Console.Out.WriteLine($"Results are in {directory}");
            if (result.Manifest.Complete)
                return ExitCode.Done;
            Console.Error.WriteLine(
                $"Interrupted: {result.Manifest.ReplicationsPlayed} of {scenario.Replications} replications were finished and kept.");
            return ExitCode.Interrupted;
        }
        catch (ResultsNotWritable problem)
        {
            Console.Error.WriteLine(problem.Message);
            return ExitCode.NotWritable;
        }
        catch (ReplicationFailure failure)
        {
            Console.Error.WriteLine(failure.Message);
            Console.Error.WriteLine("To play it again, up to the same point:");
            Console.Error.WriteLine($"  entente run {file} {Replay(scenario, failure)}");
            return ExitCode.Failed;
        }
        finally
        {
            Console.CancelKeyPress -= interrupt;
        }
    }

    private static string Replay(Scenario scenario, ReplicationFailure failure)
    {
        // The one replication that failed is the last of so many; those before it are played too.
        var sets = scenario.Overrides.Where(o => !o.StartsWith("replications=", StringComparison.Ordinal)).Select(o => $"--set '{o}' ");
        return $"{string.Concat(sets)}--replications {failure.Replication + 1}";
    }
}
