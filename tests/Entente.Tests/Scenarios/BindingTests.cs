using Entente.Scenarios;
using Entente.Settings;
using NUnit.Framework;

namespace Entente.Tests.Scenarios;

/// <summary>What is written in a scenario arrives where it belongs.</summary>
public class BindingTests
{
    [Test]
    public void Every_key_of_the_example_arrives()
    {
        var scenario = Example.Read(Example.Good);
        var (tight, fair) = (scenario.Arms[0], scenario.Arms[1]);
        var firm = tight.Setting.Industry.Named[0];
        var decree = fair.Setting.Decrees.Single();
        Assert.Multiple(() =>
        {
            Assert.That((scenario.Name, scenario.Question, scenario.Seed, scenario.Replications), Is.EqualTo(("example", "Who wins?", 1u, 2)));
            Assert.That(scenario.Expectation, Is.Null);
            Assert.That(scenario.Text, Is.EqualTo(Example.Good));
            Assert.That(scenario.Overrides, Is.Empty);
            Assert.That(scenario.Outcomes, Is.EqualTo(["income", "netValue"]));
            Assert.That((tight.Name, tight.Preset, fair.Name, fair.Preset), Is.EqualTo(("tight", "tight-contract", "fair", "fair-process")));
            Assert.That(tight.Setting.Months, Is.EqualTo(24));
            Assert.That(tight.Setting.Disruption, Is.EqualTo(Disruption.Calm));
            Assert.That((tight.Setting.Industry.Firms, tight.Setting.Industry.Domains, tight.Setting.Industry.Markets), Is.EqualTo((6, 4, 3)));
            Assert.That(tight.Setting.Industry.Named.Select(f => f.Name), Is.EqualTo(["Ash", "Oak"]));
            Assert.That(firm.Capabilities, Is.EqualTo([.9, .1, .2, .3]));
            Assert.That(firm.Presence, Is.EqualTo([.5, .5, 0]));
            Assert.That(firm.Targets, Is.EqualTo([1.0, 0, 0, 0]));
            Assert.That((firm.Size, firm.Trust, firm.PlanningMonth), Is.EqualTo(((double?)2, (double?)null, (int?)null)));
            Assert.That(tight.Setting.Dials, Is.EqualTo(Dials.TightContractPreset with { Contact = .4, ExitBarrier = .7 }));
            Assert.That(fair.Setting.Dials, Is.EqualTo(Dials.FairProcessPreset with { Contact = .4 }));
            Assert.That(fair.Setting.Parameters.PartnerSearch.Sense, Is.EqualTo(.2));
            Assert.That((decree.Name, decree.Month, decree.Projects, decree.Trust), Is.EqualTo(("Pair", 2, 1, (double?).5)));
            Assert.That(decree.Members, Is.EqualTo([0, 3]));
        });
    }

    [Test]
    public void What_is_not_written_is_as_the_model_has_it()
    {
        var scenario = Example.Read("{ name: a, question: b?, seed: 0, replications: 1, arms: [{ name: c, preset: tight-contract }] }");
        var model = ParameterCatalogue.Of(new Setting());
        Assert.That(ParameterCatalogue.Of(scenario.Arms.Single().Setting), Is.EqualTo(model));
        Assert.That(scenario.Outcomes, Has.Count.GreaterThan(5).And.Contain("income"));
    }

    [Test]
    public void Preset_then_scenario_then_arm_and_the_later_holds()
    {
        var scenario = Example.Read(
            """
            name: order
            question: Which holds?
            seed: 1
            replications: 1
            dials: { exitBarrier: .5, contact: .6 }
            parameters: { trust: { growth: .1, breakage: .2 }, partnerSearch: { alliancesAllowed: true } }
            disruption: storm
            arms:
              - { name: a, preset: fair-process }
              - { name: b, preset: fair-process, dials: { contact: .7 }, parameters: { trust: { breakage: .3 } }, disruption: calm }
              - { name: c, preset: no-alliances }
            """);
        var (a, b, c) = (scenario.Arms[0].Setting, scenario.Arms[1].Setting, scenario.Arms[2].Setting);
        Assert.Multiple(() =>
        {
            Assert.That((a.Dials.FairProcess, a.Dials.ExitBarrier, a.Dials.Contact), Is.EqualTo((.9, .5, .6)));
            Assert.That((b.Dials.FairProcess, b.Dials.ExitBarrier, b.Dials.Contact), Is.EqualTo((.9, .5, .7)));
            Assert.That((a.Parameters.Trust.Growth, a.Parameters.Trust.Breakage), Is.EqualTo((.1, .2)));
            Assert.That((b.Parameters.Trust.Growth, b.Parameters.Trust.Breakage), Is.EqualTo((.1, .3)));
            Assert.That((a.Disruption, b.Disruption), Is.EqualTo((Disruption.Storm, Disruption.Calm)));
            Assert.That(c.Parameters.PartnerSearch.AlliancesAllowed, Is.True, "the scenario goes over the preset");
        });
    }

