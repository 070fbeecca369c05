using System.Text.RegularExpressions;
using Entente.Studies.Results;
using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>A sweep on a real Slurm: submitted, a shard killed, submitted again, merged - the bytes of the sweep in one piece.</summary>
[NonParallelizable]
public partial class SlurmTests
{
    private const int Shards = 5;

    /// <summary>A folder of a name in which Slurm, its reader of options and a shell would each read more than there is.</summary>
    private const string Shared = "it's 100%a #shared dir";

    private SlurmCluster _slurm = null!;
    private WorkingFolder _folder = null!;

    [SetUp]
    public void Make()
    {
        _slurm = SlurmCluster.Start();
        _folder = new WorkingFolder();
        _folder.Write("below.yaml", "parameters: { trust: { growth: 0.2 } }\n");
        _folder.Write("sweep.yaml",
            """
            name: sweep
            question: Does it come back whole?
            seed: 5
            replications: 10
            months: 100
            include: below.yaml
            industry: { firms: 20 }
            arms:
              - { name: tight, preset: tight-contract }
              - { name: fair, preset: fair-process }
            design:
              method: latin-hypercube
              points: 200
              levers:
                dials.exitBarrier: { from: 0, to: 1 }
            """);
    }

    [TearDown]
    public void Remove()
    {
        _folder?.Remove();
        _slurm?.Dispose();
    }

    [Test]
    public void A_shard_that_is_killed_is_submitted_again_and_the_merge_has_the_bytes_of_the_whole()
    {
        var shared = _folder[Shared];
        var submitted = Entente("slurm", "submit", "sweep.yaml", "--shards", $"{Shards}", "--out", Shared, "--cpus", "1", "--batch", "20", "--set", "dials.contact=0.7", "--sbatch=--time=10:00");
        Assert.That(submitted.Exit, Is.Zero, submitted.Error);
        Assert.That(submitted.Output, Does.Match("^Submitted 5 of 5 shards as job \\d+, and the merge after them as job \\d+\\.\nTo see how far they are: entente-cli slurm status "));

        // What was submitted is what is played, whatever becomes of the files.
        File.Delete(_folder["below.yaml"]);
        File.AppendAllText(_folder["sweep.yaml"], "# changed since\n");
        Assert.That(Entente("slurm", "submit", "sweep.yaml", "--shards", "5", "--out", Shared, "--cpus", "1", "--batch", "20", "--set", "dials.contact=0.7", "--sbatch=--time=10:00").Exit, Is.EqualTo(2));

        var ledger = Path.Combine(shared, "shards", "001-of-005", "ledger.jsonl");
        Started.WaitUntil(() => File.Exists(ledger) && File.ReadAllLines(ledger).Length > 2, "the first shard never got to play");
        var status = Entente("slurm", "status", Shared);
        Assert.That(status.Output, Does.Contain("  shards     5\n").And.Match("  running    [12]: 1").And.Match("  waiting    \\d").And.Contain("  merge      pending\n"), status.Error);
        Kill("--shards 5", "SLURM_ARRAY_TASK_ID=1");

        Started.WaitUntil(() => File.Exists(Path.Combine(shared, "manifest.json")), "the merge never came", TimeSpan.FromMinutes(5));
        Started.WaitUntil(() => _slurm.Ask("squeue", "--noheader").Length == 0, "Slurm never came to rest");
        status = Entente("slurm", "status", Shared);
        Assert.That(status.Output, Does.Contain("  whole      5\n").And.Contain("  lost       0\n").And.Contain("  submitted  2 times").And.Contain("  merge      done\n"));

        foreach (var log in (string[])["shard-1.log", "shard-5.log", "merge.log"])
            Assert.That(File.Exists(Path.Combine(shared, "slurm", log)), log);

        _folder.Write("again.yaml", File.ReadAllText(Path.Combine(shared, "slurm", "scenario.yaml")));
        var whole = Entente("sweep", "again.yaml", "--out", "whole", "--batch", "20", "--set", "dials.contact=0.7");
        Assert.That(whole.Exit, Is.Zero, whole.Error);
        var parts = Directory.GetFiles(_folder["whole/runs"]).Select(file => Path.GetRelativePath(_folder["whole"], file)).ToArray();
        Assert.That(parts, Has.Length.EqualTo(100));
        foreach (var part in parts.Append("design.csv"))
            Assert.That(File.ReadAllBytes(Path.Combine(shared, part)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(_folder["whole"], part))), part);
        Assert.That(Manifest(shared), Is.EqualTo(Manifest(_folder["whole"])));
        Assert.That(ResultFolder.Open(shared).Manifest.ReplicationsFinished, Is.EqualTo(2000));
    }

    [Test]
    public void Shards_that_get_lost_more_often_than_allowed_are_named_and_can_be_submitted_once_more()
    {
        string[] submit = ["slurm", "submit", "sweep.yaml", "--shards", "2", "--out", "shared", "--retries", "0", "--cpus", "1", "--replications", "2", "--sbatch=--time=10:00"];
        Assert.That(Entente(submit).Exit, Is.Zero);
        Started.WaitUntil(() => Directory.Exists(_folder["shared/shards/002-of-002"]), "the second shard never began");
        Kill("--shards 2", "SLURM_ARRAY_TASK_ID=2");
        Started.WaitUntil(() => _slurm.Ask("squeue", "--noheader").Length == 0, "Slurm never came to rest");
        Assert.That(File.ReadAllText(_folder["shared/slurm/merge.log"]), Does.Contain("1 of 2 shards are missing or not finished: 2.\nNothing was written."));
        var status = Entente("slurm", "status", "shared");
        Assert.That(status.Output, Does.Contain("  whole      1\n").And.Contain("  lost       1: 2\n").And.Contain("Submit once more"));

        Assert.That(Entente(submit).Output, Does.StartWith("Submitted 1 of 2 shards as job "));
        Started.WaitUntil(() => File.Exists(_folder["shared/manifest.json"]), "the merge never came");
    }

    private (int Exit, string Output, string Error) Entente(params string[] arguments)
    {
        using var program = Started.Run(_folder.Root, "dotnet", [Started.Program, .. arguments], _slurm.Variable);
        return program.End();
    }

    /// <summary>Ends a shard's process as a failing node would: found by its command line and what Slurm put into its environment.</summary>
    private static void Kill(string command, string variable)
    {
        foreach (var process in Directory.GetDirectories("/proc").Where(folder => Path.GetFileName(folder).All(char.IsAsciiDigit)))
        {
            try
            {
                if (File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ').Contains(command, StringComparison.Ordinal)
                    && File.ReadAllText(Path.Combine(process, "environ")).Split('\0').Contains(variable))
                {
                    System.Diagnostics.Process.GetProcessById(int.Parse(Path.GetFileName(process), System.Globalization.CultureInfo.InvariantCulture)).Kill();
                    return;
                }
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or ArgumentException)
            {
                // It ended while we looked.
            }
        }

        Assert.Fail($"no process has {variable}");
    }

    private static string Manifest(string folder) => Machine().Replace(File.ReadAllText(Path.Combine(folder, "manifest.json")), "");

    [GeneratedRegex("\"machine\": \\{[^}]*\\}")]
    private static partial Regex Machine();
}
