using System.Xml.Linq;
using Entente.Scenarios;
using Entente.Studies.Reports;
using NUnit.Framework;

namespace Entente.Tests.Studies.Reports;

/// <summary>Every number that was in force is on the page, once in the complete list, with what it means.</summary>
public class ParameterTests
{
    [Test]
    public void What_differs_comes_first_and_every_parameter_is_in_the_complete_list()
    {
        using var folder = new TemporaryFolder();
        var results = Toy.Written(folder);
        var page = Toy.Page(results);
        Assert.That(Paths(Toy.ById(page, "differing")), Is.EqualTo("months dials.disruptionTrigger dials.openScope dials.exploration dials.trustPacing dials.fairProcess dials.contractControl dials.exitBarrier dials.dedicatedTeam dials.postRotation dials.expertRotation".Split(' ')));
        var all = page.Descendants("table").Where(table => table.Attribute("id")!.Value.StartsWith("all-", StringComparison.Ordinal)).SelectMany(Paths);
        Assert.That(all, Is.EqualTo(results.Manifest.Arms[0].Parameters.Select(p => p.Path)));
    }

    [Test]
    public void Every_parameter_a_scenario_can_set_has_a_meaning_a_range_and_a_source()
    {
        var scenario = ScenarioReader.Parse(
            """
            name: all
            question: What is there?
            seed: 1
            replications: 2
            months: 12
            disruption: { constant: 0.5 }
            industry:
              named:
                - name: Alder
                  capabilities: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]
                  presence: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0]
                  targets: [1, 0, 0, 0, 0, 0, 0, 0]
                - name: Birch
            founded:
              - { name: Pact, members: [Alder, Birch], month: 3 }
            arms:
              - { name: one, preset: tight-contract }
              - { name: two, preset: fair-process, disruption: { table: [0.1, 0.2] } }
              - { name: three, preset: no-alliances, disruption: { before: 0.1, after: 0.2, month: 6 } }
              - { name: four, preset: no-alliances, disruption: storm }
            outcomes: [income]
            """, "all.yaml").Scenario!;
        using var folder = new TemporaryFolder();
        Fakes.Run(scenario, Fakes.Options(folder.At("run")), (_, _, replication) => Fakes.Numbered(0, replication));
        var lines = ParameterLines.Of(Entente.Studies.Results.ResultFolder.Open(folder.At("run")).Manifest, scenario);

        Assert.That(lines, Has.Count.GreaterThan(250));
        Assert.That(lines.Where(line => line.Meaning.Length == 0 || line.Range.Length == 0 || line.Source.Length == 0 || line.Unit.Length == 0).Select(line => line.Path), Is.Empty);
        Assert.That(lines.Select(line => line.Path), Is.Unique);
        var capabilities = lines.Single(line => line.Path == "industry.named.Alder.capabilities");
        Assert.That(capabilities.InForce, Is.All.EqualTo("0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8"));
        Assert.That((capabilities.IsSet, capabilities.Differs), Is.EqualTo((true, false)));
        Assert.That(lines.Single(line => line.Path == "industry.named.Birch.size").IsSet, Is.False, "what is left to the model is not set");
        Assert.That(lines.Single(line => line.Path == "disruption.table").InForce, Is.EqualTo("not set|0.1, 0.2|not set|not set".Split('|')));
        Assert.That(lines.Single(line => line.Path == "founded.Pact.month").InForce, Is.EqualTo("3|3|not set|not set".Split('|')));
        var fairProcess = lines.Single(line => line.Path == "dials.fairProcess");
        Assert.That(fairProcess.Default("tight-contract fair-process no-alliances no-alliances".Split(' ')), Is.EqualTo("0 (tight-contract), 0.9 (fair-process), 0 (no-alliances)"));
        Assert.That(fairProcess.Meaning, Does.StartWith("Row 4, pace: decisions are taken 0 = by power"));
    }

    [Test]
    public void What_a_scenario_sets_alike_in_all_arms_is_told_with_its_default()
    {
        using var folder = new TemporaryFolder();
        var scenario = ScenarioReader.Parse(Toy.Text, "toy.yaml", new ScenarioOverrides(Set: ["industry.firms=12", "partnerSearch.sense=0.125"])).Scenario!;
        Fakes.Run(scenario, Fakes.Options(folder.At("run")), (_, _, replication) => Fakes.Numbered(0, replication));
        var page = Toy.Page(Entente.Studies.Results.ResultFolder.Open(folder.At("run")));
        var rows = Toy.ById(page, "set").Descendants("tr").Skip(1).ToDictionary(row => row.Descendants("code").First().Value, row => row.Elements("td").Select(td => td.Value).ToArray());
        Assert.That(rows.Keys, Is.EqualTo("months industry.firms partnerSearch.sense".Split(' ')));
        Assert.That(rows["industry.firms"], Is.EqualTo("12|30|2 to 1,000,000|firms|judgement".Split('|')));
        Assert.That(rows["partnerSearch.sense"][0], Is.EqualTo("0.125"));
    }

    [Test]
    public void A_scenario_this_program_cannot_read_still_has_its_numbers_shown()
    {
        using var folder = new TemporaryFolder();
        var page = Toy.Page(Toy.Written(folder, text: "future: yes\n"));
        Assert.That(page.Descendants("aside"), Is.Empty);
        Assert.That(Paths(Toy.ById(page, "differing")), Does.Contain("dials.exitBarrier"));
    }

    private static IEnumerable<string> Paths(XElement table) => table.Descendants("th").Elements("code").Select(code => code.Value);
}
