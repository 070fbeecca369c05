using Entente.Studies.Statistics;
using Entente.Studies.Sweeps;
using NUnit.Framework;
using static Entente.Tests.Studies.Sweeps.Functions;

namespace Entente.Tests.Studies.Sweeps;

/// <summary>What is said of sweeps whose outcome is a known function.</summary>
public class SweepAnalysisTests
{
    private const string Two = "levers: { disruption.max: { from: 0, to: 1 }, trust.growth: { from: 0, to: 1 } }";
    private const string Theory = "theory: [valuation, reciprocity, reinforcement]";

    private static readonly string[] Methods =
        ["factorial", "fractional-factorial, runs: 4", "grid", "latin-hypercube, points: 40", "sobol, points: 64", "morris, trajectories: 10", "saltelli, points: 32"];

    private static double Of(string theory) => theory switch { "valuation" => 1, "reciprocity" => 9, _ => 5 };

    /// <summary>Income falls with disruption, whatever the order of the list: -1, and a factorial's effect is 5 * (.05 - .95).</summary>
    [TestCase("[0.5, 0.05, 0.95]")]
    [TestCase("[0.05, 0.5, 0.95]")]
    [TestCase("[0.95, 0.5, 0.05]")]
    public void A_list_of_numbers_is_read_by_value(string list)
    {
        var correlation = Analyse($"method: latin-hypercube, points: 30, levers: {{ disruption.max: {list}, trust.growth: {{ from: 0, to: 1 }} }}", x => 10 - 5 * Number(x[0]) + 0.001 * Number(x[1]));
        Assert.That(correlation.Line("correlations", "disruption.max").Values[0].Value, Is.LessThan(-0.9));
        Assert.That(correlation.Finding, Is.EqualTo("Income of fair is among its lowest 33%, at most 5.25, where disruption.max is 0.95").Or.Match("^Income of fair is in its lowest quarter, at most 5.2[0-9]*, where disruption.max is 0.95"));
        var effect = Analyse($"method: factorial, levers: {{ disruption.max: {list.Replace("0.5, ", "", StringComparison.Ordinal)} }}", x => 10 - 5 * Number(x[0]));
        Assert.That(effect.Line("effects", "disruption.max").Values[0].Value, Is.EqualTo(-4.5).Within(1e-12));
        Assert.That(effect.Finding, Is.EqualTo("No effect on income of fair is significant"), "four replications that agree have p = 1/8");
        Assert.That(effect.Sentences, Does.Contain("The same in all 4 replications, so that there is no interval and p is that of the sign test: disruption.max."));
    }

    /// <summary>y = 2 x over 0 to 1: mu* is 2 for a range, an even and an uneven list, whole numbers; over 1 to 100 by ratio, y = log10 x gives 2.</summary>
    [TestCase("disruption.max: { from: 0, to: 1 }", 2)]
    [TestCase("disruption.max: [0, 1]", 2)]
    [TestCase("disruption.max: [1, 0, 0.5]", 2)]
    [TestCase("disruption.max: [0, 0.1, 0.2, 1]", 2)]
    [TestCase("industry.slots: { from: 1, to: 3, whole: true }", 4)]
    [TestCase("industry.slots: { from: 1, to: 8, whole: true }", 14)]
    public void Elementary_effects_are_over_the_range_whatever_its_steps(string factor, double expected)
    {
        var analysis = Analyse($"method: morris, trajectories: 10, levers: {{ {factor}, trust.growth: {{ from: 0, to: 1 }} }}", x => 2 * Number(x[0]) + Number(x[1]));
        var line = analysis.Line("elementary", factor.Split(':')[0]);
        Assert.That(line.Values.Take(3).Select(value => value.Value), Is.EqualTo([expected, expected, 0]).Within(1e-9));
        var log = Analyse("method: morris, trajectories: 10, levers: { trust.growth: { from: 0.01, to: 1, scale: log } }", x => Math.Log10(Number(x[0])));
        Assert.That(log.Tables[0].Lines[0].Values[0].Value, Is.EqualTo(2).Within(1e-9));
        Assert.That(log.Sentences, Does.Contain("With scale: log a step is measured by its ratio, as a share of the ratio between the ends."));
    }

