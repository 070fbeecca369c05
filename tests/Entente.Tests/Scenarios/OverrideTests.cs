using Entente.Scenarios;
using NUnit.Framework;

namespace Entente.Tests.Scenarios;

public class OverrideTests
{
    [TestCase("dials.exitBarrier=.5", "fair", "dials.exitBarrier", "0.5")]
    [TestCase("dials.exitBarrier=.5", "tight", "dials.exitBarrier", "0.7")]
    [TestCase("arms.fair.dials.exitBarrier=.3", "fair", "dials.exitBarrier", "0.3")]
    [TestCase("arms.0.dials.exitBarrier=.3", "tight", "dials.exitBarrier", "0.3")]
    [TestCase(" dials . stepOut = 1 ", "fair", "dials.stepOut", "1")]
    [TestCase("dials.stepOut=", "fair", "dials.stepOut", "null")]
    [TestCase("dials={ contact: .9 }", "fair", "dials.contact", "0.9")]
    [TestCase("parameters.partnerSearch.sense=.1", "tight", "partnerSearch.sense", "0.1")]
    [TestCase("partnerSearch.sense=.1", "tight", "partnerSearch.sense", "0.1")]
    [TestCase("trust.noise=.1", "fair", "trust.noise", "0.1")]
    [TestCase("arms.fair.trust.noise=.2", "fair", "trust.noise", "0.2")]
    [TestCase("arms.fair.preset=no-alliances", "fair", "dials.contractControl", "0.9")]
    [TestCase("industry.firms=50", "fair", "industry.firms", "50")]
    [TestCase("industry.named.Oak.size=3", "fair", "industry.named.Oak.size", "3")]
    [TestCase("industry.named.Ash.capabilities.2=1", "fair", "industry.named.Ash.capabilities.2", "1")]
    [TestCase("founded.Pair.members.1=Oak", "fair", "founded.Pair.members.1", "1")]
    [TestCase("months=60", "fair", "months", "60")]
    [TestCase("disruption=shifting", "fair", "disruption.max", "0.5")]
    [TestCase("disruption={ constant: .3 }", "fair", "disruption.constant", "0.3")]
    [TestCase("disruption.max=.7", "fair", "disruption.max", "0.7")]
    [TestCase("disruption.max=.7", "fair", "disruption.midpoint", "90")]
    [TestCase("arms.fair.disruption.max=.7", "fair", "disruption.growth", "0.05")]
    [TestCase("arms.fair.disruption.max=.7", "tight", "disruption.max", "0.1")]
    public void An_assignment_sets_what_its_path_names(string assignment, string arm, string path, string value)
    {
        var scenario = Example.Read(Example.Good, new ScenarioOverrides(Set: [assignment]));
        var setting = scenario.Arms.Single(a => a.Name == arm).Setting;
        Assert.That(ParameterCatalogue.Of(setting).Single(p => p.Path == path).Text, Is.EqualTo(value));
        Assert.That(scenario.Overrides, Is.EqualTo([assignment]));
    }

    [Test]
    public void Words_are_set_as_they_are_and_lists_as_in_the_file()
    {
        var scenario = Example.Read(
            Example.Good, new ScenarioOverrides(Set: ["question=Is it so: a = b?", "outcomes=[formed, signed]", "expectation=\"No\""]));
        Assert.That(scenario.Question, Is.EqualTo("Is it so: a = b?"));
        Assert.That(scenario.Outcomes, Is.EqualTo(["formed", "signed"]));
        Assert.That(scenario.Expectation, Is.EqualTo("No"));
    }

    [Test]
    public void Options_come_first_and_assignments_after_them_in_order()
    {
        var scenario = Example.Read(Example.Good, new ScenarioOverrides(7, 36, uint.MaxValue, ["months=48", "dials.contact=0", "dials.contact=1"]));
        Assert.That((scenario.Replications, scenario.Seed), Is.EqualTo((7, uint.MaxValue)));
        Assert.That((scenario.Arms[0].Setting.Months, scenario.Arms[0].Setting.Dials.Contact), Is.EqualTo((48, 1d)));
        Assert.That(
            scenario.Overrides,
            Is.EqualTo(["replications=7", "months=36", "seed=4294967295", "months=48", "dials.contact=0", "dials.contact=1"]));
        Assert.That(scenario.Text, Is.EqualTo(Example.Good));
    }

    [Test]
    public void A_change_to_the_disruption_of_one_arm_leaves_the_table_of_the_others()
    {
        var text = Example.With("disruption: calm", "disruption: { table: [.1, .2] }");
        var scenario = Example.Read(text, new ScenarioOverrides(Set: ["arms.fair.disruption.table.0=.9"]));
        Assert.That(scenario.Arms.Select(arm => arm.Setting.Disruption.At(0)), Is.EqualTo([.1, .9]));
    }

    [Test]
    public void An_assignment_mends_what_is_wrong_in_the_file()
    {
        var text = Example.With("exitBarrier: .7", "exitBarrier: 7");
        Assert.That(Example.Read(text, new ScenarioOverrides(Set: ["arms.tight.dials.exitBarrier=.7"])).Arms, Has.Count.EqualTo(2));
    }

