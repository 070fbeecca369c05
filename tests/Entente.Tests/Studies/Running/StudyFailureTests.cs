using System.Diagnostics;
using Entente.Engine;
using Entente.Observation;
using Entente.Settings;
using Entente.Studies.Results;
using Entente.Studies.Running;
using NUnit.Framework;

namespace Entente.Tests.Studies.Running;

/// <summary>A study that cannot be finished says why in words that help, and leaves the disk as it was.</summary>
public class StudyFailureTests
{
    [Test]
    public void A_failure_names_the_replication_and_the_command_that_plays_it_again()
    {
        using var folder = new TemporaryFolder();
        var failure = Assert.Throws<ReplicationFailure>(() => Fakes.Run(
            Fakes.Scenario(2, 10, 42, "replications=10", "seed=42", "months=24", "arms.arm 1.dials.exitBarrier=.5"),
            Fakes.Options(folder.At("deep", "run"), batchSize: 2) with { ScenarioFile = "scenarios/my own.yaml" },
            FailingAt(arm: 1, replication: 7, new SimulationException(13, "Membership", new InvalidOperationException("nobody left")))))!;

        Assert.That((failure.Scenario, failure.Arm, failure.Seed, failure.Replication), Is.EqualTo(("fake", "arm 1", 42u, 7)));
        Assert.That((failure.Month, failure.Phase), Is.EqualTo((13, "Membership")));
        Assert.That(failure.Command, Is.EqualTo(
            "entente-cli run 'scenarios/my own.yaml' --seed 42 --first-replication 7 --replications 1 --set months=24 --set 'arms.arm 1.dials.exitBarrier=.5'"));
        Assert.That(failure.Message, Is.EqualTo(
            "fake, arm arm 1, seed 42, replication 7: month 13, Membership: nobody left\nPlay it again with: " + failure.Command));
        Assert.That(failure.Kept, Is.EqualTo(6), "three whole batches were finished before");
    }

    [Test]
    public void A_failure_outside_the_months_has_none()
    {
        using var folder = new TemporaryFolder();
        var failure = Assert.Throws<ReplicationFailure>(() => Fakes.Run(
            Fakes.Scenario(1, 1), Fakes.Options(folder.At("run")), FailingAt(0, 0, new IOException("no such luck"))))!;
        Assert.That((failure.Month, failure.Phase), Is.EqualTo(((int?)null, (string?)null)));
        Assert.That(failure.Message, Is.EqualTo(
            "fake, arm arm 0, seed 7, replication 0: no such luck\n"
            + "Play it again with: entente-cli run fake.yaml --seed 7 --first-replication 0 --replications 1\n"
            + "The manifest of the result has the text of fake.yaml."));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(7)]
    public void Of_several_failures_the_first_in_order_is_told_on_any_number_of_threads(int threads)
    {
        using var folder = new TemporaryFolder();
        var failure = Assert.Throws<ReplicationFailure>(() => Fakes.Run(
            Fakes.Scenario(2, 50), Fakes.Options(folder.At("run"), threads, batchSize: 5), (setting, seed, replication) =>
            {
                if (replication == 20)
                    Thread.Sleep(20);
                return replication >= 20 ? throw new InvalidOperationException("bad") : Fakes.Play(setting, seed, replication);
            }))!;
        Assert.That((failure.Replication, failure.Arm, failure.Kept), Is.EqualTo((20, "arm 0", 20)));
    }