    [Test]
    public void Names_are_compared_as_groups_and_not_by_rank()
    {
        var analysis = Analyse($"method: latin-hypercube, points: 60, levers: {{ {Theory}, trust.growth: {{ from: 0, to: 1 }} }}", x => Of(x[0]) + Number(x[1]));
        Assert.That(analysis.Tables.Select(table => table.Name), Is.EqualTo((string[])["correlations", "levels", "groups"]));
        Assert.That(analysis.Tables[0].Lines.Select(line => line.Label), Is.EqualTo((string[])["trust.growth"]));
        Assert.That(analysis.Tables[1].Lines.Select(line => (line.Label, Math.Round(line.Values[0].Value))), Is.EqualTo(((string, double)[])[("theory valuation", 2), ("theory reciprocity", 10), ("theory reinforcement", 6)]).Using<(string, double)>((x, y) => x.Item1 == y.Item1 && Math.Abs(x.Item2 - y.Item2) <= 1));
        Assert.That(analysis.Sentences, Has.Some.Match(@"^Income of fair is highest on average with reciprocity \(9\.[0-9]+\) and lowest with valuation \(1\.[0-9]+\); theory accounts for 99% of the variance between points \(Kruskal-Wallis test, p < 0\.001\)\.$"));
        Assert.That(analysis.Finding, Does.Match("where theory is valuation and trust.growth is at most 0.[5-8][0-9]*$"), "15 of the 20 points, those of the least growth");
    }

    [Test]
    public void Names_in_another_order_are_the_same_names()
    {
        static SweepAnalysis Sweep(string names) => Analyse($"method: grid, levers: {{ theory: [{names}], trust.growth: [0, 1] }}", x => Of(x[0]) + Number(x[1]), 4, 0.1);
        var (one, other) = (Sweep("valuation, reciprocity, reinforcement"), Sweep("reinforcement, valuation, reciprocity"));
        Assert.That(one.Sentences[^1], Does.StartWith("Income of fair is highest on average with reciprocity (").And.EndsWith("theory accounts for 98% of the variance between points."));
        Assert.That(other.Sentences[^1].Split('(')[0], Is.EqualTo(one.Sentences[^1].Split('(')[0]));
        Assert.That(one.Tables[1].Title, Is.EqualTo("Means by value, with 95% intervals over replications"));
    }

    [Test]
    public void Names_that_do_nothing_are_said_to_differ_by_nothing_significant()
    {
        var analysis = Analyse($"method: sobol, points: 64, levers: {{ {Theory}, trust.growth: {{ from: 0, to: 1 }} }}", x => Number(x[1]));
        Assert.That(analysis.Sentences, Has.Some.StartsWith("There is no significant difference between the values of theory (Kruskal-Wallis test, p = "));
        Assert.That(analysis.Finding, Does.EndWith("where trust.growth is at most 0.244").Or.Contain("where trust.growth is at most 0.2"));
    }

    /// <summary>The first and the last name are low: a rule names both, and no interval between them.</summary>
    [Test]
    public void Rules_name_names()
    {
        var analysis = Analyse("method: sobol, points: 128, levers: { theory: [valuation, reciprocity, reinforcement, relational-contract], trust.growth: { from: 0, to: 1 } }",
            x => x[0] is "valuation" or "relational-contract" ? -1 : 1, reference: _ => 0);
        Assert.That(analysis.Finding, Is.EqualTo("Income is lower under fair than under tight where theory is valuation or relational-contract").Or.EqualTo("Income is higher under fair than under tight where theory is reciprocity or reinforcement"));
        Assert.That(analysis.Sentences, Has.Some.EndsWith("(coverage 100%, density 100%)."));
    }

