using System.CommandLine;
using System.Globalization;
using Entente.Scenarios;
using Entente.Studies.Results;
using Entente.Studies.Running;

namespace Entente.Cli;

/// <summary><c>entente sweep FILE</c>: simulates a scenario at every point of its design, or a shard of it.</summary>
internal static class SweepCommand
{
    private const string Runs = "runs";

    public static Command Create()
    {
        var options = new PlayOptions();
        var shard = new Option<Shard?>("--shard") { Description = "Simulate only this part, such as 3/64; into --out, which all parts share.", HelpName = "i/n", CustomParser = ShardOption.Parse };
        var shards = Numbers.Option("--shards", "Simulate one of this many parts; the environment says which (SLURM_ARRAY_TASK_ID from 1, JOB_COMPLETION_INDEX from 0).", 1, ShardOption.Most);
        var table = new Option<string[]>("--table") { Description = "Also write this table; may be repeated. The table of runs is always written.", HelpName = "name" };
        var command = new ExplainedCommand("sweep", "Simulates a scenario at every point of its design.", "sweep scenarios/table-1.yaml")
        {
            options.File, shard, shards, table,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            if (options.Scenario(parsed) is not { } scenario)
                return ExitCode.BadInput;
            if (scenario.Design is null)
                return Refused($"{options.FileOf(parsed)} has no section design: it does not say what to vary. Add one, such as\n"
                    + "  design:\n    method: latin-hypercube\n    points: 100\n    levers:\n      dials.exitBarrier: { from: 0, to: 1 }\n    uncertainties:\n      disruption.max: { from: 0.1, to: 0.9 }");
            if (parsed.GetValue(table)?.Select(name => Choice.Fault("--table", name, ResultFolder.TableNames)).FirstOrDefault(said => said is not null) is { } unknown)
                return Refused(unknown);
            var part = parsed.GetValue(shard);
            if (parsed.GetValue(shards) is { } of && (part = ShardOption.FromEnvironment((int)of, out var problem)) is null)
                return Refused(problem!);
            if (part is not null && options.Output(parsed) is null)
                return Refused("A shard needs --out: the folder that all shards share, and are merged into.");
            var study = options.Study(parsed, scenario, TimeProvider.System) with { Tables = [Runs, .. parsed.GetValue(table) ?? []], Shard = part };
            return Sweep(parsed, options, scenario, study);
        });
        return command;
    }

    private static int Sweep(ParseResult parsed, PlayOptions options, Scenario scenario, StudyOptions study)
    {
        // The shards share the folder that was asked for; who resumes one names that.
        var shared = study.OutputDirectory;
        string Again() => options.Again(parsed, study.Shard is null ? study.OutputDirectory : shared);
        return Failures.Told(() =>
        {
            var plan = StudyPlan.Sweep(scenario);
            if (study.Shard is { } shard)
            {
                if (ShardOption.Fault(plan, study.BatchSize, shard.Of) is { } fault)
                    return Refused(fault);
                study = study with { OutputDirectory = ShardFolders.PathOf(shared, shard) };
            }

            MemoryWarning.Tell(plan, study);
            using var interrupt = new Interrupt();
            var clock = TimeProvider.System;
            var result = Progress.Show(scenario.Name, "replications", clock,
                progress => options.Play(parsed, ref study, at => Study.Run(plan, at, progress, clock, interrupt.Token)));
            if (!result.Complete)
                return RunCommand.Interruption(result, Again());
            if (study.Shard is { } done)
            {
                Screen.Left(string.Create(CultureInfo.InvariantCulture, $"Shard {done.Number} of {done.Of} is in {study.OutputDirectory}"));
                return ExitCode.Done;
            }

            var exit = AnalyseCommand.Analyse(ResultFolder.Open(result.Directory), null, null, null);
            Screen.Left($"Results are in {study.OutputDirectory}");
            Console.Out.WriteLine($"To see another outcome: {SuggestedCommand.Of("analyse", study.OutputDirectory, "--outcome", "netValue")}");
            return exit;
        }, Again);
    }

    private static int Refused(string why)
    {
        Console.Error.WriteLine($"{why}{(why.Contains('\n', StringComparison.Ordinal) ? "\n" : " ")}Nothing was simulated and nothing written.");
        return ExitCode.BadInput;
    }
}
