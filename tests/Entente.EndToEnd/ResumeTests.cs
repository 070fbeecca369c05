using Entente.Studies.Results;
using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>Killed at any moment, a study goes on from its last whole batch and ends with the bytes of one that nobody disturbed.</summary>
[Platform(Exclude = "Win", Reason = "signals are sent with kill")]
public class ResumeTests
{
    private WorkingFolder _folder = null!;

    [SetUp]
    public void Make()
    {
        _folder = new WorkingFolder();
        Write(exitBarrier: "0.5");
    }

    [TearDown]
    public void Remove() => _folder.Remove();

    [Test]
    public void Killed_again_and_again_a_study_ends_with_the_bytes_of_an_undisturbed_one()
    {
        Assert.That(_folder.Entente("run", "study.yaml", "--out", "whole", "--batch", "20").Exit, Is.Zero);
        var kills = 0;
        for (var delay = 250; ; delay += 200)
        {
            using var program = Started.Entente(_folder.Root, "run", "study.yaml", "--out", "killed", "--batch", "20", "--resume");
            if (program.WaitFor(TimeSpan.FromMilliseconds(delay)))
            {
                Assert.That(program.End().Exit, Is.Zero);
                break;
            }

            program.Kill();
            program.End();
            kills++;
        }

        Assert.That(kills, Is.GreaterThan(2));
        AssertSame("whole", "killed");
        Assert.That(File.Exists(_folder["killed/ledger.jsonl"]), Is.False);
        Assert.That(Directory.Exists(_folder["killed/.partial"]), Is.False);
    }

    [Test]
    public void An_interrupted_study_says_how_to_go_on_and_goes_on()
    {
        Assert.That(_folder.Entente("run", "study.yaml", "--out", "whole", "--batch", "20").Exit, Is.Zero);
        using (var program = Started.Entente(_folder.Root, "run", "study.yaml", "--batch", "20"))
        {
            Started.WaitUntil(() => Directory.Exists(_folder["results/study"]) && Directory.GetFiles(_folder["results/study"], "ledger.jsonl", SearchOption.AllDirectories).Length > 0, "the program never got to play");
            program.Send("INT");
            Assert.That(program.End().Exit, Is.EqualTo(130));
        }

        var directory = Path.GetRelativePath(_folder.Root, Directory.GetDirectories(_folder["results/study"]).Single());
        Assert.That(ResultFolder.Open(_folder[directory]).Manifest.Complete, Is.False);
        var refused = _folder.Entente("run", "study.yaml", "--out", directory, "--batch", "20");
        Assert.That(refused.Exit, Is.EqualTo(2));
        Assert.That(refused.Error, Does.Contain("holds a study that is not finished").And.Contain("add --resume to go on with it"));

        // Without --out it is the last one that was left.
        var resumed = _folder.Entente("run", "study.yaml", "--batch", "20", "--resume");
        Assert.That(resumed.Exit, Is.Zero, resumed.Error);
        AssertSame("whole", directory);
        Assert.That(_folder.Entente("run", "study.yaml", "--out", directory, "--batch", "20", "--resume").Exit, Is.Zero, "what is whole is played no more");
    }

    [Test]
    public void Another_scenario_is_refused_with_what_differs()
    {
        using (var program = Started.Entente(_folder.Root, "run", "study.yaml", "--out", "out", "--batch", "20"))
        {
            Started.WaitUntil(() => File.Exists(_folder["out/ledger.jsonl"]) && File.ReadAllLines(_folder["out/ledger.jsonl"]).Length > 2, "the program never got to play");
            program.Kill();
            program.End();
        }

        var ledger = File.ReadAllText(_folder["out/ledger.jsonl"]);
        Assert.That(_folder.Entente("report", "out").Error, Does.Contain("holds a study that is not finished").And.Contain("--resume"));
        Write(exitBarrier: "0.6");
        var refused = _folder.Entente("run", "study.yaml", "--out", "out", "--seed", "8", "--resume");
        Assert.That(refused.Exit, Is.EqualTo(2));
        Assert.That(refused.Error, Is.EqualTo(
            """
            out holds another study:
              set on top was none, is seed=8
              seed was 7, is 8
              batch was 20, is 100
              the scenario's text, from line 7:
                was | dials: { exitBarrier: 0.5 }
                is  | dials: { exitBarrier: 0.6 }
            Ask for the same to go on with it, or choose a new or an empty directory. Nothing was written.

            """));
        Assert.That(File.ReadAllText(_folder["out/ledger.jsonl"]), Is.EqualTo(ledger));
    }