    [TestCase("calm", "LogisticDisruption { Max = 0.1, Growth = 0.05, Midpoint = 90 }")]
    [TestCase("shifting", "LogisticDisruption { Max = 0.5, Growth = 0.06, Midpoint = 70 }")]
    [TestCase("storm", "LogisticDisruption { Max = 0.9, Growth = 0.08, Midpoint = 50 }")]
    [TestCase("{ max: .4, growth: .2, midpoint: 7.5 }", "LogisticDisruption { Max = 0.4, Growth = 0.2, Midpoint = 7.5 }")]
    [TestCase("{ constant: .3 }", "ConstantDisruption { Level = 0.3 }")]
    [TestCase("{ month: 6, before: 0, after: 1 }", "StepDisruption { Before = 0, After = 1, Month = 6 }")]
    public void Disruption_comes_by_name_or_in_shapes(string written, string read) =>
        Assert.That(
            Example.Read(Example.With("disruption: calm", $"disruption: {written}")).Arms[0].Setting.Disruption.ToString(),
            Is.EqualTo(read));

    [Test]
    public void Disruption_comes_as_a_table_whose_last_value_holds_on()
    {
        var disruption = Example.Read(Example.With("disruption: calm", "disruption: { table: [.1, .5, .2] }")).Arms[0].Setting.Disruption;
        Assert.That(Enumerable.Range(0, 5).Select(disruption.At), Is.EqualTo([.1, .5, .2, .2, .2]));
    }

    [TestCase("stepOut: .3", .3)]
    [TestCase("stepOut: null", null)]
    [TestCase("stepOut:", null)]
    public void A_dial_that_follows_another_may_be_left_to_do_so(string written, double? read) =>
        Assert.That(Example.Read(Example.With("contact: .4", written)).Arms[0].Setting.Dials.StepOut, Is.EqualTo(read));

    [TestCase("0", 0)]
    [TestCase("1.", 1)]
    [TestCase("+.5", .5)]
    [TestCase("5e-1", .5)]
    [TestCase("-0", 0)]
    [TestCase("0.5 # half", .5)]
    public void Numbers_are_written_as_one_writes_them_with_a_point(string written, double read)
    {
        var contact = Example.Read(Example.With("contact: .4", $"contact: {written}")).Arms[0].Setting.Dials.Contact;
        Assert.That(contact, Is.EqualTo(read));
        Assert.That(double.IsNegative(contact), Is.False);
    }

    [Test]
    public void Sections_may_be_empty()
    {
        var scenario = Example.Read(Example.With("dials:\n  contact: .4\nparameters:\n  partnerSearch:\n    sense: .2\n    alliancesAllowed: true", "dials:\nparameters:\n  trust:"));
        Assert.That(scenario.Arms[1].Setting.Dials, Is.EqualTo(Dials.FairProcessPreset));
    }

    [TestCase("[.333333, .333333, .333334]")]
    [TestCase("[.3333333, .3333333, .3333333]")]
    public void Shares_written_with_six_digits_or_more_sum_to_1(string shares) =>
        Assert.That(Example.Read(Example.With("[.5, .5, 0]", shares)).Arms, Has.Count.EqualTo(2));

    [Test]
    public void Windows_line_ends_and_comments_change_nothing_but_the_text()
    {
        var scenario = Example.Read("# A question\r\n" + Example.Good.Replace("\n", "  # so\r\n", StringComparison.Ordinal));
        Assert.That(ParameterCatalogue.Of(scenario.Arms[1].Setting), Is.EqualTo(ParameterCatalogue.Of(Example.Read(Example.Good).Arms[1].Setting)));
    }

    [Test]
    public void A_scenario_is_frozen()
    {
        var scenario = Example.Read(Example.Good);
        var setting = scenario.Arms[0].Setting;
        IEnumerable<object> lists = [scenario.Arms, scenario.Outcomes, scenario.Overrides, setting.Decrees, setting.Industry.Named];
        Assert.That(lists, Has.None.InstanceOf<List<string>>().And.None.InstanceOf<List<Arm>>().And.None.InstanceOf<List<Decree>>());
        Assert.That(scenario.Arms[0].Setting.Parameters, Is.Not.SameAs(scenario.Arms[1].Setting.Parameters));
    }
}
