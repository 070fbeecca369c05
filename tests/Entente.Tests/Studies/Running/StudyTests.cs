using System.Globalization;
using System.Text.Json.Nodes;
using Entente.Engine;
using Entente.Scenarios;
using Entente.Settings;
using Entente.Studies.Results;
using Entente.Studies.Running;
using Entente.Tests.Documentation;
using NUnit.Framework;

namespace Entente.Tests.Studies.Running;

/// <summary>Replications are played at the same time and written as if they were not.</summary>
public class StudyTests
{
    private static readonly string[] Tables = [.. GeneratedTables.RowTypes.Keys];

    /// <summary>A small industry, played by the model itself: two arms that differ, nine replications.</summary>
    private static readonly Scenario Small = Fakes.Scenario(2, 9) with
    {
        Arms =
        [
            new Arm("tight", "tight-contract", new Setting { Months = 18, Industry = new Industry { Firms = 6 } }),
            new Arm("fair", "fair-process", new Setting { Months = 18, Industry = new Industry { Firms = 6 }, Dials = Dials.FairProcessPreset }),
        ],
    };

    [Test]
    public void One_two_and_seven_threads_write_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        foreach (var threads in new[] { 1, 2, 7 })
            Fakes.Run(Small, Fakes.Options(folder.At($"{threads}"), threads, batchSize: 4), Simulation.Run);
        AssertSameTables(folder.At("1"), folder.At("2"));
        AssertSameTables(folder.At("1"), folder.At("7"));
        Assert.That(ResultFolder.Open(folder.At("1")).Column<double>("months", "disruption"), Has.Length.EqualTo(2 * 9 * 18));
    }

    [Test]
    public void Replications_that_finish_out_of_order_are_written_in_order()
    {
        using var folder = new TemporaryFolder();
        Fakes.Run(Fakes.Scenario(2, 12), Fakes.Options(folder.At("straight"), threads: 1, batchSize: 5));
        Fakes.Run(Fakes.Scenario(2, 12), Fakes.Options(folder.At("mixed"), threads: 7, batchSize: 5), (setting, seed, replication) =>
        {
            Thread.Sleep((int)(replication * 7 % 5) + (2 * Fakes.ArmOf(setting)));
            return Fakes.Play(setting, seed, replication);
        });
        AssertSameTables(folder.At("straight"), folder.At("mixed"));
    }

    [Test]
    public void A_replication_played_by_itself_is_the_one_of_the_study()
    {
        using var folder = new TemporaryFolder();
        Fakes.Run(Small, Fakes.Options(folder.At("all")), Simulation.Run);
        Fakes.Run(Small with { Replications = 1 }, Fakes.Options(folder.At("one")) with { FirstReplication = 5 }, Simulation.Run);
        foreach (var table in GeneratedTables.RowTypes.Keys)
        {
            var one = Duck.Query($"select * from {Duck.Quoted(folder.At("one", table, "*.parquet"))}");
            var same = Duck.Query($"select * from {Duck.Quoted(folder.At("all", table, "*.parquet"))} where replication = 5");
            Assert.That(one, Is.EqualTo(same), table);
        }

        Assert.That(ResultFolder.Open(folder.At("one")).Manifest.FirstReplication, Is.EqualTo(5));
    }

    [Test]
    public void No_more_than_a_few_replications_wait_to_be_written()
    {
        using var folder = new TemporaryFolder();
        using var others = new CountdownEvent(7);
        var started = 0;
        var startedMeanwhile = 0;
        Fakes.Run(Fakes.Scenario(1, 100), Fakes.Options(folder.At("run"), threads: 2, batchSize: 3), (setting, seed, replication) =>
        {
            Interlocked.Increment(ref started);
            if (replication == 0)
            {
                // The first keeps all others waiting; the other thread may run ahead by a window of eight, and no further.
                others.Wait();
                Thread.Sleep(100);
                startedMeanwhile = Volatile.Read(ref started);
            }
            else if (!others.IsSet)
            {
                others.Signal();
            }

            return Fakes.Play(setting, seed, replication);
        });
        Assert.That(startedMeanwhile, Is.EqualTo(8));
        Assert.That(started, Is.EqualTo(100));
    }

    [Test]
    public void Progress_counts_every_replication_of_every_arm_in_order()
    {
        using var folder = new TemporaryFolder();
        var told = new Told();
        Fakes.Run(Fakes.Scenario(3, 5), Fakes.Options(folder.At("run"), threads: 4), progress: told);
        Assert.That(told.All, Is.EqualTo(Enumerable.Range(1, 15).Select(done => new StudyProgress(done, 15))));
    }

    [Test]
    public void Only_clock_and_machine_tell_one_manifest_from_another()
    {
        using var folder = new TemporaryFolder();
        var first = Study.Run(Small, Fakes.Options(folder.At("first"), threads: 1), null, new TickingClock(2030), default);
        var second = Study.Run(Small, Fakes.Options(folder.At("second"), threads: 3), null, new TickingClock(2031), default);
        JsonObject Read(string run) => JsonNode.Parse(File.ReadAllText(folder.At(run, "manifest.json")))!.AsObject();
        var (one, two) = (Read("first"), Read("second"));

        Assert.That((string)one["machine"]!["started"]!, Does.StartWith("2030-01-02T03:04:05"));
        Assert.That((string)two["machine"]!["started"]!, Does.StartWith("2031-01-02T03:04:05"));
        Assert.That((first.Manifest.Machine.Seconds, second.Manifest.Machine.Threads), Is.EqualTo((1.0, 3)));
        Assert.That(one.Remove("machine") && two.Remove("machine"));
        Assert.That(one.ToJsonString(), Is.EqualTo(two.ToJsonString()));
    }

    [Test]
    public void The_manifest_says_what_was_played_and_what_came_of_it()
    {
        using var folder = new TemporaryFolder();
        var result = Study.Run(
            Small with { Overrides = ["months=18"] }, Fakes.Options(folder.At("run"), batchSize: 4), null, new TickingClock(), default);
        var manifest = ResultFolder.Open(folder.At("run")).Manifest;

        Assert.That(result.Directory, Is.EqualTo(folder.At("run")));
        Assert.That((result.Complete, manifest.Complete), Is.EqualTo((true, true)));
        Assert.That((manifest.ProgramVersion, manifest.Commit), Is.EqualTo(("1.2.3", "abcdef0")));
        Assert.That((manifest.Seed, manifest.FirstReplication, manifest.BatchSize), Is.EqualTo((7u, 0, 4)));
        Assert.That((manifest.ReplicationsAsked, manifest.ReplicationsFinished), Is.EqualTo((9, 9)));
        Assert.That((manifest.Scenario.Name, manifest.Scenario.Question), Is.EqualTo(("fake", "Does it read back?")));
        Assert.That((manifest.Scenario.Text, manifest.Scenario.Overrides), Is.EqualTo(("name: fake # ünïcode\n", (string[])["months=18"])));
        Assert.That(manifest.Scenario.Outcomes, Is.EqualTo((string[])["netValue"]));
        Assert.That(manifest.Scenario.Sha256, Is.EqualTo(Duck.Single("select sha256('name: fake # ünïcode' || chr(10))")));
        Assert.That(manifest.Machine.Processors, Is.EqualTo(System.Environment.ProcessorCount));

        Assert.That(manifest.Arms.Select(arm => (arm.Name, arm.Preset, arm.Months)), Is.EqualTo(Small.Arms.Select(arm => (arm.Name, arm.Preset, 18))));
        foreach (var (record, arm) in manifest.Arms.Zip(Small.Arms))
        {
            var inForce = ParameterCatalogue.Of(arm.Setting);
            Assert.That(record.Parameters.Select(p => (p.Path, p.Unit)), Is.EqualTo(inForce.Select(p => (p.Path, p.Unit))));
            Assert.That(record.Parameters.Select(p => Value(p.Value.GetRawText())), Is.EqualTo(inForce.Select(p => Value(p.Text))));
            Assert.That(inForce, Has.Count.GreaterThan(200));
        }

        Assert.That(manifest.Tables.Select(table => table.Name), Is.EqualTo(Tables));
        foreach (var table in manifest.Tables)
        {
            Assert.That(table.Rows, Is.EqualTo(Duck.Single($"select count(*) from {Duck.Quoted(folder.At("run", table.Name, "*.parquet"))}")), table.Name);
            Assert.That(table.Parts.Select(part => part.File), Is.EqualTo(Enumerable.Range(0, 3).Select(batch => $"{table.Name}/0000{batch}.parquet")));
            foreach (var part in table.Parts)
            {
                var file = Duck.Quoted(folder.At("run", part.File));
                Assert.That(part.Rows, Is.EqualTo(Duck.Single($"select count(*) from {file}")), part.File);
                Assert.That(part.Sha256, Is.EqualTo(Duck.Single($"select sha256(content) from read_blob({file})")), part.File);
            }
        }

        Assert.That(Directory.GetFiles(folder.At("run"), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder.At("run"), file)),
            Is.EquivalentTo(manifest.Tables.SelectMany(table => table.Parts).Select(part => part.File).Append("manifest.json")));
    }

    /// <summary>Cancelled while the first arm of replication 13 plays; its second arm is never started.</summary>
    [TestCase(5)]
    [TestCase(100)]
    public void A_cancelled_study_keeps_what_is_finished_in_all_arms(int batchSize)
    {
        using var folder = new TemporaryFolder();
        using var cancel = new CancellationTokenSource();
        var result = Fakes.Run(
            Fakes.Scenario(2, 100), Fakes.Options(folder.At("run"), threads: 1, batchSize), (setting, seed, replication) =>
            {
                if (replication == 13)
                    cancel.Cancel();
                return Fakes.Play(setting, seed, replication);
            }, cancel: cancel.Token);

        Assert.That((result.Complete, result.Manifest.ReplicationsFinished), Is.EqualTo((false, 13)));
        var results = ResultFolder.Open(folder.At("run"));
        Assert.That((results.Manifest.Complete, results.Manifest.ReplicationsFinished), Is.EqualTo((false, 13)));
        Assert.That(results.Column<int>("runs", "replication"), Is.EqualTo(Enumerable.Range(0, 13).SelectMany(r => new[] { r, r })));
        Assert.That(results.Column<double>("runs", "netValue"), Is.EqualTo(Enumerable.Range(0, 13).SelectMany(r => new[] { 1000.0 * r, (1000.0 * r) + 1 })));
        Assert.That(results.Manifest.Tables[0].Rows, Is.EqualTo(26));
        Assert.That(Directory.Exists(folder.At("run", ".partial")), Is.False);
    }

    [Test]
    public void A_cancelled_study_keeps_replications_that_were_under_way_on_other_threads()
    {
        using var folder = new TemporaryFolder();
        using var cancel = new CancellationTokenSource();
        using var both = new Barrier(2);
        var result = Fakes.Run(
            Fakes.Scenario(1, 100), Fakes.Options(folder.At("run"), threads: 2, batchSize: 10), (setting, seed, replication) =>
            {
                if (replication is 4 or 5)
                {
                    both.SignalAndWait();
                    if (replication == 4)
                        cancel.Cancel();
                    both.SignalAndWait();
                }

                return Fakes.Play(setting, seed, replication);
            }, cancel: cancel.Token);
        Assert.That(result.Manifest.ReplicationsFinished, Is.EqualTo(6));
        Assert.That(ResultFolder.Open(folder.At("run")).Column<int>("runs", "replication"), Is.EqualTo(Enumerable.Range(0, 6)));
    }

    [Test]
    public void A_study_cancelled_before_anything_is_finished_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        var result = Fakes.Run(Fakes.Scenario(2, 100), Fakes.Options(folder.At("run")), cancel: new CancellationToken(canceled: true));
        Assert.That((result.Complete, result.Manifest.ReplicationsFinished), Is.EqualTo((false, 0)));
        Assert.That(folder.Contents(), Is.Empty);
    }

    private static double? Value(string text) => text switch
    {
        "null" => null,
        "true" => 1,
        "false" => 0,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    private static void AssertSameTables(string one, string other)
    {
        foreach (var table in Tables)
        {
            var parts = Directory.GetFiles(Path.Combine(one, table)).Order().ToArray();
            Assert.That(Directory.GetFiles(Path.Combine(other, table)).Select(Path.GetFileName).Order(), Is.EqualTo(parts.Select(Path.GetFileName)));
            foreach (var part in parts)
                Assert.That(File.ReadAllBytes(part).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(other, table, Path.GetFileName(part)))), part);
        }
    }
}