    [Test]
    public void High_is_the_second_of_two_names_and_that_is_said()
    {
        var analysis = Analyse("method: factorial, levers: { theory: [valuation, reciprocity] }", x => Of(x[0]), 8, 0.1);
        Assert.That(analysis.Line("effects", "theory").Values[0].Value, Is.EqualTo(8).Within(0.3));
        Assert.That(analysis.Sentences, Does.Contain("Of names, which have no order, high is the second listed: theory reciprocity (low: valuation)."));
    }

    /// <summary>Whole numbers are drawn from hidden places; two points of the same number are the same, and no rule parts them.</summary>
    [Test]
    public void Whole_numbers_count_by_their_value_and_points_that_repeat_count_once()
    {
        var analysis = Analyse("method: latin-hypercube, points: 60, levers: { industry.slots: { from: 1, to: 3, whole: true } }", x => Number(x[0]));
        Assert.That(analysis.Tables[0].Lines[0].Values[0], Is.EqualTo(new Estimate(1, double.NaN, double.NaN)), "three settings in order: no interval");
        Assert.That(analysis.Sentences, Does.Contain("Only 3 of the 60 points differ from each other; each is counted once."));
        Assert.That(analysis.Finding, Is.EqualTo("There are too few points to tell what income of fair depends on"));
        var rule = Analyse("method: sobol, points: 128, levers: { industry.slots: { from: 1, to: 3, whole: true }, trust.growth: { from: 0, to: 1 } }", x => Number(x[0]) == 1 ? 0 : 1 + Number(x[1]));
        Assert.That(rule.Finding, Does.EndWith("where industry.slots is at most 1"));
        Assert.That(rule.Sentences, Has.Some.EndsWith("(coverage 100%, density 100%)."));
    }

    /// <summary>60% of a grid of 65 tie at 0; 31% tie; all differ, and 16 of 65, up to 15/64, are nearer a quarter than 17.</summary>
    [TestCase(39, "39 of 65 points (60%) tie at the lowest value, 0; rules describe the others.", "Income of fair is above its lowest value, 0, where trust.growth is at least 0.609")]
    [TestCase(20, "20 of 65 points (31%) tie at the lowest value, 0; rules describe these.", "Income of fair is at its lowest value, 0, where trust.growth is at most 0.297")]
    [TestCase(1, null, "Income of fair is in its lowest quarter, at most 0.234, where trust.growth is at most 0.234")]
    public void Cases_are_as_near_a_quarter_as_ties_let_them_be(int tied, string? said, string finding)
    {
        var analysis = Analyse("method: grid, levers: { trust.growth: { from: 0, to: 1, steps: 65 } }", x => Number(x[0]) < (tied - 0.5) / 64 ? 0 : Number(x[0]));
        Assert.That(analysis.Finding, Is.EqualTo(finding));
        Assert.That(analysis.Sentences.Count(sentence => sentence.Contains(" tie ", StringComparison.Ordinal)), Is.EqualTo(said is null ? 0 : 1));
        if (said is not null)
            Assert.That(analysis.Sentences, Does.Contain(said));
    }

    [Test]
    public void Arms_that_are_the_same_at_some_points_are_not_said_to_differ_there()
    {
        var analysis = Analyse("method: grid, levers: { trust.growth: { from: 0, to: 1, steps: 65 } }", x => Number(x[0]) > 0.7 ? 10 : 9, reference: _ => 10);
        Assert.That(analysis.Sentences, Does.Contain("Income is lower under fair than under tight at 45 of 65 points (69%), and the same at 20."));
        Assert.That(analysis.Finding, Is.EqualTo("Income is not lower under fair than under tight where trust.growth is at least 0.703"));
        Assert.That(analysis.Sentences[0], Is.EqualTo("Over all points, income is on average 6.9% lower under fair than under tight (−0.692; by point from −1.00 to 0).").Or.EqualTo("Over all points, income is on average 6.9% lower under fair than under tight (−0.692; by point from −1 to 0)."));
        var never = Analyse("method: grid, levers: { trust.growth: { from: 0, to: 1, steps: 65 } }", x => Number(x[0]) > 0.7 ? 11 : 10, reference: _ => 10);
        Assert.That(never.Sentences, Does.Contain("Income is lower under fair than under tight at no point, and the same at 45."));
        Assert.That(never.Finding, Is.EqualTo("Income is higher under fair than under tight where trust.growth is at least 0.703"));
    }