    [Test]
    public void A_failure_leaves_a_folder_that_was_there_empty()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("run"));
        Assert.Throws<ReplicationFailure>(() => Fakes.Run(
            Fakes.Scenario(1, 3), Fakes.Options(folder.At("run"), batchSize: 3), FailingAt(0, 2, new InvalidOperationException())));
        Assert.That(folder.Contents(), Is.EqualTo((string[])["run"]));
    }

    [Test]
    public void Results_are_not_written_over_others()
    {
        using var folder = new TemporaryFolder();
        Fakes.Run(Fakes.Scenario(1, 1), Fakes.Options(folder.At("run")));
        var before = folder.Contents();
        var refusal = Assert.Throws<ResultsInTheWay>(() => Fakes.Run(Fakes.Scenario(1, 1), Fakes.Options(folder.At("run")), Unplayed))!;
        Assert.That(refusal.Message, Is.EqualTo(
            $"{folder.At("run")} already holds results (manifest.json); choose a new or an empty directory."));
        Assert.That(refusal.Directory, Is.EqualTo(folder.At("run")));
        Assert.That(folder.Contents(), Is.EqualTo(before));
    }

    [Test]
    public void Results_do_not_go_among_other_files()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("notes.txt"), "mine");
        var refusal = Assert.Throws<ResultsInTheWay>(() => Fakes.Run(Fakes.Scenario(1, 1), Fakes.Options(folder.Root), Unplayed))!;
        Assert.That(refusal.Message, Is.EqualTo($"{folder.Root} is not empty (it holds notes.txt); choose a new or an empty directory."));
        refusal = Assert.Throws<ResultsInTheWay>(() => Fakes.Run(Fakes.Scenario(1, 1), Fakes.Options(folder.At("notes.txt")), Unplayed))!;
        Assert.That(refusal.Message, Is.EqualTo($"{folder.At("notes.txt")} is a file; choose a new or an empty directory."));
        Assert.That(folder.Contents(), Is.EqualTo((string[])["notes.txt"]));
    }

    [Test]
    public void Two_runs_do_not_write_to_one_folder_at_the_same_time()
    {
        using var folder = new TemporaryFolder();
        ResultsInTheWay? refusal = null;
        var result = Fakes.Run(Fakes.Scenario(1, 1), Fakes.Options(folder.At("run")), (setting, seed, replication) =>
        {
            refusal = Assert.Throws<ResultsInTheWay>(() => Fakes.Run(Fakes.Scenario(1, 1), Fakes.Options(folder.At("run")), Unplayed));
            return Fakes.Play(setting, seed, replication);
        });
        Assert.That(refusal?.Message, Does.Contain("is being written to by another run"));
        Assert.That(result.Complete);
        Assert.That(ResultFolder.Open(folder.At("run")).Column<int>("runs", "replication"), Has.Length.EqualTo(1));
    }

    [Test]
    public void What_a_killed_run_left_is_cleared_away()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("run", ".partial"));
        File.WriteAllText(folder.At("run", ".partial", "lock"), "");
        File.WriteAllText(folder.At("run", ".partial", "runs.parquet"), "half");
        Assert.That(Fakes.Run(Fakes.Scenario(1, 1), Fakes.Options(folder.At("run"))).Complete);
        Assert.That(Directory.Exists(folder.At("run", ".partial")), Is.False);
    }

    [Test]
    public void A_folder_that_cannot_be_made_is_told_in_one_line_before_any_play()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("file"), "");
        var directory = folder.At("file", "below", "run");
        var failure = Assert.Throws<ResultsNotWritable>(() => Fakes.Run(Fakes.Scenario(1, 1), Fakes.Options(directory), Unplayed))!;
        Assert.That(failure.Message, Does.StartWith($"The results cannot be written to {directory}: ").And.Not.Contain("\n"));
        Assert.That(failure.Directory, Is.EqualTo(directory));
        Assert.That(folder.Contents(), Is.EqualTo((string[])["file"]));
    }

    [Test]
    public void A_disk_that_fills_up_is_told_in_one_line_and_what_was_whole_is_gone_on_with()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("disk"));
        if (!OperatingSystem.IsLinux() || Mount("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", folder.At("disk")) != 0)
            Assert.Ignore("a small disk cannot be mounted here: that takes root on Linux");
        try
        {
            // Hard to compress: the numbers of a row share nothing.
            static Recording Play(Setting setting, uint seed, uint replication) => Fakes.Numbered(0, replication) with
            {
                Months = [.. Enumerable.Range(1, 2000).Select(i => new MonthRow { GrossValue = Math.Sin(i * 1e5), NetValue = Math.Cos(i * 1e5) })],
            };
            var failure = Assert.Throws<ResultsNotWritable>(() => Fakes.Run(
                Fakes.Scenario(1, 100), Fakes.Options(folder.At("disk", "run"), batchSize: 5), Play))!;
            Assert.That(failure.Message, Does.Contain("No space left on device").And.Not.Contain("\n"));
            Assert.That(failure.Kept, Is.InRange(5, 95).And.Matches<int>(kept => kept % 5 == 0));
            Assert.That(Directory.GetFiles(folder.At("disk", "run", "months")), Has.Length.EqualTo(failure.Kept / 5));

            Assert.That(Mount("mount", "-o", "remount,size=64m", folder.At("disk")), Is.Zero);
            var played = 0;
            Assert.That(Fakes.Run(Fakes.Scenario(1, 100), Fakes.Options(folder.At("disk", "run"), batchSize: 5) with { Resume = true }, (setting, seed, replication) =>
            {
                Interlocked.Increment(ref played);
                return Play(setting, seed, replication);
            }).Complete);
            Assert.That(played, Is.EqualTo(100 - failure.Kept));
        }
        finally
        {
            Mount("umount", folder.At("disk"));
        }
    }

    [TestCase(0, 1, 0)]
    [TestCase(1, 0, 0)]
    [TestCase(1, 1, -1)]
    public void Threads_batches_and_the_first_replication_must_make_sense(int threads, int batchSize, int first)
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<ArgumentOutOfRangeException>(() => Fakes.Run(
            Fakes.Scenario(1, 1), Fakes.Options(folder.At("run"), threads, batchSize) with { FirstReplication = first }, Unplayed));
        Assert.That(folder.Contents(), Is.Empty);
    }

    private static Player FailingAt(int arm, uint replication, Exception cause) => (setting, seed, number) =>
        number == replication && Fakes.ArmOf(setting) == arm ? throw cause : Fakes.Play(setting, seed, number);

    private static Recording Unplayed(Setting setting, uint seed, uint replication) =>
        throw new AssertionException("nothing was to be played");

    private static int Mount(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
