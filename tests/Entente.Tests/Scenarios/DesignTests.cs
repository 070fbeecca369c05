using Entente.Scenarios;
using Entente.Scenarios.Binding;
using Entente.Scenarios.Designs;
using Entente.Settings;
using Entente.Studies.Designs;
using NUnit.Framework;

namespace Entente.Tests.Scenarios;

/// <summary>Designs in scenarios: what is read, and what is wrong.</summary>
public class DesignTests
{
    [Test]
    public void Levers_and_uncertainties_are_read_in_order_with_their_ranges_and_levels()
    {
        var design = Read("method: sobol, points: 8, levers: { dials.exitBarrier: { from: 0, to: 1 } }, uncertainties: { disruption: [calm, storm], industry.slots: { from: 1, to: 4, whole: true }, trust.growth: { from: 0.01, to: 1, scale: log } }").Scenario!.Design!;
        Assert.That((design.Method, design.Points), Is.EqualTo(("sobol", 8)));
        Assert.That(design.Factors.Select(f => (f.Name, f.Role)), Is.EqualTo(((string, FactorRole)[])
            [("dials.exitBarrier", FactorRole.Lever), ("disruption", FactorRole.Uncertainty), ("industry.slots", FactorRole.Uncertainty), ("trust.growth", FactorRole.Uncertainty)]));
        Assert.That(design.Factors[1].Levels!.Select(level => level.Name), Is.EqualTo((string[])["calm", "storm"]));
        Assert.That(new[] { 0, 0.24, 0.26, 0.99, 1 }.Select(design.Factors[2].At), Is.EqualTo(new double[] { 1, 1, 2, 4, 4 }), "drawn: each as likely");
        Assert.That(new[] { 0, 0.16, 0.17, 0.83, 0.84, 1 }.Select(design.Factors[2].Nearest), Is.EqualTo(new double[] { 1, 1, 2, 3, 4, 4 }), "stepped: evenly spaced");
        Assert.That(design.Factors[3].Range!.At(0.5), Is.EqualTo(0.1).Within(1e-12));
    }

    [Test]
    public void Numbers_and_switches_of_a_list_are_levels_from_the_lowest_on_and_names_stay_as_listed()
    {
        var design = Read("method: grid, levers: { dials.contact: [0.5, .05, 1e-1], membership.buyOuts: [true, false], theory: [valuation, reciprocity, reinforcement] }").Scenario!.Design!;
        Assert.That(design.Factors.Select(f => string.Join(' ', f.Levels!.Select(level => level.Name))), Is.EqualTo((string[])[".05 1e-1 0.5", "false true", "valuation reciprocity reinforcement"]));
        Assert.That(design.Factors.Select(f => f.Levels!.Select(level => level.Number)), Is.EqualTo((double?[][])[[0.05, 0.1, 0.5], [0, 1], [null, null, null]]));
        Assert.That(design.Factors.Select(f => f.IsNominal), Is.EqualTo((bool[])[false, false, true]));
    }

    /// <summary>Shares by hand: .1 and .2 of [.1, .2, .9] are 0 and 1/8; 2 of 1 to 5 is 1/4; .03 over .01 to .09 by ratio is 1/2.</summary>
    [Test]
    public void A_number_lies_at_its_share_of_the_range_whether_that_is_listed_or_not()
    {
        var factors = Read("method: grid, levers: { dials.contact: [0.9, 0.1, 0.2], industry.slots: { from: 1, to: 5, whole: true }, trust.growth: { from: 0.01, to: 0.09, scale: log } }").Scenario!.Design!.Factors;
        double[] shares = [factors[0].Share(0.1), factors[0].Share(0.2), factors[0].Share(0.9), factors[1].Share(2), factors[2].Share(0.03)];
        Assert.That(shares, Is.EqualTo([0, 1 / 8.0, 1, 1 / 4.0, 1 / 2.0]).Within(1e-12));
    }

