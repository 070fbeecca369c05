using CsCheck;
using Entente.Laboratory;
using Entente.Mechanisms.Conduct;
using Entente.Mechanisms.Trust;
using Entente.Scenarios.Laboratory;
using Entente.Settings;
using Entente.Studies.Laboratory;
using Entente.Tests.Documentation;
using Entente.Worlds;
using NUnit.Framework;

namespace Entente.Tests.Laboratory;

/// <summary>The laboratory game against probabilities worked out by hand, and against laws.</summary>
public class LaboratoryGameTests
{
    private static readonly LaboratoryPeople Trusting = new()
    {
        Conduct = new ConductOptions { Precision = 10, Reluctance = 0.05, Lapse = 0, Habit = 0.7, Guilt = 0.5 },
        Laboratory = new LaboratoryOptions { TrustMean = 1, Growth = 0, Breakage = 0 },
    };

    /// <summary>
    /// Two partners in the dilemma, trust fixed at 1, payoffs in fifths of a point: contributing is worth .1 x .5 + .9 x .5 = .5,
    /// withholding .1 x .6 + .9 x max(.2, .3) = .33, leaving .3 - .05 = .25. At precision 10 the odds of the first period are exp(5), exp(3.3),
    /// exp(2.5). 24,000 people: a share of .78 has a standard error of .0027; five of them are allowed, an error rate of 1 in a million.
    /// </summary>
    [Test]
    public void With_trust_fixed_people_choose_with_known_probabilities()
    {
        var counts = LaboratoryGame.Play(Dilemma([.. Enumerable.Repeat(1, 10)], people: 2400), Trusting, 1, 0);
        double[] odds = [Math.Exp(5), Math.Exp(3.3), Math.Exp(2.5)];
        foreach (var (choice, i) in new[] { (Choice.Contribute, 0), (Choice.Withhold, 1), (Choice.Leave, 2) })
        {
            var p = odds[i] / odds.Sum();
            Assert.That(counts[0, choice] / 24000.0, Is.EqualTo(p).Within(5 * Math.Sqrt(p * (1 - p) / 24000)), choice.ToString());
        }
    }

    /// <summary>
    /// In the second period habit adds .7 to the log-odds of what one did, and whoever withheld gives cooperation half its chance: contributing
    /// is then worth .05 + .9 (.5 x .5 + .5 x .3) = .41. Shares of at least 1,000 choices; five standard errors.
    /// </summary>
    [Test]
    public void Habit_and_guilt_bend_the_second_choice_as_they_should()
    {
        var counts = LaboratoryGame.Play(Dilemma([.. Enumerable.Repeat(2, 20)], people: 4800), Trusting, 2, 0);
        Expect(Choice.Contribute, 1, Math.Exp(5 + 0.7), Math.Exp(3.3), Math.Exp(2.5));
        Expect(Choice.Withhold, 1, Math.Exp(4.1), Math.Exp(3.3 + 0.7), Math.Exp(2.5));

        void Expect(Choice last, int contributing, params double[] odds)
        {
            double[] seen = [.. new[] { Choice.Contribute, Choice.Withhold, Choice.Leave }.Select(c => (double)counts.Response(last, contributing, c))];
            Assert.That(seen.Sum(), Is.GreaterThan(1000));
            for (var i = 0; i < 3; i++)
            {
                var p = odds[i] / odds.Sum();
                Assert.That(seen[i] / seen.Sum(), Is.EqualTo(p).Within(5 * Math.Sqrt(p * (1 - p) / seen.Sum())), $"after {last}: {i}");
            }
        }
    }

    [Test]
    public void Leaving_ends_an_alliance_for_all_and_nobody_leaves_where_it_costs_too_much()
    {
        var treatment = Dilemma([20, 20], people: 200);
        var counts = LaboratoryGame.Play(treatment, new LaboratoryPeople(), 3, 0);
        Assert.That(counts.Alliances, Is.EqualTo(200));
        Assert.That(counts.Terminated, Is.InRange(1, 199).And.LessThanOrEqualTo(counts.Total(Choice.Leave)));
        Assert.That(counts.Choices, Is.LessThan(200 * 2 * 20));

        var dear = LaboratoryGame.Play(treatment with { ExitCost = 1000 }, new LaboratoryPeople { Conduct = new ConductOptions { Lapse = 0 } }, 3, 0);
        Assert.That(dear.Terminated, Is.Zero);
        Assert.That(dear.Choices, Is.EqualTo(200 * 2 * 20));
    }

