using Entente.Scenarios.Landscapes;
using Entente.Studies.Landscapes;
using Entente.Studies.Results;
using Entente.Tests.Documentation;
using NUnit.Framework;

namespace Entente.Tests.Studies.Landscapes;

/// <summary>What a landscape leaves on the disk, read by an independent reader.</summary>
public class LandscapeFolderTests
{
    private static readonly string[] Files =
        ["about.csv", "configurations.csv", "landscape.png", "landscape.svg", "landscape.yaml", "sides.csv", "stable.csv"];

    [Test]
    public void Tables_say_what_the_study_found()
    {
        using var folder = new TemporaryFolder();
        var study = Study("unix-1988");
        LandscapeFolder.Write(study, Variation.Of(study, 10, 20), folder.At("out"), "0.0.0");
        Assert.That(Directory.GetFiles(folder.At("out")).Select(Path.GetFileName).Order(), Is.EqualTo(Files));
        Assert.That(
            Duck.Query($"SELECT id, basin, basinShare, firmsRight, wrong, chance, alphaHigh FROM {Table(folder, "stable")} ORDER BY firmsRight DESC LIMIT 1"),
            Is.EqualTo([new object?[] { 2L, 128L, .5, 8L, "IBM", 10 / 256.0, null }]));
        Assert.That(Duck.Single($"SELECT min(energy) FROM {Table(folder, "configurations")}"), Is.EqualTo(-3828.9).Within(1e-9));
        Assert.That(
            Duck.Query($"SELECT leadsTo, count(*) FROM {Table(folder, "configurations")} GROUP BY leadsTo ORDER BY leadsTo"),
            Is.EqualTo([new object[] { 1L, 128L }, [2L, 128L]]));
        Assert.That(
            Duck.Query($"SELECT firm FROM {Table(folder, "sides")} WHERE id = 2 AND side = 1"),
            Is.EqualTo("Sun Prime AT&T IBM".Split(' ').Select(firm => new object[] { firm })));
        Assert.That(Duck.Single($"SELECT value FROM {Table(folder, "about")} WHERE fact = 'alpha'"), Is.EqualTo("2"));
        Assert.That(File.ReadAllText(folder.At("out", "landscape.yaml")), Is.EqualTo(study.Scenario.Text));
    }

    [Test]
    public void The_same_landscape_leaves_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "one", "two" })
        {
            var study = Study("risc-1992");
            LandscapeFolder.Write(study, Variation.Of(study, 30, 10), folder.At(name), "0.0.0");
        }

        foreach (var file in Files)
            Assert.That(File.ReadAllBytes(folder.At("two", file)), Is.EqualTo(File.ReadAllBytes(folder.At("one", file))), file);
    }

    [Test]
    public void Of_too_many_configurations_there_is_a_picture_and_no_table()
    {
        using var folder = new TemporaryFolder();
        LandscapeFolder.Write(Study("airlines-2001"), null, folder.At("out"), "0.0.0");
        Assert.That(Directory.GetFiles(folder.At("out")).Select(Path.GetFileName).Order(), Is.EqualTo(Files.Where(file => file != "configurations.csv")));
        Assert.That(Duck.Query($"SELECT count(*), sum(basin)::BIGINT FROM {Table(folder, "stable")}")[0], Is.EqualTo(new object[] { 15L, 131_072L }));
    }

    [Test]
    public void Forty_firms_are_descended_upon_and_drawn()
    {
        using var folder = new TemporaryFolder();
        var firms = string.Join("\n", Enumerable.Range(1, 40).Select(i => $"  - {{ name: F{i}, size: {i}, class: c{i % 4} }}"));
        var text = $"name: many\nquestion: q\nalpha: 2\nbeta: 0.5\nstarts: 200\nfirms:\n{firms}\n";
        var study = LandscapeStudy.Of(LandscapeReader.Parse(text, "f.yaml").Scenario!);
        Assert.That((study.Survey.Complete, study.Survey.Tried, study.Enumeration), Is.EqualTo((false, 200L, (object?)null)));
        Assert.That(study.Findings.Sum(finding => finding.Share), Is.EqualTo(1).Within(1e-9));
        LandscapeFolder.Write(study, null, folder.At("out"), "0.0.0");
        Assert.That(Duck.Single($"SELECT value FROM {Table(folder, "about")} WHERE fact = 'complete'"), Is.EqualTo("false"));
    }

    [Test]
    public void What_is_there_stays_and_nothing_is_half_written()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("full"));
        File.WriteAllText(folder.At("full", "mine.txt"), "mine");
        File.WriteAllText(folder.At("file"), "mine");
        Assert.That(() => LandscapeFolder.Write(Study("unix-1988"), null, folder.At("full"), ""), Throws.TypeOf<ResultsInTheWay>());
        Assert.That(() => LandscapeFolder.Write(Study("unix-1988"), null, folder.At("file", "out"), ""), Throws.TypeOf<ResultsNotWritable>());
        Assert.That(folder.Contents(), Is.EqualTo(["file", "full", Path.Combine("full", "mine.txt")]));
    }

    private static LandscapeStudy Study(string name) =>
        LandscapeStudy.Of(LandscapeReader.Read(Path.Combine(Manual.Root, "scenarios", "landscape", $"{name}.yaml")).Scenario!);

    private static string Table(TemporaryFolder folder, string name) => $"read_csv({Duck.Quoted(folder.At("out", $"{name}.csv"))})";
}
