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
            var clock = TimeProvider.System;
            var study = options.Study(parsed, scenario, clock) with { Tables = [Runs, .. parsed.GetValue(table) ?? []], Shard = part };
            var again = options.Again(parsed, study.OutputDirectory);
            return Sweep(scenario, clock, part is null ? study : study with { OutputDirectory = ShardFolders.PathOf(study.OutputDirectory, part) }, again);
        });
        return command;
    }

    private static int Sweep(Scenario scenario, TimeProvider clock, StudyOptions options, string again) => Failures.Told(() =>
    {
        var plan = StudyPlan.Sweep(scenario);
        if (options.Shard is { } shard && ShardOption.Fault(plan, options.BatchSize, shard.Of) is { } fault)
            return Refused(fault);
        using var interrupt = new Interrupt();
        var result = Progress.Show(scenario.Name, "replications", clock, progress => Study.Run(plan, options, progress, clock, interrupt.Token));
        if (!result.Complete)
            return RunCommand.Interruption(result, again);
        if (options.Shard is { } done)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Shard {done.Number} of {done.Of} is in {options.OutputDirectory}"));
            return ExitCode.Done;
        }

        var exit = AnalyseCommand.Analyse(ResultFolder.Open(result.Directory), null, null, null);
        Console.Out.WriteLine($"Results are in {options.OutputDirectory}");
        Console.Out.WriteLine($"To see another outcome: {SuggestedCommand.Of("analyse", options.OutputDirectory, "--outcome", "netValue")}");
        return exit;
    }, again);

    private static int Refused(string why)
    {
        Console.Error.WriteLine($"{why}{(why.Contains('\n', StringComparison.Ordinal) ? "\n" : " ")}Nothing was simulated and nothing written.");
        return ExitCode.BadInput;
    }
}
