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
        var options = new PlayOptions();
        var first = Numbers.Option("--first-replication", "Number of the first replication; 0 unless set.", 0, 1_000_000);
        var command = new ExplainedCommand("run", "Plays a scenario and leaves its results.", "run scenarios/telco-disruption.yaml --replications 20")
        {
            options.File, first,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            if (options.Scenario(parsed) is not { } scenario)
                return ExitCode.BadInput;
            var study = options.Study(parsed, scenario, TimeProvider.System) with { FirstReplication = (int)(parsed.GetValue(first) ?? 0) };
            return Play(parsed, options, scenario, study, options.Sweep(parsed, first));
        });
        return command;
    }

    private static int Play(ParseResult parsed, PlayOptions options, Scenario scenario, StudyOptions study, string sweep)
    {
        string Again() => options.Again(parsed, study.OutputDirectory);
        return Failures.Told(() =>
        {
            MemoryWarning.Tell(StudyPlan.Of(scenario), study);
            using var interrupt = new Interrupt();
            var clock = TimeProvider.System;
            var result = Progress.Show(scenario.Name, "replications", clock,
                progress => options.Play(parsed, ref study, at => Study.Run(scenario, at, progress, clock, interrupt.Token)));
            if (result.Manifest.ReplicationsFinished == 0)
                return Interruption(result, Again());
            // What simulating left behind would otherwise stay while pictures are drawn.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            var drawn = Show(ResultFolder.Open(result.Directory));
            Screen.Left($"Results are in {study.OutputDirectory}");
            Console.Out.WriteLine($"To read them as a page: {SuggestedCommand.Of("report", study.OutputDirectory)}");
            if (scenario.Design is not null)
                Console.Out.WriteLine($"Its design was not played; to play that:\n  {sweep}");
            return !result.Complete ? Interruption(result, Again()) : drawn ? ExitCode.Done : ExitCode.NotWritable;
        }, Again);
    }

    /// <summary>Says what an interruption left, and the command that goes on with it.</summary>
    public static int Interruption(StudyResult result, string again)
    {
        var (finished, asked) = (result.Manifest.ReplicationsFinished, result.Manifest.ReplicationsAsked);
        Console.Error.WriteLine(finished == 0
            ? "Interrupted: nothing was finished, and nothing is kept."
            : string.Create(CultureInfo.InvariantCulture,
                $"Interrupted: {finished:N0} of {asked:N0} replications were finished and kept. To go on: {again}"));
        return ExitCode.Interrupted;
    }

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
