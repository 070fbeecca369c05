using Entente.Cli;
using Entente.Scenarios;
using Entente.Studies.Results;
using Entente.Studies.Running;
using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>Every command that the program suggests can be pasted into a shell, and does what it says.</summary>
public class SuggestedCommandTests
{
    // What a folder may be called.
    private const string Odd = "my study's $HOME & \"co\"; (1)";

    private WorkingFolder folder = null!;

    [SetUp]
    public void Make()
    {
        if (OperatingSystem.IsWindows() || WorkingFolder.Find("bash") is null)
            Assert.Ignore("there is no bash to paste into");
        folder = new WorkingFolder();
        folder.Write("bin/entente-cli", $"#!/bin/sh\nexec dotnet {SuggestedCommand.Quoted(WorkingFolder.Program)} \"$@\"\n");
        folder.Start("chmod", "+x", folder["bin/entente-cli"]);
        Write(Path.Combine(Odd, "study.yaml"), replications: 3);
    }

    [TearDown]
    public void Remove() => folder?.Remove();

    [Test]
    public void A_failing_replication_is_played_again_by_the_command_it_names()
    {
        var file = Path.Combine(Odd, "study.yaml");
        var scenario = ScenarioReader.Read(folder[file], new ScenarioOverrides(Seed: 42, Months: 12, Set: ["arms.fair.dials.exitBarrier=0.25", "question=Does it play, \"again\" & again?"])).Scenario!;
        var failure = new ReplicationFailure(scenario, scenario.Arms[1], 7, file, new InvalidOperationException("bad"));
        Assert.That(failure.Message.Split('\n')[^1], Is.EqualTo($"Play it again with: {failure.Command}"));

        var results = ResultFolder.Open(folder[Played(Pasted($"{failure.Command} --out again"))]);
        Assert.That(results.Manifest.Seed, Is.EqualTo(42));
        Assert.That(results.Manifest.Scenario.Question, Is.EqualTo("Does it play, \"again\" & again?"));
        Assert.That(results.Manifest.Arms[1].Parameters.Single(p => p.Path == "dials.exitBarrier").Value.GetDouble(), Is.EqualTo(0.25));
        Assert.That(results.Column<int>("runs", "replication"), Is.EqualTo((int[])[7, 7]));
        Assert.That(results.Column<int>("months", "month"), Has.Length.EqualTo(24));
    }

