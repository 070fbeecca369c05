using System.CommandLine;
using System.Globalization;
using Entente.Scenarios;
using Entente.Studies.Cluster;
using Entente.Studies.Results;
using Entente.Studies.Running;

namespace Entente.Cli;

/// <summary><c>entente slurm</c>: plays a sweep on a cluster that Slurm runs.</summary>
internal static class SlurmCommand
{
    private const string ScenarioName = "scenario.yaml";

    public static Command Create() => new("slurm", "Plays a sweep on a cluster that Slurm runs.") { Submit(), Status(), Finish() };

    private static ExplainedCommand Submit()
    {
        var file = new Argument<string>("file") { Description = "The scenario, with a design." };
        var shards = Numbers.Option("--shards", "How many parts to cut the sweep into.", 1, ShardOption.Most);
        shards.Required = true;
        var output = new Option<string>("--out") { Description = "Folder that all nodes share, for shards and result.", HelpName = "dir", Required = true };
        var cpus = Numbers.Option("--cpus", "Processors of each shard; 2 unless set.", 1, Submission.MostCpus);
        var retries = Numbers.Option("--retries", "How often shards that get lost are submitted again; 3 unless set.", 0, Submission.MostRetries);
        var batch = Numbers.Option("--batch", "Replications written together; 100 unless set.", 1, 100_000);
        var replications = Numbers.Option("--replications", "Replications of each arm at each point.", 1, 1_000_000);
        var sbatch = new Option<string[]>("--sbatch") { Description = "A further option for sbatch, such as --sbatch=--partition=long; may be repeated.", HelpName = "option" };
        var set = SetOption.Create();
        var command = new ExplainedCommand("submit", "Submits the shards of a sweep, and a merge that runs after them; those that are whole are left alone.",
            "slurm submit scenarios/table-1.yaml --shards 32 --out /shared/table-1 --sbatch=--time=2:00:00")
        {
            file, shards, output, cpus, retries, batch, replications, sbatch, set,
        };
        command.SetAction(parsed => Submit(
            parsed.GetRequiredValue(file), Path.GetFullPath(parsed.GetRequiredValue(output)),
            new ScenarioOverrides((int?)parsed.GetValue(replications), Set: parsed.GetValue(set)), (int)(parsed.GetValue(batch) ?? StudyOptions.UsualBatch),
            new Submission
            {
                Name = "",
                Shards = (int)parsed.GetValue(shards)!.Value,
                Cpus = (int)(parsed.GetValue(cpus) ?? 2),
                Retries = (int)(parsed.GetValue(retries) ?? 3),
                Sweep = [],
                Finish = [],
                Options = parsed.GetValue(sbatch) ?? [],
                Jobs = [],
            }));
        return command;
    }

    private static int Submit(string file, string directory, ScenarioOverrides overrides, int batch, Submission asked) => Told(() =>
    {
        if ((SlurmScript.FolderFault(directory) ?? asked.Options.Select(SlurmScript.Fault).FirstOrDefault(said => said is not null)) is { } unfit)
            return Refused(unfit);
        var reading = ScenarioReader.Read(file, overrides);
        if (reading.Scenario is not { } scenario)
        {
            ProblemReport.Show(reading.Problems, "nothing was submitted");
            return ExitCode.BadInput;
        }

        if (scenario.Design is null)
            return Refused($"{file} has no section design: it does not say what to vary.");
        if (ShardOption.Fault(StudyPlan.Sweep(scenario), batch, asked.Shards) is { } fault)
            return Refused(fault);

        var submission = asked with
        {
            Name = scenario.Name,
            Sweep =
            [
                .. ProgramItself.Words, "sweep", Path.Combine(Submission.FolderOf(directory), ScenarioName), "--out", directory, "--resume",
                .. Words("--shards", asked.Shards), .. Words("--threads", asked.Cpus), .. Words("--batch", batch),
                .. scenario.Overrides.SelectMany(assignment => (string[])["--set", assignment]),
            ],
            Finish = [.. ProgramItself.Words, "slurm", "finish", directory],
        };
        if (Submission.Read(directory) is { } before)
        {
            if (!before.Sweep.SequenceEqual(submission.Sweep) || Submission.Shared(directory, ScenarioName) != scenario.Text)
                return Refused($"{directory} holds the shards of another sweep, or of the same cut otherwise; choose another folder.");
            if (Slurm.Queue(Ids(before)).Count > 0)
                return Refused($"Shards of this sweep are waiting or running. To see which: {SuggestedCommand.Of("slurm", "status", directory)}\n");
            submission = submission with { Jobs = before.Jobs };
        }

        var missing = ShardFolders.Look(directory, asked.Shards).Missing;
        if (missing.Count == 0)
            return Merge(directory, asked.Shards);
        Submission.Share(directory, ScenarioName, scenario.Text);
        Say(Slurm.Submit(submission, directory, missing), directory, missing.Count);
        return ExitCode.Done;
    });