    [Test]
    public void An_experiment_is_the_same_every_time_and_another_replication_is_another()
    {
        var one = LaboratoryGame.Play(Dilemma([5, 9], 40), new LaboratoryPeople(), 4, 7);
        var again = LaboratoryGame.Play(Dilemma([5, 9], 40), new LaboratoryPeople(), 4, 7);
        var other = LaboratoryGame.Play(Dilemma([5, 9], 40), new LaboratoryPeople(), 4, 8);
        Assert.That(Text(again), Is.EqualTo(Text(one)));
        Assert.That(Text(other), Is.Not.EqualTo(Text(one)));
    }

    [Test]
    public void One_trust_for_several_partners_is_that_for_one_where_all_do_the_same() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((trust, share, growth, breakage) =>
            TrustRules.AfterShare(trust, 1, growth, breakage) == TrustRules.AfterContribution(trust, growth)
            && TrustRules.AfterShare(trust, 0, growth, breakage) == TrustRules.AfterBreach(trust, breakage)
            && TrustRules.AfterShare(trust, share, growth, breakage) is >= 0 and <= 1);

    [Test]
    public void Firms_bring_along_the_trust_that_people_do()
    {
        var (people, firms) = (new LaboratoryOptions(), new Industry());
        Assert.That((firms.TrustMean, firms.TrustConcentration), Is.EqualTo((people.TrustMean, people.TrustConcentration)));
    }

    /// <summary>The three tables of observations are of the same choices; and sessions are of as many people as it takes for them.</summary>
    [TestCase("pd2", 2636)]
    [TestCase("pd3", 1107)]
    [TestCase("cg2", 4006)]
    [TestCase("cg2-exit-cost", 3858)]
    [TestCase("cg3-exit-cost", 3381)]
    public void What_was_observed_adds_up(string name, int choices)
    {
        var experiment = Shipped(name);
        var observed = ObservedCounts.Read(experiment.Observed!, name, experiment.Treatment.Partners);
        Assert.That(observed.Choices, Is.EqualTo(choices));
        Assert.That(
            experiment.Treatment.Sessions.Sum(session => session.People / experiment.Treatment.Partners * session.Lengths.Count),
            Is.EqualTo(observed.Alliances));
        var answers = (from last in new[] { Choice.Contribute, Choice.Withhold }
                       from contributing in Enumerable.Range(0, observed.Partners)
                       from choice in new[] { Choice.Contribute, Choice.Withhold, Choice.Leave }
                       select observed.Response(last, contributing, choice)).Sum();
        var first = observed[0, Choice.Contribute] + observed[0, Choice.Withhold] + observed[0, Choice.Leave];
        Assert.That(answers, Is.EqualTo(choices - first));
    }

    [TestCase("pd2-exit-cost")]
    [TestCase("pd3-exit-cost")]
    [TestCase("cg3")]
    public void Treatments_to_predict_have_no_observations(string name) => Assert.That(Shipped(name).Observed, Is.Null);

    private static Experiment Shipped(string name)
    {
        var reading = ExperimentReader.Read(Path.Combine(Manual.Root, "scenarios", "lab", $"{name}.yaml"));
        Assert.That(reading.Problems, Is.Empty);
        return reading.Experiment!;
    }

    private static Treatment Dilemma(int[] lengths, int people) => new()
    {
        Name = "pd2",
        Contribute = [-2.5, 2.5],
        Withhold = [1, 3],
        Alone = 1.5,
        ExitCost = 0,
        Continuation = 0.9,
        Sessions = [new Session(people, lengths)],
    };

    private static string Text(LaboratoryCounts counts) => string.Join(' ',
        from period in Enumerable.Range(0, counts.Periods)
        from choice in new[] { Choice.Contribute, Choice.Withhold, Choice.Leave }
        select counts[period, choice]);
}