    /// <summary>Whatever the catalogue lists can be set by the path it gives, to the value it has, and nothing changes.</summary>
    [TestCase("calm")]
    [TestCase("{ constant: .3 }")]
    [TestCase("{ before: .1, after: .2, month: 3 }")]
    [TestCase("{ table: [.1, .2] }")]
    public void Every_path_of_the_catalogue_can_be_set(string disruption)
    {
        var text = Example.With("disruption: calm", $"disruption: {disruption}").Replace("Oak", "Oak Inc. = best", StringComparison.Ordinal);
        var catalogue = ParameterCatalogue.Of(Example.Read(text).Arms[1].Setting);
        // The presets say more than the scenario does, so dials and rooms are set for the arm.
        string[] prefixes = ["months", "industry.", "disruption.", "founded."];
        var assignments = catalogue
            .Where(parameter => parameter.Value is not null)
            .Select(p => $"{(prefixes.Any(prefix => p.Path.StartsWith(prefix, StringComparison.Ordinal)) ? "" : "arms.fair.")}{p.Path}={p.Text}")
            .ToList();
        var set = Example.Read(text, new ScenarioOverrides(Set: assignments));
        Assert.That(ParameterCatalogue.Of(set.Arms[1].Setting), Is.EqualTo(catalogue));
        Assert.That(assignments, Has.Count.GreaterThan(250));
    }

    private static readonly (string Assignment, string Said)[] Faults =
    [
        ("dials.exitBarrier=1.4", "exitBarrier is 1.4; it must be between 0 and 1. Did you mean 0.14?"),
        ("arms.fair.dials.exitBarrier=0,3", "exitBarrier is 0,3; it must be a number between 0 and 1. Did you mean 0.3?"),
        ("dials.exitBarrier=\"0.5\"", "exitBarrier is the text \"0.5\"; it must be a number between 0 and 1. Did you mean 0.5, without quotation marks?"),
        ("dials.exitBarier=.5", "dials has no exitBarier. Did you mean exitBarrier?"),
        ("dails.exitBarrier=.5", "the scenario has no dails. Did you mean dials?"),
        ("exitBarrier=.5", "the scenario has no exitBarrier. Did you mean dials.exitBarrier?"),
        ("partnerSearch.sens=.1", "partnerSearch has no sens. Did you mean sense?"),
        ("partnerSearch=.1", "partnerSearch is .1; it must be a section of keys and values."),
        ("arms.fiar.dials.exitBarrier=.5", "arms has no item fiar; its items go by number from 0 to 1 or by name. Did you mean fair?"),
        ("arms.2.preset=tight-contract", "arms has no item 2; its items go by number from 0 to 1 or by name."),
        ("outcomes.5=income", "outcomes has no item 5; its items go by number from 0 to 1."),
        ("seed.high=1", "seed is 1; it has no high."),
        ("seed.high.er=1", "seed is 1; it has no high."),
        ("disruption=clam", "disruption is clam; it must be calm, shifting, storm or a section like { max: 0.9, growth: 0.08, midpoint: 50 }, { constant: 0.3 }, { before: 0.1, after: 0.8, month: 60 } or { table: [0.1, 0.2] }. Did you mean calm?"),
        ("disruption.max=7", "max is 7; it must be between 0 and 1. Did you mean 0.7?"),
        ("seed=", "seed has no value; it must be a whole number between 0 and 4294967295."),
        ("founded.Pair.month=24", "month is 24; it must be between 0 and 23, the last month of the run."),
        ("dials.exitBarrier", "there is no =; it must be path=value, such as dials.exitBarrier=0.5."),
        ("", "there is no =; it must be path=value, such as dials.exitBarrier=0.5."),
        ("=.5", "there is no path; it must be path=value, such as dials.exitBarrier=0.5."),
        ("dials..exitBarrier=.5", "a part of the path is empty; it must be path=value, such as dials.exitBarrier=0.5."),
        ("outcomes=[income", "the [ opened here is not closed as it should be; write [value, value]."),
        ("outcomes=[*all]", "*all refers to a value elsewhere; scenarios do not do that. Write the value out."),
    ];

    private static IEnumerable<TestCaseData> Cases =>
        Faults.Select(f => new TestCaseData(f.Assignment, f.Said));

    [TestCaseSource(nameof(Cases))]
    public void A_faulty_assignment_is_quoted_whole(string assignment, string said)
    {
        var reading = ScenarioReader.Parse(Example.Good, Example.File, new ScenarioOverrides(Set: [assignment]));
        Assert.That(reading.Problems, Is.EqualTo([new Problem("--set", 0, 0, $"in \"{assignment}\", {said}")]));
        Assert.That(reading.Problems[0].ToString(), Is.EqualTo($"--set: in \"{assignment}\", {said}"));
    }

    [Test]
    public void Faulty_options_are_named_as_such() =>
        Assert.That(
            Example.Faults(Example.Good, new ScenarioOverrides(Replications: 0, Months: -24)),
            Is.EqualTo(
                "--replications: replications is 0; it must be a whole number between 1 and 1000000.\n" +
                "--months: months is -24; it must be a whole number between 1 and 4000. Did you mean 24?"));

    [Test]
    public void Faults_of_the_file_come_before_those_of_assignments_and_these_in_order() =>
        Assert.That(
            Example.Faults(
                Example.With("size: 2", "size: 0"),
                new ScenarioOverrides(Set: ["trust.noise=2", "dials.contact=x", "nothing"])),
            Is.EqualTo(
                """
                example.yaml:16:7 size is 0; it must be between 0.001 and 1000.
                --set: in "trust.noise=2", noise is 2; it must be between 0 and 1. Did you mean 0.2?
                --set: in "dials.contact=x", contact is x; it must be a number between 0 and 1.
                --set: in "nothing", there is no =; it must be path=value, such as dials.exitBarrier=0.5.
                """));

    [Test]
    public void A_smaller_industry_is_held_against_what_the_file_says_of_it() =>
        Assert.That(
            Example.Set("industry.firms=3"),
            Is.EqualTo("example.yaml:33:20 member is 3; it must be the name of a named firm or a number between 0 and 2."));
}