    private static ExplainedCommand Status()
    {
        var directory = new Argument<string>("dir") { Description = "The folder that the shards share." };
        var command = new ExplainedCommand("status", "Says how far the shards are.", "slurm status /shared/table-1") { directory };
        command.SetAction(parsed => Told(() => Status(ResultFolder.FullPath(parsed.GetRequiredValue(directory)))));
        return command;
    }

    private static int Status(string directory)
    {
        if (Submission.Read(directory) is not { } submission)
            return Refused($"{directory} holds nothing that was submitted.");
        var queue = Slurm.Queue(Ids(submission));
        var arrays = submission.Jobs.Select(jobs => jobs.Array).ToHashSet();
        var folders = ShardFolders.Look(directory, submission.Shards);
        int[] Shards(Func<string, bool> state) => [.. queue.Where(task => arrays.Contains(task.Job) && state(task.State)).Select(task => task.Task).Distinct().Intersect(folders.Missing).Order()];
        var running = Shards(state => state is "RUNNING" or "COMPLETING");
        var waiting = Shards(state => state is not ("RUNNING" or "COMPLETING"));
        int[] lost = [.. folders.Missing.Except(running).Except(waiting)];

        Line("shards", Count(submission.Shards));
        Line("whole", Count(folders.Whole.Count));
        Line("running", Listed(running));
        Line("waiting", Listed(waiting));
        Line("lost", Listed(lost));
        Line("submitted", string.Create(CultureInfo.InvariantCulture, $"{submission.Jobs.Count} times, last as jobs {submission.Jobs[^1].Array} and {submission.Jobs[^1].Merge}"));
        foreach (var fault in folders.Faults)
            Console.Out.WriteLine(fault);
        var merged = File.Exists(Path.Combine(directory, "manifest.json"));
        Line("merge", merged ? "done" : queue.FirstOrDefault(task => task.Job == submission.Jobs[^1].Merge).State?.ToLowerInvariant() ?? "not in the queue");
        if (lost.Length > 0 && queue.Count == 0)
            Console.Out.WriteLine("Submit once more to play what is lost; what is whole is left alone.");
        return ExitCode.Done;
    }

    /// <summary>What the job after the shards runs: merges, or submits again what got lost.</summary>
    private static ExplainedCommand Finish()
    {
        var directory = new Argument<string>("dir") { Description = "The folder that the shards share." };
        var command = new ExplainedCommand("finish", "Merges the shards, or submits again those that got lost; the job after the shards runs it.", "slurm finish /shared/table-1") { directory };
        command.SetAction(parsed => Told(() =>
        {
            var shared = ResultFolder.FullPath(parsed.GetRequiredValue(directory));
            if (Submission.Read(shared) is not { } submission)
                return Refused($"{shared} holds nothing that was submitted.");
            var folders = ShardFolders.Look(shared, submission.Shards);
            if (folders.Missing.Count == 0 || submission.Jobs.Count > submission.Retries)
                return Merge(shared, submission.Shards);
            Say(Slurm.Submit(submission, shared, folders.Missing), shared, folders.Missing.Count);
            return ExitCode.Done;
        }));
        return command;
    }

    private static int Merge(string directory, int shards) => MergeCommand.Merge(directory, shards);

    private static void Say(Submission submitted, string directory, int shards)
    {
        var jobs = submitted.Jobs[^1];
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Submitted {shards:N0} of {submitted.Shards:N0} shards as job {jobs.Array}, and the merge after them as job {jobs.Merge}."));
        Console.Out.WriteLine($"To see how far they are: {SuggestedCommand.Of("slurm", "status", directory)}");
    }

    private static IEnumerable<string> Ids(Submission submission) => submission.Jobs.SelectMany(jobs => (string[])[jobs.Array, jobs.Merge]);

    private static string[] Words(string option, int value) => [option, value.ToString(CultureInfo.InvariantCulture)];

    private static int Told(Func<int> command) => Failures.Told(() =>
    {
        try
        {
            return command();
        }
        catch (SlurmException problem)
        {
            Console.Error.WriteLine(problem.Message);
            return ExitCode.Failed;
        }
    });

    private static int Refused(string why)
    {
        Console.Error.WriteLine($"{why}{(why.EndsWith('\n') ? "" : " ")}Nothing was submitted.");
        return ExitCode.BadInput;
    }

    private static void Line(string what, string value) => Console.Out.WriteLine($"  {what,-10} {value}");

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Listed(int[] shards) => shards.Length == 0 ? "0" : $"{Count(shards.Length)}: {NumberRanges.Of(shards)}";
}
