using System.Text.RegularExpressions;
using Entente.Studies.Results;
using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>A sweep plays a scenario at every point of its design, in one piece or in shards that are merged.</summary>
public partial class SweepTests
{
    private WorkingFolder _folder = null!;

    [SetUp]
    public void Make()
    {
        _folder = new WorkingFolder();
        Write("points: 12");
    }

    [TearDown]
    public void Remove() => _folder.Remove();

    [Test]
    public void Every_point_is_played_with_what_it_sets_in_the_same_worlds()
    {
        Sweep("whole");
        var results = ResultFolder.Open(_folder["whole"]);
        Assert.That(results.Columns("runs")[..3], Is.EqualTo((string[])["point", "arm", "replication"]));
        Assert.That(results.Column<int>("runs", "point"), Is.EqualTo(Enumerable.Range(0, 12).SelectMany(point => Enumerable.Repeat(point, 6))));
        Assert.That(results.Column<int>("runs", "replication"), Is.EqualTo(Enumerable.Range(0, 12).SelectMany(_ => Enumerable.Range(0, 6).Select(row => row / 2))));
        Assert.That(results.Manifest.Tables.Select(table => table.Name), Is.EqualTo((string[])["runs"]));

        // A point played by hand gives the same rows.
        var design = File.ReadAllLines(_folder["whole/design.csv"]);
        Assert.That(design[0], Is.EqualTo("point,dials.exitBarrier,disruption"));
        var set = design[1 + 7].Split(',');
        var run = _folder.Entente("run", "sweep.yaml", "--out", "one", "--set", $"dials.exitBarrier={set[1]}", "--set", $"disruption={set[2]}");
        Assert.That(run.Exit, Is.Zero, run.Error);
        Assert.That(results.Column<double>("runs", "income")[(6 * 7)..(6 * 8)], Is.EqualTo(ResultFolder.Open(_folder["one"]).Column<double>("runs", "income")));
        Assert.That(_folder.Entente("verify", "whole").Exit, Is.Zero);
    }

    [Test]
    public void Shards_merge_into_the_bytes_of_the_whole_and_what_is_missing_or_foreign_is_named()
    {
        Sweep("whole");
        Assert.That(_folder.Entente("merge", "parts").Error, Does.EndWith("holds no shards. Nothing was written.\n"));
        Sweep("parts", "--shard", "1/3");
        Sweep("parts", "--shard", "3/3");
        var missing = _folder.Entente("merge", "parts");
        Assert.That((missing.Exit, missing.Error), Is.EqualTo((2, "1 of 3 shards are missing or not finished: 2.\nNothing was written.\n")));

        Write("points: 11");
        Sweep("parts", "--shard", "2/3");
        var foreign = _folder.Entente("merge", "parts");
        Assert.That(foreign.Exit, Is.EqualTo(2));
        Assert.That(foreign.Error, Does.Contain("002-of-003 is foreign: replications was 36, is 33").And.Contain("points: 11"));

        Write("points: 12");
        Directory.Delete(_folder["parts/shards/002-of-003"], recursive: true);
        Sweep("parts", "--shard", "2/3", "--resume");
        var spoilt = Directory.GetFiles(_folder["parts/shards/002-of-003/runs"]).Order().First();
        var bytes = File.ReadAllBytes(spoilt);
        File.WriteAllBytes(spoilt, [.. bytes, 0]);
        Assert.That(_folder.Entente("merge", "parts").Error, Does.Contain("00002.parquet is not the file that the manifest describes: its SHA-256 differs.").And.EndsWith(" Nothing was written.\n"));
        Assert.That(Directory.GetFileSystemEntries(_folder["parts"]).Select(Path.GetFileName), Is.EqualTo((string[])["shards"]));
        File.WriteAllBytes(spoilt, bytes);
        var merged = _folder.Entente("merge", "parts");
        Assert.That(merged.Exit, Is.Zero, merged.Error);
        AssertSame("whole", "parts");
        Assert.That(_folder.Entente("merge", "parts").Exit, Is.Zero, "merging again changes nothing");
    }

