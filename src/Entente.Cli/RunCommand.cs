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
        var first = Numbers.Option("--first-replication", "Number of the first replication; 0 unless set.", 0, 1_000_000);
        var months = Numbers.Option("--months", "Months to play.", 1, 4000);
        var seed = Numbers.Option("--seed", "Master seed.", 0, uint.MaxValue);
        var threads = Numbers.Option("--threads", "Threads to play on; results do not depend on it.", 1, 1024);
        var output = new Option<string?>("--out") { Description = "Folder for the results, new or empty.", HelpName = "dir" };
        var set = SetOption.Create();
        var command = new ExplainedCommand("run", "Plays a scenario and leaves its results.", "run scenarios/telco-disruption.yaml --replications 20")
        {
            file, replications, first, months, seed, threads, output, set,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(file),
            new ScenarioOverrides(
                (int?)parsed.GetValue(replications), (int?)parsed.GetValue(months), (uint?)parsed.GetValue(seed), parsed.GetValue(set)),
            (int)(parsed.GetValue(first) ?? 0),
            (int)(parsed.GetValue(threads) ?? Environment.ProcessorCount),
            parsed.GetValue(output)));
        return command;
    }

    private static int Run(string file, ScenarioOverrides overrides, int first, int threads, string? output)
    {
        var reading = ScenarioReader.Read(file, overrides);
        if (reading.Scenario is not { } scenario)
        {
            ProblemReport.Show(reading.Problems, "nothing was played and nothing written");
            return ExitCode.BadInput;
        }

        var clock = TimeProvider.System;
        var directory = output ?? Path.Combine("results", scenario.Name,
            clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture));
        return Play(scenario, clock, new StudyOptions
        {
            ScenarioFile = file,
            OutputDirectory = directory,
            FirstReplication = first,
            Threads = threads,
            ProgramVersion = ProgramVersion.Number,
            Commit = ProgramVersion.Commit,
        });
    }

    private static int Play(Scenario scenario, TimeProvider clock, StudyOptions options) => Failures.Told(() =>
    {
        using var interrupt = new Interrupt();
        var result = Progress.Show(scenario.Name, "replications", clock,
            progress => Study.Run(scenario, options, progress, clock, interrupt.Token));
        var drawn = result.Manifest.ReplicationsFinished == 0 || Show(ResultFolder.Open(result.Directory));
        Console.Out.WriteLine($"Results are in {options.OutputDirectory}");
        Console.Out.WriteLine($"To read them as a page: {Root.ProgramName} report {options.OutputDirectory}");
        if (!result.Complete)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Interrupted: {result.Manifest.ReplicationsFinished:N0} of {scenario.Replications:N0} replications were finished and kept."));
            return ExitCode.Interrupted;
        }

        return drawn ? ExitCode.Done : ExitCode.NotWritable;
    });

    /// <summary>Shows how the arms compare while charts are drawn; false where they could not be written.</summary>
    private static bool Show(ResultFolder folder)
    {
        var drawing = Task.Run(() => ChartFolder.Draw(folder));
        Comparison.Show(folder);
        try
        {
            drawing.GetAwaiter().GetResult();
            return true;
        }
        catch (ResultsNotWritable problem)
        {
            Console.Error.WriteLine($"{Failures.WithRemedy(problem)} The tables and the manifest are whole; charts are missing.");
            return false;
        }
    }
}