    [TestCase("{ from: 1, to: 3, whole: true }", 3)]
    [TestCase("{ from: 1, to: 3, whole: true, steps: 2 }", 2)]
    [TestCase("{ from: 1, to: 4, whole: true }", 4)]
    [TestCase("{ from: 1, to: 12, whole: true }", 5)]
    [TestCase("{ from: 1, to: 12, whole: true, steps: 12 }", 12)]
    public void A_grid_takes_no_whole_number_twice(string range, int steps)
    {
        var points = DesignPoints.Of(Read($"method: grid, levers: {{ industry.slots: {range} }}").Scenario!.Design!, 1);
        var values = Enumerable.Range(0, points.Count).Select(point => points.Value(point, 0)).ToArray();
        Assert.That(values, Is.Unique.And.Length.EqualTo(steps));
        Assert.That((values[0], values[^1]), Is.EqualTo(("1", range.Contains("12", StringComparison.Ordinal) ? "12" : range.Contains('4', StringComparison.Ordinal) ? "4" : "3")));
    }

    [TestCase("method: sobl, points: 8", "design method", "Did you mean sobol?")]
    [TestCase("method: sobol, levers: { dials.contact: { from: 0, to: 1 } }", "has no points", "")]
    [TestCase("method: sobol, points: 8", "has 0 factors", "")]
    [TestCase("method: morris, trajectories: 4, levels: 5, levers: { dials.contact: { from: 0, to: 1 } }", "levels is 5", "even")]
    [TestCase("method: fractional-factorial, runs: 12, levers: { dials.contact: { from: 0, to: 1 } }", "runs is 12", "power of 2")]
    [TestCase("method: factorial, levers: { dials.contact: [0, 0.5, 1] }", "has 3 values; it must have two with method: factorial", "Did you mean [0, 1]?")]
    [TestCase("method: factorial, levers: { theory: [valuation, reciprocity, reinforcement] }", "has 3 values; it must have two with method: factorial", "Did you mean method: grid?")]
    [TestCase("method: grid, levers: { dials.contact: [0.5, 0.9, 0.50] }", "dials.contact has 0.5 and 0.50, which are the same", "Did you mean [0.5, 0.9]?")]
    [TestCase("method: grid, levers: { dials.contact: [1, 0, 1.0] }", "dials.contact has 1 and 1.0, which are the same", "Did you mean [0, 1]?")]
    [TestCase("method: grid, levers: { dials.contact: [0, -0] }", "dials.contact has 0 and -0, which are the same", "add --set dials.contact=0.")]
    [TestCase("method: morris, trajectories: 4, levers: { dials.contact: [0.5, 5e-1] }", "dials.contact has 0.5 and 5e-1, which are the same; a factor has two or more values", "add --set dials.contact=0.5.")]
    [TestCase("method: grid, levers: { dials.contact: [0.5] }", "dials.contact has one value; a factor has two or more", "add --set dials.contact=0.5.")]
    [TestCase("method: grid, levers: { dials.contact: [] }", "dials.contact has no values", "such as [0, 1]")]
    [TestCase("method: grid, levers: { membership.buyOuts: [true, yes] }", "buyOuts is yes; it must be true or false", "Did you mean true?")]
    [TestCase("method: grid, levers: { membership.buyOuts: [true, true] }", "membership.buyOuts has true and true, which are the same", "add --set membership.buyOuts=true.")]
    [TestCase("method: grid, levers: { membership.buyOuts: { from: 0, to: 1 } }", "true or false", "For both, list them: [false, true].")]
    [TestCase("method: grid, levers: { theory: [valuation, reciprocity, valuation] }", "theory has valuation and valuation, which are the same", "Did you mean [valuation, reciprocity]?")]
    [TestCase("method: grid, levers: { disruption: [storm, calm, '{ max: 0.9, growth: 0.08, midpoint: 50 }'] }", "disruption has storm and { max: 0.9, growth: 0.08, midpoint: 50 }, which set the same", "Did you mean [storm, calm]?")]
    [TestCase("method: grid, levers: { dials.contact: [0, 1], arms.tight.dials.contact: [0, 0.5] }", "dials.contact changes nothing: other factors set the same", "Leave it out")]
    [TestCase("method: grid, levers: { trust.growth: [0.1, 0.2], parameters.trust.growth: [0.1, 0.3] }", "trust.growth changes nothing: other factors set the same", "Leave it out")]
    [TestCase("method: grid, levers: { industry.slots: { from: 1, to: 3, whole: true, steps: 5 } }", "steps is 5; between 1 and 3 there are only 3 whole numbers", "Did you mean steps: 3?")]
    [TestCase("method: grid, levers: { dials.contact: { from: 0, to: 1.5 } }", "contact is 1.5; it must be between 0 and 1", "")]
    [TestCase("method: grid, levers: { dials.contct: { from: 0, to: 1 } }", "contct", "Did you mean contact")]
    [TestCase("method: grid, levers: { industry.slots: { from: 1, to: 4 } }", "whole number", "add whole: true to the range")]
    [TestCase("method: grid, levers: { dials.contact: { from: 1, to: 0 } }", "it must go up", "")]
    [TestCase("method: grid, levers: { dials.contact: { from: 0, to: 1, scale: log } }", "must begin above 0", "")]
    [TestCase("method: grid, levers: { seed: { from: 0, to: 1 } }", "seed cannot be varied", "")]
    [TestCase("method: grid, levers: { dials.leadership: { from: 0, to: 1 } }", "changes nothing", "arms.<name>.dials.leadership")]
    [TestCase("method: grid, levers: { dials.contact: { from: 0, to: 1, steps: 100 }, dials.riskClinic: { from: 0, to: 1, steps: 100 }, dials.openMembership: { from: 0, to: 1, steps: 100 }, dials.powerSplit: [0.1, 0.2] }", "2,000,000 points", "Take fewer factors or steps")]
    [TestCase("method: fractional-factorial, runs: 4, levers: { dials.contact: [0, 1], dials.riskClinic: [0, 1], dials.openMembership: [0, 1], dials.powerSplit: [0, 1] }", "holds at most 3 factors; there are 4", "")]
    [TestCase("method: table-1, points: 5", "points", "")]
    public void What_is_wrong_with_a_design_is_told_at_its_place(string design, string said, string hint)
    {
        var reading = Read(design);
        Assert.That(reading.Scenario, Is.Null);
        Assert.That(reading.Problems[0].ToString().Replace("method is sobl", "design method is sobl", StringComparison.Ordinal), Does.StartWith("x.yaml:7:").And.Contain(said).And.Contain(hint));
    }

