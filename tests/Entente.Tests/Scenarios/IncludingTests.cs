using Entente.Scenarios;
using Entente.Tests.Studies;
using NUnit.Framework;

namespace Entente.Tests.Scenarios;

/// <summary>A file of parameters below a scenario: what it sets holds where the scenario does not set the same.</summary>
public class IncludingTests
{
    private const string Text =
        "{ name: x, question: x, seed: 1, replications: 1, include: below.yaml, parameters: { trust: { growth: 0.5 } }, arms: [{ name: a, preset: tight-contract }] }";

    [Test]
    public void What_is_included_lies_below_what_includes_it_and_is_part_of_its_text()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("below.yaml"), "theory: reciprocity\nparameters:\n  trust: { growth: 0.1, breakage: 0.2 }\n  laboratory: { growth: 0.3 }\n");
        var scenario = Read(folder).Scenario!;
        var setting = scenario.Arms[0].Setting;
        Assert.That((setting.Parameters.Trust.Growth, setting.Parameters.Trust.Breakage), Is.EqualTo((0.5, 0.2)));
        Assert.That(Theories.NameOf(setting.Theory), Is.EqualTo("reciprocity"));
        Assert.That(scenario.Text, Does.StartWith(Text).And.EndsWith("# included: below.yaml\n# theory: reciprocity\n# parameters:\n#   trust: { growth: 0.1, breakage: 0.2 }\n#   laboratory: { growth: 0.3 }\n"));
    }

    [Test]
    public void Faults_of_what_is_included_are_named_there()
    {
        using var folder = new TemporaryFolder();
        Assert.That(Said(folder), Does.Contain("include is below.yaml: there is no such file"));
        File.WriteAllText(folder.At("below.yaml"), "parameters:\n  trust: { grwth: 0.1 }\ninclude: other.yaml\n");
        Assert.That(Said(folder), Does.Contain("below.yaml:2:12 trust has no grwth. Did you mean growth?").And.Contain("below.yaml:3:1 a file that is included cannot include another."));
    }

    /// <summary>A file system allows more in names than YAML does without quotes.</summary>
    [TestCase("be\"low.yaml")]
    [TestCase("be'low.yaml")]
    [TestCase("be\\low.yaml")]
    [TestCase("be # low: {.yaml")]
    public void Any_name_of_a_file_is_included_and_checked(string name)
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("Windows does not allow such names");
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At(name), "parameters:\n  trust: { breakage: 0.2, grwth: 1 }\n");
        var kind = FileKinds.Read(folder.At(name), out var text, out var problem);
        Assert.That((kind, problem), Is.EqualTo((FileKind.Parameters, (Problem?)null)));
        Assert.That(FileKinds.CheckParameters(text, folder.At(name)).Single().ToString(), Does.StartWith($"{folder.At(name)}:2:27 trust has no grwth."));

        File.WriteAllText(folder.At(name), "parameters:\n  trust: { breakage: 0.2 }\n");
        FileKinds.Read(folder.At(name), out text, out _);
        Assert.That(FileKinds.CheckParameters(text, folder.At(name)), Is.Empty);
        var quoted = $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        var whole = Text.Replace("below.yaml", quoted, StringComparison.Ordinal);
        var scenario = ScenarioReader.Parse(whole, folder.At("scenario.yaml")).Scenario!;
        Assert.That(scenario.Arms[0].Setting.Parameters.Trust.Breakage, Is.EqualTo(0.2));

        // As a manifest has it, without the file.
        File.Delete(folder.At(name));
        Assert.That(ScenarioReader.Parse(scenario.Text, folder.At("scenario.yaml")).Scenario!.Arms[0].Setting.Parameters.Trust.Breakage, Is.EqualTo(0.2));
    }

    [Test]
    public void A_name_that_does_not_stay_on_its_line_is_refused()
    {
        var problems = ScenarioReader.Parse(Text.Replace("below.yaml", "\"below\\nseed: 2\"", StringComparison.Ordinal), "scenario.yaml").Problems;
        Assert.That(problems.Single().Message, Is.EqualTo("include is below\\u000Aseed: 2; it must be the name of a parameter file, on one line."));
    }

    private static string Said(TemporaryFolder folder) => string.Join('\n', Read(folder).Problems);

    private static ScenarioReading Read(TemporaryFolder folder) => ScenarioReader.Parse(Text, folder.At("scenario.yaml"));
}
