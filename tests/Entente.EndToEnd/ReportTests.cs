using System.Text.RegularExpressions;
using System.Xml.Linq;
using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>The report as people write it.</summary>
public class ReportTests
{
    private const string Scenario =
        """
        # Question: is fairness worth it?
        name: small
        question: Is fairness worth it?
        seed: 1
        replications: 3
        months: 24
        disruption: storm
        industry: { firms: 8 }
        arms:
          - { name: tight-contract, preset: tight-contract }
          - { name: fair-process, preset: fair-process }

        """;

    private WorkingFolder _folder = null!;

    [OneTimeSetUp]
    public void Play()
    {
        _folder = new WorkingFolder();
        _folder.Write("small.yaml", Scenario);
        Assert.That(_folder.Entente("run", "small.yaml", "--out", "out", "--first-replication", "2", "--seed", "9", "--set", "dials.exitBarrier=0.25").Exit, Is.Zero);
    }

    [OneTimeTearDown]
    public void Remove() => _folder.Remove();

    [Test]
    public void A_report_goes_beside_the_results_and_is_the_same_when_written_again()
    {
        var report = _folder.Entente("report", "out");
        Assert.That((report.Exit, report.Output, report.Error), Is.EqualTo((0, "The report is in out/report.html\n", "")));
        var before = File.ReadAllBytes(_folder["out/report.html"]);
        Assert.That(_folder.Entente("report", "out", "--out", "pages/again.html").Exit, Is.Zero);
        Assert.That(_folder.Entente("report", "out").Exit, Is.Zero);
        Assert.That(File.ReadAllBytes(_folder["out/report.html"]), Is.EqualTo(before).AsCollection);
        Assert.That(File.ReadAllBytes(_folder["pages/again.html"]), Is.EqualTo(before).AsCollection);
    }

    [Test]
    public void What_the_page_says_repeats_the_result_byte_for_byte()
    {
        Assert.That(_folder.Entente("report", "out", "--out", "repeat.html").Exit, Is.Zero);
        var page = XDocument.Load(_folder["repeat.html"], LoadOptions.PreserveWhitespace);
        var blocks = page.Descendants("pre").Select(pre => pre.Value).ToArray();
        var elsewhere = new WorkingFolder();
        elsewhere.Write("small.yaml", blocks.Single(block => block.StartsWith("# Question", StringComparison.Ordinal)));
        var command = Regex.Match(blocks.Single(block => block.StartsWith("dotnet", StringComparison.Ordinal)), "-- (.*)\n").Groups[1].Value;
        Assert.That(command, Is.EqualTo("run small.yaml --first-replication 2 --set seed=9 --set dials.exitBarrier=0.25 --out again"));
        Assert.That(elsewhere.Entente(command.Split(' ')).Exit, Is.Zero);
        var tables = Directory.GetFiles(elsewhere["again"], "*.parquet", SearchOption.AllDirectories);
        Assert.That(tables, Has.Length.EqualTo(6));
        foreach (var table in tables)
        {
            var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(table)));
            Assert.That(blocks[^1].Split('\n'), Does.Contain($"{hash}  {Path.GetRelativePath(elsewhere["again"], table)}"));
        }

        elsewhere.Remove();
    }

    [TestCase(2, "holds no results", "report", ".")]
    [TestCase(2, "small.yaml is there already and is not a report; choose another name. Nothing was written.", "report", "out", "--out", "small.yaml")]
    [TestCase(2, "out is a folder", "report", "out", "--out", "out")]
    [TestCase(2, "dir", "report")]
    [TestCase(3, "cannot be written", "report", "out", "--out", "small.yaml/report.html")]
    public void What_cannot_be_done_is_said_in_a_line(int exit, string said, params string[] arguments)
    {
        var report = _folder.Entente(arguments);
        Assert.That((report.Exit, report.Output), Is.EqualTo((exit, "")));
        Assert.That(report.Error, Does.Contain(said));
        Assert.That(File.ReadAllText(_folder["small.yaml"]), Is.EqualTo(Scenario));
    }
}