    [TestCaseSource(nameof(Methods))]
    public void An_outcome_that_no_factor_changes_is_said_to_be_such(string method)
    {
        foreach (var design in (string[])[Two, $"levers: {{ theory: [valuation, reciprocity], trust.growth: {{ from: 0, to: 1 }} }}"])
        {
            var analysis = Analyse($"method: {method}, {design}", _ => 0.1);
            Assert.That(analysis.Finding, Is.EqualTo("No factor changes income of fair"));
            Assert.That(analysis.Sentences.Single(), Does.Match("^It is the same at all [0-9]+ points in every replication; its mean is 0.1. There is nothing to estimate.$"));
            Assert.That(analysis.Tables, Is.Empty);
        }
    }

    /// <summary>Whatever the design, the outcome and the noise: no sentence says what is not a number, no share is beyond all of it, no interval has no width.</summary>
    [Test]
    public void Nothing_is_said_that_cannot_be([ValueSource(nameof(Methods))] string method, [Values(1, 3)] int replications, [Values(0, 1)] double noise, [Values] bool names)
    {
        var factors = names ? "levers: { theory: [valuation, reciprocity], trust.growth: { from: 0, to: 1 }, industry.slots: { from: 1, to: 2, whole: true } }" : Two;
        var few = method.Replace("40", "4", StringComparison.Ordinal).Replace("64", "4", StringComparison.Ordinal).Replace("10", "2", StringComparison.Ordinal).Replace("32", "2", StringComparison.Ordinal);
        foreach (var design in (string[])[method, few])
        {
            foreach (var reference in (Func<string[], double>?[])[null, _ => 1, _ => 0])
            {
                var values = Functions.Of($"method: {design.Replace("runs: 4", names ? "runs: 8" : "runs: 4", StringComparison.Ordinal)}, {factors}", x => Number(x[1]) > 0.5 ? 1 : 0, replications, noise, reference);
                var analysis = SweepAnalysis.Of(values);
                foreach (var sentence in analysis.Sentences.Append(analysis.Finding))
                {
                    Assert.That(sentence, Does.Not.Contain("NaN").And.Not.Contain("∞").And.Not.Contain("–").And.Not.Contain(" less ").And.Not.Contain(".."));
                    Assert.That(sentence, Does.Match("^[A-Z0-9]").Or.Match("^(disruption|trust|theory|industry|mu)"));
                }

                Assert.That(analysis.Finding, Does.Not.Match("[1-9][0-9]{2,}% (alone|with|of the variance)"));
                foreach (var value in analysis.Tables.SelectMany(table => table.Lines).SelectMany(line => line.Values))
                {
                    Assert.That(double.IsFinite(value.Low), Is.EqualTo(double.IsFinite(value.High)));
                    if (double.IsFinite(value.Low))
                        Assert.That(value.High, Is.GreaterThan(value.Low).Or.EqualTo(value.Low).And.EqualTo(0));
                }
            }
        }
    }

    [Test]
    public void Two_base_samples_explain_nothing_and_enough_explain_what_is_known()
    {
        var few = Analyse($"method: saltelli, points: 2, {Two}", x => 2 * Number(x[0]) + Number(x[1]));
        Assert.That(few.Finding, Is.EqualTo("What explains income of fair is not yet known"));
        Assert.That(few.Sentences[0], Is.EqualTo("2 base samples are too few for intervals, and the indices are not to be relied on; use more, such as points: 64."));
        Assert.That(few.Tables[0].Lines.SelectMany(line => line.Values).Select(value => value.Low), Is.All.NaN);

        // Of 2 x1 + x2 over the unit square the first explains 4/5.
        var enough = Analyse($"method: saltelli, points: 1024, {Two}", x => 2 * Number(x[0]) + Number(x[1]));
        Assert.That(enough.Finding, Is.EqualTo("disruption.max explains most of the variance of income of fair: 80% alone, 80% with its interactions"));
        Assert.That(enough.Sentences, Does.Contain("Random variation between replications is 0% of the variance of a single outcome; the indices leave it out."));
        var alike = Analyse($"method: saltelli, points: 256, {Two}", x => Number(x[0]) + Number(x[1]));
        Assert.That(alike.Finding, Does.Match("^(disruption.max and trust.growth|trust.growth and disruption.max) explain most of the variance of income of fair; which of them explains more is not settled$"));
        var noise = Analyse($"method: saltelli, points: 64, {Two}", x => 0, 4, 1);
        Assert.That(noise.Sentences[0], Does.StartWith("The variance between points cannot be told from random variation"));
    }