    [TestCase("run", "")]
    [TestCase("sweep", "")]
    [TestCase("sweep", "--shard 1/2")]
    public void A_study_that_was_interrupted_goes_on_with_the_command_it_names(string command, string further)
    {
        Write(Path.Combine(Odd, "study.yaml"), replications: 20_000);
        var file = Path.Combine(Odd, "study.yaml");
        string[] words = ["--resume", command, file, .. further.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--out", Path.Combine(Odd, "out"), "--batch", "20", "--threads=2"];
        using var program = Started.Entente(folder.Root, [words[1], words[0], .. words[2..]]);
        var left = folder[Path.Combine(Odd, "out")];
        Started.WaitUntil(() => Directory.Exists(left) && Directory.EnumerateFiles(left, "ledger.jsonl", SearchOption.AllDirectories).Any(), "the program never got to play");
        program.Send("INT");
        var (exit, _, error) = program.End();
        Assert.That(exit, Is.EqualTo(130), error);
        var again = error.TrimEnd('\n').Split('\n')[^1].Split("To go on: ")[1];

        // Interrupted once more, it has gone on from where it was.
        var ledger = Directory.EnumerateFiles(left, "ledger.jsonl", SearchOption.AllDirectories).Single();
        var before = Lines(ledger);
        using var second = Started.Run(folder.Root, "bash", ["-c", $"exec {again}"], ("PATH", Found));
        Started.WaitUntil(() => !second.IsRunning || Lines(ledger).Length > before.Length, "it did not go on");
        if (second.IsRunning)
            second.Send("INT");
        var end = second.End();
        Assert.That(end.Exit, Is.EqualTo(130).Or.Zero, end.Error);
        Assert.That(end.Error, Does.Not.Contain("Did you mean").And.Not.Contain("holds"));
        Assert.That(Lines(ledger)[..before.Length], Is.EqualTo(before), "what was there is kept");
        Assert.That(Directory.EnumerateFiles(left, "ledger.jsonl", SearchOption.AllDirectories), Has.Exactly(1).Items, "and not in another folder");
    }

    [Test]
    public void A_calibration_that_was_interrupted_goes_on_with_the_command_it_names()
    {
        var file = Path.Combine(Odd, "fit.yaml");
        folder.Write(file,
            $$"""
            name: fit
            question: Does it go on?
            seed: 3
            replications: 20
            start: 2000
            generations: 1
            points: 4
            parameters:
              - { path: conduct.guilt, from: 0, to: 1 }
            experiments: ["{{Path.Combine(WorkingFolder.Scenarios, "lab", "pd2.yaml")}}"]
            """);
        using var program = Started.Entente(folder.Root, "calibrate", file, "--out", Path.Combine(Odd, "out"));
        var points = folder[Path.Combine(Odd, "out", "points.csv")];
        Started.WaitUntil(() => File.Exists(points) && Lines(points).Length > 5, "the program never got to work");
        program.Send("INT");
        var (exit, _, error) = program.End();
        Assert.That(exit, Is.EqualTo(130), error);
        var again = error.TrimEnd('\n').Split('\n')[^1].Split("To go on: ")[1];

        var before = Lines(points);
        using var second = Started.Run(folder.Root, "bash", ["-c", $"exec {again}"], ("PATH", Found));
        Started.WaitUntil(() => !second.IsRunning || Lines(points).Length > before.Length, "it did not go on");
        second.Send("INT");
        Assert.That(second.End().Error, Does.Contain(FormattableString.Invariant($"{before.Length - 2:N0} points are there already.")));
        Assert.That(Lines(points)[..before.Length], Is.EqualTo(before));
    }

    [Test]
    public void What_is_left_to_do_after_a_run_or_a_sweep_can_be_pasted()
    {
        var file = Path.Combine(Odd, "study.yaml");
        var run = folder.Entente("run", file, "--out", Path.Combine(Odd, "run"));
        Assert.That(run.Exit, Is.Zero, run.Error);
        Assert.That(Pasted(After(run.Output, "To read them as a page: ")).Exit, Is.Zero);
        Assert.That(File.Exists(folder[Path.Combine(Odd, "run", "report.html")]));

        var sweep = Pasted($"{After(run.Output, "Its design was not played; to play that:\n  ")} --out {SuggestedCommand.Quoted(Path.Combine(Odd, "sweep"))}");
        Assert.That(sweep.Exit, Is.Zero, sweep.Error);
        var analysis = Pasted(After(sweep.Output, "To see another outcome: "));
        Assert.That(analysis.Exit, Is.Zero, analysis.Error);
        Assert.That(analysis.Output, Does.Contain("net value").IgnoreCase);

        foreach (var shard in new[] { "1/2", "2/2" })
            Assert.That(folder.Entente("sweep", file, "--batch", "3", "--out", Path.Combine(Odd, "parts"), "--shard", shard).Exit, Is.Zero);
        var merged = folder.Entente("merge", Path.Combine(Odd, "parts"));
        Assert.That(Pasted(After(merged.Output, "To see another outcome: ")).Exit, Is.Zero);
    }

    [Test]
    public void A_new_scenario_is_checked_and_played_by_what_it_names()
    {
        var written = folder.Entente("new", Path.Combine(Odd, "mine.yaml"));
        Assert.That(written.Exit, Is.Zero, written.Error);
        var commands = written.Output.Split('\n').Where(line => line.StartsWith("  entente-cli ", StringComparison.Ordinal)).Select(line => line.Trim()).ToArray();
        Assert.That(commands, Has.Length.EqualTo(2));
        Assert.That(Pasted(commands[0]).Output, Does.Contain("is sound."));
        Assert.That(Pasted($"{commands[1]} --replications 1 --months 3 --out short").Exit, Is.Zero);
    }

    [TestCase("slurm submit x.yaml --shard 3", "slurm submit has no option --shard. Did you mean --shards?\n")]
    [TestCase("slurm stat", "slurm has no command stat. Did you mean status?\n")]
    [TestCase("run x.yaml --montsh 3", "run has no option --montsh. Did you mean --months?\n")]
    [TestCase("rnu", "There is no command rnu. Did you mean run?\n")]
    public void Where_to_look_for_help_is_where_it_is(string line, string said)
    {
        var (exit, _, error) = folder.Entente(line.Split(' '));
        Assert.That(exit, Is.EqualTo(2));
        Assert.That(error, Does.StartWith(said));
        var command = error.Split('\'')[1];
        Assert.That(Pasted(command).Output, Does.Contain($"Usage:\n  {command[..command.IndexOf(" --help", StringComparison.Ordinal)]} "));
    }

    /// <summary>Quoting in general: a shell reads back any words.</summary>
    [Test]
    public void A_shell_reads_back_every_word()
    {
        string[] words = ["plain", "", " ", "it's", "\"", "$HOME", "`id`", "a\\b", "*", "~", "!x", "#", "a\nb", "ü", "{a,b}", "-x", "a=b", "50%", "x;y|z&", "<>()"];
        var (_, output, _) = folder.Start("bash", "-c", $"printf '%s\\0' {string.Join(' ', words.Select(SuggestedCommand.Quoted))}");
        Assert.That(output.Split('\0')[..^1], Is.EqualTo(words));
    }

    /// <summary>The program is called by its name wherever it speaks of itself, and by no other.</summary>
    [Test]
    public void The_program_is_called_by_its_name() => Assert.That(Root.ProgramName, Is.EqualTo(Path.GetFileNameWithoutExtension(WorkingFolder.Program)));

    /// <summary>Where programs are found, this one first.</summary>
    private string Found => $"{folder["bin"]}:{Environment.GetEnvironmentVariable("PATH")}";

    /// <summary>Runs a line as somebody does who pastes it.</summary>
    private (int Exit, string Output, string Error) Pasted(string line)
    {
        using var program = Started.Run(folder.Root, "bash", ["-c", line], ("PATH", Found));
        return program.End();
    }

    private static string Played((int Exit, string Output, string Error) run)
    {
        Assert.That(run.Exit, Is.Zero, run.Error);
        return "again";
    }

    /// <summary>What a file holds that another program may be writing to.</summary>
    private static string[] Lines(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string After(string output, string words)
    {
        Assert.That(output, Does.Contain(words));
        return output.Split(words)[1].Split('\n')[0];
    }

    private void Write(string name, int replications) => folder.Write(name, FormattableString.Invariant(
        $$"""
        name: study
        question: Can what it says be pasted?
        seed: 1
        replications: {{replications}}
        months: 36
        industry: { firms: 8 }
        arms:
          - { name: tight, preset: tight-contract }
          - { name: fair, preset: fair-process }
        design:
          method: grid
          levers:
            dials.exitBarrier: { from: 0, to: 1, steps: 2 }

        """));
}
