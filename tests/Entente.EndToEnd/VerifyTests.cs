using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>A result can be played again from its manifest alone.</summary>
public class VerifyTests
{
    private WorkingFolder _folder = null!;

    [SetUp]
    public void Make()
    {
        _folder = new WorkingFolder();
        _folder.Write("below.yaml", "parameters: { trust: { growth: 0.2 } }\n");
        var scenario = _folder.Write("small.yaml",
            """
            name: small
            question: Can it be played again?
            seed: 9
            replications: 45
            months: 24
            include: below.yaml
            industry: { firms: 8 }
            arms:
              - { name: tight, preset: tight-contract }
              - { name: fair, preset: fair-process }
            """);
        var run = _folder.Entente("run", scenario, "--out", "out", "--first-replication", "100", "--set", "dials.contact=0.7");
        Assert.That(run.Exit, Is.Zero, run.Error);
    }

    [TearDown]
    public void Remove() => _folder.Remove();

    [Test]
    public void What_the_program_wrote_it_plays_again_bit_for_bit_without_the_files_it_was_read_from()
    {
        File.Delete(_folder["small.yaml"]);
        File.Delete(_folder["below.yaml"]);
        var verified = _folder.Entente("verify", "out", "--replications", "4");
        Assert.That(verified.Exit, Is.Zero, verified.Output + verified.Error);
        Assert.That(verified.Output, Does.Match(@"^Replications played again: 1\d\d, 1\d\d, 1\d\d, 1\d\d; [0-9,]+ values compared\.\nEverything is the same, bit for bit\.\n$"));
        Assert.That(_folder.Entente("verify", "out", "--replications", "4", "--seed", "2").Output, Is.Not.EqualTo(verified.Output));
    }

    [Test]
    public void A_result_of_other_numbers_is_told_apart_with_table_and_column()
    {
        var manifest = _folder["out/manifest.json"];
        var text = File.ReadAllText(manifest);
        File.WriteAllText(manifest, text.Replace("growth: 0.2", "growth: 0.3", StringComparison.Ordinal));
        var verified = _folder.Entente("verify", "out");
        Assert.That(verified.Exit, Is.EqualTo(1));
        Assert.That(verified.Output, Does.Contain(", replication 1").And.Contain("stored ").And.EndWith("The result is not what this program plays.\n"));

        File.WriteAllText(manifest, text.Replace("\"sha256\": \"", "\"sha256\": \"0", StringComparison.Ordinal));
        Assert.That(_folder.Entente("verify", "out").Output, Does.Contain("runs/00000.parquet is not the file that the manifest describes"));
        Assert.That(_folder.Entente("verify", "nowhere").Exit, Is.EqualTo(2));
    }
}
