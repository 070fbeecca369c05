using System.Text;
using Entente.Scenarios;
using NUnit.Framework;

namespace Entente.Tests.Scenarios;

public class FileTests
{
    private string folder = "";

    [SetUp]
    public void Make_a_folder() => folder = Directory.CreateTempSubdirectory("entente-").FullName;

    [TearDown]
    public void Remove_the_folder() => Directory.Delete(folder, recursive: true);

    private string File(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    private static void Says(string path, string said) =>
        Assert.That(ScenarioReader.Read(path).Problems.Select(problem => problem.ToString()), Is.EqualTo([path + said]));

    [Test]
    public void Every_scenario_of_the_project_reads_without_a_problem()
    {
        var files = Directory.GetFiles(Example.Folder(), "*.yaml");
        Assert.That(files.Select(Path.GetFileName), Is.SupersetOf(["telco-disruption.yaml", "trust-classroom.yaml"]));
        Assert.Multiple(() =>
        {
            foreach (var file in files)
            {
                var reading = ScenarioReader.Read(file);
                Assert.That(reading.Problems, Is.Empty);
                Assert.That(reading.Scenario?.Name, Is.EqualTo(Path.GetFileNameWithoutExtension(file)), "a scenario is called as its file");
                Assert.That(reading.Scenario?.Text, Does.StartWith("# yaml-language-server: $schema=schema.json\n# Question: "));
            }
        });
    }

    [Test]
    public void The_telecom_scenario_founds_its_pair_in_both_regimes_alike_and_not_in_the_baseline()
    {
        var arms = ScenarioReader.Read(Path.Combine(Example.Folder(), "telco-disruption.yaml")).Scenario!.Arms;
        Assert.That(arms.Select(arm => arm.Name), Is.EqualTo(["tight-contract", "fair-process", "no-alliances"]));
        Assert.That(arms.Select(arm => arm.Setting.Decrees.Count), Is.EqualTo([1, 1, 0]));
        Assert.That(arms[0].Setting.Decrees, Is.EqualTo(arms[1].Setting.Decrees));
        Assert.That(arms[0].Setting.Decrees[0].Members.Select(member => arms[0].Setting.Industry.Named[member].Name), Is.EqualTo(["Orange", "Deutsche Telekom"]));
    }

    [Test]
    public void A_good_file_is_a_scenario_with_or_without_a_byte_order_mark()
    {
        Assert.That(ScenarioReader.Read(File("a.yaml", Encoding.UTF8.GetBytes(Example.Good))).Problems, Is.Empty);
        Assert.That(ScenarioReader.Read(File("b.yaml", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Example.Good)])).Scenario!.Text, Is.EqualTo(Example.Good));
    }

    [Test]
    public void A_missing_file_is_looked_for_among_its_neighbours()
    {
        File("telco-disruption.yaml", []);
        Says(Path.Combine(folder, "telco-disrupton.yaml"), ": there is no such file. Did you mean " + Path.Combine(folder, "telco-disruption.yaml") + "?");
        Says(Path.Combine(folder, "other.yaml"), ": there is no such file.");
        Says(Path.Combine(folder, "no", "other.yaml"), ": there is no such file.");
    }

    [Test]
    public void A_directory_is_no_file()
    {
        Says(folder, ": this is a directory, and there is no scenario (.yaml) in it.");
        var file = File("b.yaml", []);
        File("c.yaml", []);
        Says(folder, $": this is a directory; name a scenario file in it, such as {file}.");
    }

    [Test]
    public void A_name_that_no_file_can_have_is_a_problem_too()
    {
        Assert.That(ScenarioReader.Read("").Problems.Single().ToString(), Is.EqualTo("the path of the file: it is empty; name a file, such as scenarios/telco-disruption.yaml."));
        Assert.That(ScenarioReader.Read("a\0b").Problems.Single().Message, Does.StartWith("the file cannot be read: ").Or.EqualTo("there is no such file."));
    }

    [Test]
    public void An_empty_file_says_what_a_scenario_has() =>
        Says(File("a.yaml", []), ": the file is empty; a scenario has at least name, question, seed, replications and arms.");

    [Test]
    public void A_binary_file_is_no_text() =>
        Says(File("a.yaml", [1, 2, 0, 3]), ": this is not a text file; a scenario is YAML, encoded in UTF-8.");

    [Test]
    public void Another_encoding_is_named_with_its_place()
    {
        Says(File("a.yaml", Encoding.Latin1.GetBytes("name: x\nquestion: Où est-ce?\n")), ":2:12 there is a character here that is not UTF-8; save the file as UTF-8.");
        Says(File("b.yaml", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Example.Good)]), ": the file is encoded in UTF-16; save it as UTF-8.");
    }

    [Test]
    public void A_file_larger_than_1_MB_is_not_read()
    {
        Says(File("a.yaml", [.. Enumerable.Repeat((byte)'#', (1 << 20) + 1)]), ": the file is larger than 1 MB; a scenario is a page or two.");
        Says(File("b.yaml", [.. Enumerable.Repeat((byte)'#', 1 << 20)]), ": there is nothing in the file but comments; a scenario has at least name, question, seed, replications and arms.");
    }

    [Test]
    public void A_device_without_end_is_not_read_to_its_end()
    {
        if (!System.IO.File.Exists("/dev/zero"))
            Assert.Ignore("there is no such device here");
        Says("/dev/zero", ": the file is larger than 1 MB; a scenario is a page or two.");
    }
}
