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

    private static string Said(TemporaryFolder folder) => string.Join('\n', Read(folder).Problems);

    private static ScenarioReading Read(TemporaryFolder folder) => ScenarioReader.Parse(Text, folder.At("scenario.yaml"));
}
