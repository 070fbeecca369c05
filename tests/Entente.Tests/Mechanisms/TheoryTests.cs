using CsCheck;
using Entente.Mechanisms.Conduct;
using Entente.Worlds;
using NUnit.Framework;

namespace Entente.Tests.Mechanisms;

/// <summary>The theories of conduct against their published behaviour, and what all of them have in common.</summary>
public class TheoryTests
{
    private static readonly Gen<double> Unit = Gen.Double[0, 1];

    private static readonly Gen<Situation> Situations = Gen.Select(
        Gen.Select(Unit, Unit, Unit, Gen.Int[1, 5]), Gen.Select(Gen.Double[-1, 1], Unit, Gen.Double[-1, 1], Gen.Bool), Gen.Int[0, 2],
        (a, b, last) => new Situation
        {
            Belief = a.Item1,
            Others = a.Item4,
            Payoffs = ConductRules.Field(new ConductOptions(), a.Item1, a.Item2, a.Item3),
            Leave = b.Item1,
            Discount = 0.95,
            Last = (Choice)last,
            Seen = b.Item2,
            Earned = b.Item3,
            MayLeave = b.Item4,
        });

    [Test]
    public void What_is_remembered_is_a_share_and_one_who_may_not_leave_does_not([Values] ConductTheory name) =>
        Gen.Select(Situations, Unit).Sample((situation, memory) =>
        {
            var theory = ConductTheories.Of(name, new ConductOptions());
            var remembered = theory.Remember(memory, situation);
            var odds = theory.Weigh(remembered, situation);
            var choice = ConductRules.Pick(odds, 1 - 1e-12);
            return remembered is >= 0 and <= 1 && !double.IsNaN(odds.Contribute) && !double.IsNaN(odds.Withhold)
                && (situation.MayLeave || choice != Choice.Leave);
        });

    [Test]
    public void Tit_for_tat_answers_in_kind_and_forgives_with_its_probability()
    {
        var theory = ConductTheories.Of(ConductTheory.Reciprocity, new ConductOptions { ReciprocityForgiveness = 0.25 });
        Assert.That(theory.Remember(0.4, Met(Choice.Withhold, seen: 1)), Is.EqualTo(1));
        Assert.That(theory.Remember(0.4, Met(Choice.Contribute, seen: 0)), Is.EqualTo(0.25));
        Assert.That(theory.Remember(0.4, Met(Choice.Contribute, seen: 0.5)), Is.EqualTo(0.5 + 0.5 * 0.25));
        Assert.That(theory.Remember(0.4, Met(Choice.None, seen: 0)), Is.EqualTo(0.6), "opens by its belief");
    }

    /// <summary>
    /// Macy and Flache (2002), PNAS 99(S3): with payoffs of 4, 3, 1 and 0 and an aspiration of 2, expected change vanishes at
    /// cooperation of .37 in the prisoner's dilemma, and of .5 in chicken and in stag hunt. Worked out from the rule itself.
    /// </summary>
    [TestCase(3, 0, 4, 1, 0.366)] // prisoner's dilemma: reward, sucker, temptation, punishment
    [TestCase(3, 1, 4, 0, 0.5)] // chicken
    [TestCase(4, 0, 3, 1, 0.5)] // stag hunt
    public void Reinforcement_has_the_published_self_correcting_equilibrium(double reward, double sucker, double temptation, double punishment, double equilibrium)
    {
        var aspiration = (2 - punishment) / (reward - punishment);
        var theory = ConductTheories.Of(ConductTheory.Reinforcement, new ConductOptions { ReinforcementRate = 0.5, ReinforcementAspiration = aspiration });
        double Change(double p)
        {
            double After(Choice own, double seen, double earned) => theory.Remember(p, new Situation
            {
                Belief = p,
                Others = 1,
                Payoffs = new Payoffs(0, 0, reward, sucker, temptation, punishment),
                Leave = 0,
                Discount = 0.9,
                Last = own,
                Seen = seen,
                Earned = earned,
                MayLeave = false,
            });
            return p * p * After(Choice.Contribute, 1, reward) + p * (1 - p) * After(Choice.Contribute, 0, sucker)
                + (1 - p) * p * After(Choice.Withhold, 1, temptation) + (1 - p) * (1 - p) * After(Choice.Withhold, 0, punishment) - p;
        }

        Assert.That(Change(equilibrium - 0.05), Is.Positive, "below it cooperation grows");
        Assert.That(Change(equilibrium + 0.05), Is.Negative, "above it cooperation shrinks");
        Assert.That(Change(equilibrium), Is.EqualTo(0).Within(1e-3));
        Assert.That(Change(1), Is.EqualTo(0), "mutual cooperation that pays more than is aspired to reinforces itself");
    }

    [Test]
    public void A_relational_contract_is_honoured_where_its_shadow_exceeds_the_temptation()
    {
        var theory = ConductTheories.Of(ConductTheory.RelationalContract, new ConductOptions { Precision = 2000 });
        double Honours(double discount)
        {
            var odds = theory.Weigh(1, Met(Choice.Contribute, 1) with { Discount = discount });
            return 1 / (1 + Math.Exp(odds.Withhold - odds.Contribute));
        }

        // The experiment's dilemma: together .5, tempted .6, apart .2. delta x .3 exceeds (1 - delta) x .1 from delta = 1/4 on.
        Assert.That(Honours(0.24), Is.LessThan(0.01));
        Assert.That(Honours(0.26), Is.GreaterThan(0.99));
    }

    [Test]
    public void A_relational_contract_wears_down_by_breaches_and_comes_back()
    {
        var theory = ConductTheories.Of(ConductTheory.RelationalContract, new ConductOptions { RelationalTolerance = 0.3, RelationalRepair = 0.2 });
        Assert.That(theory.Remember(0.8, Met(Choice.Contribute, 0)), Is.EqualTo(0.8 * 0.3).Within(1e-12));
        Assert.That(theory.Remember(0.8, Met(Choice.Contribute, 1)), Is.EqualTo(0.8 + 0.2 * 0.2).Within(1e-12));
    }

    private static Situation Met(Choice last, double seen) => new()
    {
        Belief = 0.6,
        Others = 1,
        Payoffs = new Payoffs(0.1, 0.4, 0.5, -0.5, 0.6, 0.2),
        Leave = -1,
        Discount = 0.9,
        Last = last,
        Seen = seen,
        MayLeave = false,
    };
}
