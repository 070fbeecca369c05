using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>The command landscape as a user meets it.</summary>
public class LandscapeTests
{
    private WorkingFolder _folder = null!;

    [SetUp]
    public void Make() => _folder = new WorkingFolder();

    [TearDown]
    public void Remove() => _folder.Remove();

    private static IEnumerable<string> Delivered =>
        Directory.GetFiles(Path.Combine(WorkingFolder.Scenarios, "landscape"), "*.yaml").Select(Path.GetFileName).Order()!;

    [TestCaseSource(nameof(Delivered))]
    public void Every_delivered_landscape_fits_80_columns_and_leaves_tables_and_a_picture(string file)
    {
        var answer = _folder.Entente("landscape", Path.Combine(WorkingFolder.Scenarios, "landscape", file), "--vary", "10", "--draws", "20", "--out", "out");
        Assert.That((answer.Exit, answer.Error), Is.EqualTo((0, "")));
        Assert.That(answer.Output, Does.Not.Contain("\e"));
        Assert.That(answer.Output.Replace('\n', ' '), Does.Contain("stable: no firm gains by moving. "));
        Assert.That(answer.Output, Does.Contain("still").And.EndWith("Tables and a picture, landscape.png, are in out\n"));
        Assert.That(answer.Output.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(80));
        Assert.That(Directory.GetFiles(_folder["out"]).Select(Path.GetFileName),
            Is.SupersetOf(["stable.csv", "sides.csv", "about.csv", "landscape.yaml", "landscape.png", "landscape.svg"]));
    }

    [Test]
    public void What_is_set_holds()
    {
        var file = Path.Combine(WorkingFolder.Scenarios, "landscape", "unix-1988.yaml");
        var said = _folder.Entente("landscape", file, "--alpha", "1.5", "--beta", "1", "--set", "firms.Sun.size=30");
        Assert.That(said.Exit, Is.Zero, said.Error);
        Assert.That(said.Output, Does.Contain("(now 1.5)").And.Contain("4 of them are stable"));
        Assert.That(said.Output, Does.Not.Contain("-3,828.9"));
        Assert.That(_folder.Files(), Is.Empty);
    }

    [Test]
    public void Wrong_input_is_refused_with_2_and_a_place_not_writable_with_3_and_nothing_is_written()
    {
        var file = Path.Combine(WorkingFolder.Scenarios, "landscape", "unix-1988.yaml");
        _folder.Write("a.yaml", "name: a\nquestion: q\nalpha: two\nfirms: []\n");
        Assert.That(_folder.Entente("landscape", "a.yaml", "--out", "out"), Is.EqualTo((2, "",
            "a.yaml:3:1 alpha is two; it must be a number between -1000 and 1000.\n"
            + "a.yaml:4:1 firms has 0 items; it must be a list of 2 to 64 firms.\n"
            + "2 problems; nothing was worked out and nothing written.\n")));
        Assert.That(_folder.Entente("landscape", file, "--alpha", "2,5").Error, Is.EqualTo(
            "--alpha is 2,5; it must be a number between -1000 and 1000.\nType 'entente-cli landscape --help' for what landscape takes.\n"));
        Assert.That(_folder.Entente("landscape", file, "--draws", "5"), Is.EqualTo((2, "",
            "--draws is given without --vary, which says by how much sizes are varied.\nType 'entente-cli landscape --help' for what landscape takes.\n")));
        _folder.Write("file", "");
        var (exit, _, error) = _folder.Entente("landscape", file, "--out", "file/out");
        Assert.That((exit, error), Is.EqualTo((3, error)));
        Assert.That(error, Does.StartWith("The results cannot be written to file/out: ").And.EndWith("another place with --out.\n"));
        Assert.That(_folder.Entente("landscape", file, "--out", ".").Exit, Is.EqualTo(2));
        Assert.That(_folder.Files(), Is.EqualTo(["a.yaml", "file"]));
    }
}
