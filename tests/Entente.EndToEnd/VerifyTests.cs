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
        Assert.That(verified.Output, Does.Match(@"^Replications simulated again: 1\d\d, 1\d\d, 1\d\d, 1\d\d; [0-9,]+ values compared\.\nNot verified, but made from the tables: charts\.\nManifest, design and tables are the same, bit for bit\.\n$"));
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
        Assert.That(verified.Output, Does.Contain(", replication 1").And.Contain("stored ").And.EndWith("The result is not what this program simulates.\n"));

        File.WriteAllText(manifest, text);
        Assert.That(_folder.Entente("verify", "nowhere").Exit, Is.EqualTo(2));
    }

    // Each says something that does not follow from the scenario in the manifest, and none touches a table.
    [TestCase("\"seed\": 9,", "\"seed\": 4242,", "manifest.json: seed is 4242; by the scenario it is 9.")]
    [TestCase("\"question\": \"Can it be played again?\"", "\"question\": \"Is fair best?\"", "manifest.json: scenario.question is Is fair best?; by the scenario it is Can it be played again?.")]
    [TestCase("\"value\": 0.7,", "\"value\": 0.123,", "manifest.json: dials.contact of the arm tight is 0.123 (dial); by the scenario it is 0.7 (dial).")]
    public void What_a_manifest_says_must_follow_from_its_scenario(string was, string forged, string said)
    {
        var manifest = _folder["out/manifest.json"];
        var text = File.ReadAllText(manifest);
        Assert.That(text, Does.Contain(was));
        File.WriteAllText(manifest, text.Replace(was, forged, StringComparison.Ordinal));
        var verified = _folder.Entente("verify", "out", "--replications", "1");
        Assert.That(verified.Exit, Is.EqualTo(1), verified.Error);
        Assert.That(verified.Output, Does.Contain(said).And.EndWith("The result is not what this program simulates.\n"));
    }

    [Test]
    public void A_table_struck_out_an_extra_part_and_a_spoilt_one_are_named()
    {
        var path = _folder["out/manifest.json"];
        var text = File.ReadAllText(path);
        File.Copy(_folder["out/firms/00000.parquet"], _folder["out/firms/00007.parquet"]);
        Assert.That(_folder.Entente("verify", "out", "--replications", "1").Output, Does.Contain("firms/00007.parquet is not in the manifest"));
        File.Delete(_folder["out/firms/00007.parquet"]);

        var manifest = System.Text.Json.Nodes.JsonNode.Parse(text)!;
        var tables = manifest["tables"]!.AsArray();
        tables.RemoveAt(tables.Count - 1);
        File.WriteAllText(path, manifest.ToJsonString());
        Assert.That(_folder.Entente("verify", "out", "--replications", "1").Output, Does.Contain("manifest.json: the list of tables is ").And.Contain("events/00000.parquet is not in the manifest"));
        File.WriteAllText(path, text);

        var spoilt = File.ReadAllBytes(_folder["out/months/00000.parquet"]);
        spoilt[100] ^= 1;
        File.WriteAllBytes(_folder["out/months/00000.parquet"], spoilt);
        Assert.That(_folder.Entente("verify", "out", "--replications", "1").Output, Does.Contain("months/00000.parquet is not the file that the manifest describes: its SHA-256 differs.\n"));
    }

    [TestCase("report", "out")]
    [TestCase("export", "out", "--csv")]
    public void What_is_not_as_it_was_written_is_not_read(params string[] arguments)
    {
        var part = _folder["out/runs/00000.parquet"];
        var bytes = File.ReadAllBytes(part);
        bytes[^100] ^= 1;
        File.WriteAllBytes(part, bytes);
        var refused = _folder.Entente(arguments);
        Assert.That(refused.Exit, Is.EqualTo(2));
        Assert.That(refused.Error, Does.Contain("runs/00000.parquet is not the file that the manifest describes: its SHA-256 differs.").And.EndWith("Nothing was written.\n"));
        Assert.That(Directory.Exists(_folder["out/csv"]) || File.Exists(_folder["out/report.html"]), Is.False);
    }
}
