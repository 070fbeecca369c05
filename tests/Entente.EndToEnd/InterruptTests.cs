using System.Diagnostics;
using Entente.Studies.Results;
using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>Whoever stops the program keeps what it has done, and is told how much that is.</summary>
[Platform(Exclude = "Win", Reason = "signals are sent with kill")]
public class InterruptTests
{
    private string folder = "";

    [SetUp]
    public void Make() => folder = Directory.CreateTempSubdirectory("entente-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [TestCase("INT")]
    [TestCase("TERM")]
    [TestCase("HUP")]
    public void A_signal_keeps_the_replications_that_are_finished(string signal)
    {
        Write(replications: 20_000, firms: 8, months: 24);
        using var program = Started.Entente(folder, "run", "study.yaml", "--out", "out");

        Started.WaitUntil(() => File.Exists(Path.Combine(folder, "out", "ledger.jsonl")), "the program never got to play");
        program.Send(signal);
        var (exit, output, error) = program.End();

        Assert.That(exit, Is.EqualTo(130), error);
        var results = ResultFolder.Open(Path.Combine(folder, "out"));
        var kept = results.Manifest.ReplicationsFinished;
        Assert.That(results.Manifest.Complete, Is.False);
        Assert.That(kept, Is.InRange(1, 19_999));
        Assert.That(results.Column<int>("runs", "replication"), Is.EqualTo(Enumerable.Range(0, kept).SelectMany(r => new[] { r, r })));
        Assert.That(Result.Files(folder), Is.EquivalentTo((string[])
            ["study.yaml", "out/ledger.jsonl", .. Result.Whole.Select(file => $"out/{file}")]));
        Result.AssertWhole(Path.Combine(folder, "out"));
        Assert.That(error.TrimEnd('\n').Split('\n')[^1], Is.EqualTo(FormattableString.Invariant(
            $"Interrupted: {kept:N0} of 20,000 replications were finished and kept. To go on: entente-cli run study.yaml --resume --out out")));
        Assert.That(output, Does.EndWith("Results are in out\nTo read them as a page: entente-cli report out\n"));
    }

    /// <summary>No replication of this industry ends within the time the test waits.</summary>
    [TestCase("INT", 128 + 2)]
    [TestCase("TERM", 128 + 15)]
    [TestCase("HUP", 128 + 1)]
    public void A_second_signal_ends_the_program_at_once(string signal, int exit)
    {
        Write(replications: 2, firms: 4000, months: 4000);
        using var program = Started.Entente(folder, "run", "study.yaml", "--out", "out");
        Started.WaitUntil(() => program.Worked > TimeSpan.FromSeconds(2), "the program never got to play");
        program.Send(signal);
        Thread.Sleep(1000);
        Assert.That(program.IsRunning, "it waits for the replications under way");

        var watch = Stopwatch.StartNew();
        program.Send(signal);
        Assert.That(program.End().Exit, Is.EqualTo(exit));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
        Assert.That(Result.Files(folder).Where(file => !file.StartsWith("out/.partial/", StringComparison.Ordinal)), Is.EqualTo((string[])["study.yaml"]));

        // What it left is no obstacle, and gone afterwards.
        using var again = Started.Entente(folder, "run", "study.yaml", "--out", "out", "--months", "3", "--set", "industry.firms=8");
        Assert.That(again.End().Exit, Is.Zero);
        Assert.That(Result.Files(folder), Is.EquivalentTo((string[])["study.yaml", .. Result.Whole.Select(file => $"out/{file}")]));
    }

    private void Write(int replications, int firms, int months) => File.WriteAllText(Path.Combine(folder, "study.yaml"), FormattableString.Invariant(
        $$"""
        name: study
        question: Can it be stopped?
        seed: 1
        replications: {{replications}}
        months: {{months}}
        disruption: storm
        industry: { firms: {{firms}} }
        arms:
          - { name: tight-contract, preset: tight-contract }
          - { name: fair-process, preset: fair-process }

        """));
}