    [Test]
    public void The_rows_of_Table_1_are_the_dials_in_which_the_two_ways_differ_and_lead_from_one_to_the_other()
    {
        var (tight, fair) = (Arm("tight-contract").Dials, Arm("fair-process").Dials);
        var differing = typeof(Dials).GetProperties().Where(p => p.CanWrite && !Equals(p.GetValue(tight), p.GetValue(fair))).Select(p => p.Name.ToLowerInvariant());
        Assert.That(Table1.Rows.SelectMany(row => row.Dials).Select(dial => dial.ToLowerInvariant()), Is.EquivalentTo(differing));
        Assert.That(Table1.Rows, Has.Count.EqualTo(8));

        var scenario = Read("method: table-1").Scenario!;
        var points = DesignPoints.Of(scenario.Design!, 1);
        Assert.That(points.Count, Is.EqualTo(256));
        Assert.That(points.Apply(scenario, 0).Arms[0].Setting.Dials with { Leadership = 0 }, Is.EqualTo(tight with { Leadership = 0 }));
        Assert.That(points.Apply(scenario, 255).Arms[0].Setting.Dials with { Leadership = 0 }, Is.EqualTo(fair with { Leadership = 0 }));
    }

    private static Setting Arm(string preset) =>
        ScenarioReader.Parse($"{{ name: x, question: x, seed: 1, replications: 1, arms: [{{ name: x, preset: {preset} }}] }}", "x.yaml").Scenario!.Arms[0].Setting;

    private static ScenarioReading Read(string design) => ScenarioReader.Parse(
        $$"""
        name: x
        question: x
        seed: 1
        replications: 1
        arms:
          - { name: tight, preset: tight-contract, dials: { leadership: 0.5 } }
        design: { {{design}} }
        """, "x.yaml");
}