    [Test]
    public void One_replication_has_no_interval_and_no_test()
    {
        string Said(string method) => string.Join(' ', Analyse($"method: {method}, {Two}", x => 2 * Number(x[0]) + Number(x[1]), 1).Sentences);
        Assert.That(Said("factorial"), Does.Contain("With one replication effects have no intervals and no p values"));
        Assert.That(Said("grid"), Does.Contain("With one replication means have no intervals."));
        Assert.That(Said("morris, trajectories: 10"), Does.Contain("With one replication effects cannot be told from random variation").And.Not.Contain("stand out"));
        Assert.That(Said("saltelli, points: 32"), Does.Contain("With one replication, random variation counts as variance that factors explain together."));
        var shares = Analyse("method: table-1", x => x.Count(way => way == "incubator"), 1);
        Assert.That(string.Join(' ', shares.Sentences), Does.Contain("With one replication shares have no intervals"));
        Assert.That(shares.Tables[0].Lines.Select(line => line.Values[0]), Is.All.EqualTo(new Estimate(1, double.NaN, double.NaN)).Using<Estimate>((x, y) => Math.Abs(x.Value - y.Value) < 1e-12 && double.IsNaN(x.Low)));
    }

    [Test]
    public void Factors_that_do_nothing_are_told_from_those_that_do()
    {
        var analysis = Analyse("method: morris, trajectories: 20, levers: { disruption.max: { from: 0, to: 1 }, trust.growth: { from: 0, to: 1 }, dials.contact: { from: 0, to: 1 } }",
            x => 10 + 2 * Number(x[0]), 10, 0.1);
        Assert.That(analysis.Finding, Does.Match(@"^disruption.max has the largest effect on income of fair: 1[78]% of the mean \([12]\.[0-9]+\) over its range, on average$"));
        Assert.That(analysis.Sentences, Does.Contain("Not distinguishable from random variation: trust.growth, dials.contact.").Or.Contain("Not distinguishable from random variation: dials.contact, trust.growth."));
        var still = Analyse($"method: morris, trajectories: 10, {Two}", x => 2 * Number(x[0]));
        Assert.That(still.Sentences, Does.Contain("No effect at any step: trust.growth.").And.Contain("All other effects stand out from random variation."));
    }

    [Test]
    public void A_grid_names_its_best_point_and_how_many_are_as_good()
    {
        var analysis = Analyse("method: grid, levers: { disruption.max: [0, 1], trust.growth: [0, 1] }", x => Number(x[0]), outcome: "monthsToLive");
        Assert.That(analysis.Finding, Is.EqualTo("Months to first live of fair is lowest at disruption.max 0, trust.growth 0 and 1 other point: 0"));
    }

    [Test]
    public void Replications_without_the_outcome_are_left_out_and_an_outcome_that_exists_nowhere_leaves_none()
    {
        var points = Points($"method: factorial, {Two}");
        var some = SweepValues.Of(points, "monthsToLive", "fair", [[1, double.NaN, 3], [2, 2, 2], [3, 4, 5], [1, 1, 1]], null, 1);
        Assert.That((some.Replications, some.LeftOut), Is.EqualTo((2, 1)));
        var none = SweepValues.Of(points, "monthsToLive", "fair", [[double.NaN], [1], [1], [1]], null, 1);
        Assert.That((none.Replications, none.LeftOut), Is.EqualTo((0, 1)));
    }
}