    [Test]
    public void Interrupted_in_its_first_batch_a_study_goes_on_by_the_command_it_names()
    {
        Assert.That(_folder.Entente("run", "study.yaml", "--out", "whole", "--batch", "1000").Exit, Is.Zero);
        string error;
        using (var program = Started.Entente(_folder.Root, "run", "study.yaml", "--out", "out", "--batch", "1000"))
        {
            Started.WaitUntil(() => program.Worked > TimeSpan.FromSeconds(1.5), "the program never got to play");
            program.Send("INT");
            (var exit, _, error) = program.End();
            Assert.That(exit, Is.EqualTo(130), error);
        }

        Assert.That(File.Exists(_folder["out/ledger.jsonl"]), Is.False, "no batch was whole");
        Assert.That(File.Exists(_folder["out/manifest.json"]), "what was finished is kept");
        Assert.That(_folder.Entente("run", "study.yaml", "--out", "out", "--batch", "1000").Error, Does.Contain("holds a study that is not finished").And.Contain("add --resume"));
        Assert.That(error, Does.Contain("--resume --out out"));
        var resumed = _folder.Entente("run", "study.yaml", "--batch", "1000", "--resume", "--out", "out");
        Assert.That(resumed.Exit, Is.Zero, resumed.Error);
        AssertSame("whole", "out");
    }

    [Test]
    public void What_was_spoilt_before_a_study_is_resumed_is_simulated_again()
    {
        Assert.That(_folder.Entente("run", "study.yaml", "--out", "whole", "--batch", "100").Exit, Is.Zero);
        Assert.That(_folder.Start("cp", "-r", "whole", "finished").Exit, Is.Zero);
        using (var program = Started.Entente(_folder.Root, "run", "study.yaml", "--out", "killed", "--batch", "100"))
        {
            Started.WaitUntil(() => File.Exists(_folder["killed/ledger.jsonl"]) && File.ReadAllLines(_folder["killed/ledger.jsonl"]).Length > 3, "the program never got to play");
            program.Kill();
            program.End();
        }

        foreach (var study in new[] { "killed", "finished" })
        {
            // Deleted, cut short, one bit flipped: each in a batch of its own.
            File.Delete(_folder[$"{study}/events/00002.parquet"]);
            var (cut, flipped) = (_folder[$"{study}/months/00001.parquet"], _folder[$"{study}/runs/00000.parquet"]);
            File.WriteAllBytes(cut, File.ReadAllBytes(cut)[..^100]);
            var bytes = File.ReadAllBytes(flipped);
            bytes[bytes.Length / 2] ^= 1;
            File.WriteAllBytes(flipped, bytes);
            var resumed = _folder.Entente("run", "study.yaml", "--out", study, "--batch", "100", "--resume");
            Assert.That(resumed.Exit, Is.Zero, resumed.Error);
            AssertSame("whole", study);
        }
    }

    private void Write(string exitBarrier) => _folder.Write("study.yaml",
        $$"""
        name: study
        question: Can it be killed?
        seed: 7
        replications: 600
        months: 40
        industry: { firms: 10 }
        dials: { exitBarrier: {{exitBarrier}} }
        arms:
          - { name: tight, preset: tight-contract }
          - { name: fair, preset: fair-process }
        """);

    private void AssertSame(string one, string other)
    {
        var files = Directory.GetFiles(_folder[one], "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder[one], file)).Order().ToArray();
        Assert.That(Directory.GetFiles(_folder[other], "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder[other], file)).Order(), Is.EqualTo(files));
        foreach (var file in files.Where(file => file != "manifest.json"))
            Assert.That(File.ReadAllBytes(_folder[$"{one}/{file}"]).AsSpan().SequenceEqual(File.ReadAllBytes(_folder[$"{other}/{file}"])), file);
        string Manifest(string folder) => System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(_folder[$"{folder}/manifest.json"]), "\"machine\": \\{[^}]*\\}", "");
        Assert.That(Manifest(other), Is.EqualTo(Manifest(one)));
    }
}