    [TestCase("SLURM_ARRAY_TASK_ID", 1)]
    [TestCase("JOB_COMPLETION_INDEX", 0)]
    public void The_environment_of_a_cluster_tells_which_shard_it_is(string variable, int first)
    {
        for (var i = 0; i < 2; i++)
        {
            using var program = Started.Run(_folder.Root, "dotnet", [Started.Program, "sweep", "sweep.yaml", "--out", "parts", "--batch", "5", "--shards", "2"], (variable, $"{first + i}"));
            Assert.That(program.End().Output, Does.StartWith($"Shard {i + 1} of 2 is in "));
        }

        Sweep("whole");
        Assert.That(_folder.Entente("merge", "parts", "--shards", "2").Exit, Is.Zero);
        AssertSame("whole", "parts");
        using var beyond = Started.Run(_folder.Root, "dotnet", [Started.Program, "sweep", "sweep.yaml", "--out", "parts", "--shards", "2"], (variable, $"{first + 2}"));
        Assert.That(beyond.End().Error, Is.EqualTo($"{variable} is {first + 2}; with --shards 2 it must be a whole number between {first} and {first + 1}. Nothing was simulated and nothing written.\n"));
    }

    [TestCase("has no section design", "plain.yaml")]
    [TestCase("--shard is 4/3; it must be a part of a number of parts, such as 3/64.", "sweep.yaml", "--shard", "4/3", "--out", "x")]
    [TestCase("A shard needs --out", "sweep.yaml", "--shard", "1/3")]
    [TestCase("1 batch of 100 replications cannot be cut into 3 shards.", "sweep.yaml", "--shard", "1/3", "--out", "x")]
    [TestCase("there may be 2,147,483,647", "large.yaml", "--replications", "1000000")]
    [TestCase("--shards needs to be told which part this is", "sweep.yaml", "--shards", "3", "--out", "x")]
    [TestCase("--table is month; it must be runs, months", "sweep.yaml", "--table", "month")]
    public void What_cannot_be_played_is_said_and_nothing_is_written(string said, params string[] arguments)
    {
        _folder.Write("plain.yaml", File.ReadAllText(_folder["sweep.yaml"]).Split("design:")[0]);
        _folder.Write("large.yaml", File.ReadAllText(_folder["sweep.yaml"]).Replace("points: 12", "points: 3000", StringComparison.Ordinal));
        var before = _folder.Files().ToArray();
        var refused = _folder.Entente(["sweep", .. arguments]);
        Assert.That(refused.Exit, Is.EqualTo(2), refused.Output);
        Assert.That(refused.Error, Does.Contain(said));
        Assert.That(_folder.Files(), Is.EqualTo(before));
    }

    private void Sweep(string output, params string[] arguments)
    {
        var sweep = _folder.Entente(["sweep", "sweep.yaml", "--out", output, "--batch", "5", .. arguments]);
        Assert.That(sweep.Exit, Is.Zero, sweep.Error);
    }

    private void Write(string points) => _folder.Write("sweep.yaml",
        $$"""
        name: sweep
        question: Does it matter where one stands?
        seed: 5
        replications: 3
        months: 30
        industry: { firms: 8 }
        arms:
          - { name: tight, preset: tight-contract }
          - { name: fair, preset: fair-process }
        design:
          method: latin-hypercube
          {{points}}
          levers:
            dials.exitBarrier: { from: 0, to: 1 }
          uncertainties:
            disruption: [calm, storm]
        """);

    private void AssertSame(string one, string other)
    {
        var parts = Directory.GetFiles(_folder[$"{one}/runs"]).Select(Path.GetFileName).Order().ToArray();
        Assert.That(parts, Has.Length.EqualTo(8));
        Assert.That(Directory.GetFiles(_folder[$"{other}/runs"]).Select(Path.GetFileName).Order(), Is.EqualTo(parts));
        foreach (var file in parts.Select(part => $"runs/{part}").Append("design.csv").Concat(Directory.GetFiles(_folder[$"{one}/analysis"]).Select(file => $"analysis/{Path.GetFileName(file)}")))
            Assert.That(File.ReadAllBytes(_folder[$"{one}/{file}"]).AsSpan().SequenceEqual(File.ReadAllBytes(_folder[$"{other}/{file}"])), file);
        string Manifest(string folder) => Machine().Replace(File.ReadAllText(_folder[$"{folder}/manifest.json"]), "");
        Assert.That(Manifest(other), Is.EqualTo(Manifest(one)));
    }

    [GeneratedRegex("\"machine\": \\{[^}]*\\}")]
    private static partial Regex Machine();
}
