using Entente.Engine;
using Entente.Mechanisms.Trust;
using Entente.Observation;
using Entente.Randomness;
using Entente.Settings;
using Entente.Worlds;
using NUnit.Framework;

namespace Entente.Tests.Accuracy;

/// <summary>Where the model has an answer on paper, it gives that answer, within Monte Carlo error.</summary>
public class ClosedForms
{
    [TestCase(0.2)]
    [TestCase(0.5)]
    [TestCase(0.9)]
    public void Trust_under_a_constant_rate_of_contribution_tends_to_the_ratio_of_learning(double contribution)
    {
        // Contact 1, no contract, process, review or noise, all withholding noticed: tau has the stationary mean
        // eta+ c / (eta+ c + eta- (1 - c)), since E[tau'] = tau + c eta+ (1 - tau) - (1 - c) eta- tau.
        TrustOptions options = new();
        var growth = TrustRules.Growth(options, contact: 1, enforceable: 0);
        var breakage = TrustRules.Breakage(options, justice: 0, processQuality: 0, blamelessReview: 0);
        var expected = growth * contribution / (growth * contribution + breakage * (1 - contribution));

        // 4,000 independent pairs after 400 months; their standard deviation is below .5, so 5 standard errors are below .04.
        const int pairs = 4000;
        double sum = 0, squares = 0;
        for (var pair = 0; pair < pairs; pair++)
        {
            var luck = new Draws(3, 0).At(Process.Perception, 0, pair);
            var trust = 0.5;
            for (var month = 0; month < 400; month++)
                trust = luck.Chance(contribution)
                    ? TrustRules.AfterContribution(trust, growth)
                    : TrustRules.AfterBreach(trust, breakage);
            sum += trust;
            squares += trust * trust;
        }

        var mean = sum / pairs;
        var standardError = Math.Sqrt((squares / pairs - mean * mean) / pairs);
        Assert.That(mean, Is.EqualTo(expected).Within(5 * standardError));
    }

    [Test]
    public void Constant_arrivals_and_windows_keep_a_Poisson_number_of_opportunities_open()
    {
        var setting = Undisturbed with { Industry = new Industry { Firms = 30 } };
        setting = setting with { Parameters = setting.Parameters with { Environment = setting.Parameters.Environment with { ArrivalRate = 4 } } };
        // Arrivals 4 a month, windows geometric with mean 36: the number open is Poisson(144) in every month.
        var counts = Enumerable.Range(0, 400).SelectMany(replication =>
        {
            var world = Founding.Create(setting, 5, (uint)replication);
            var watch = new Counter([0, 59]);
            Simulation.Play(world, watch);
            return watch.Counts;
        }).ToArray();
        foreach (var month in new[] { 0, 1 })
        {
            var values = counts.Where((_, i) => i % 2 == month).Select(c => (double)c).ToArray();
            var mean = values.Average();
            var variance = values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1);
            Assert.That(mean, Is.EqualTo(144).Within(5 * 12 / Math.Sqrt(400)));
            // The variance of a sample variance of a Poisson number is about 2 x 144^2 / n.
            Assert.That(variance, Is.EqualTo(144).Within(5 * 144 * Math.Sqrt(2.0 / 400)));
        }
    }

    [Test]
    public void A_constant_hazard_of_becoming_obsolete_gives_geometric_lives_of_projects()
    {
        // Every project is a build of sure quality that never misfits: only obsolescence, hazard 1/20, ends it.
        var lives = Enumerable.Range(0, 30).SelectMany(replication => Simulation.Run(Undisturbed with
        {
            Months = 120,
            Parameters = Undisturbed.Parameters with { Operation = new() { Obsolescence = 0.05 } },
        }, 9, (uint)replication).Projects)
            .Where(project => project.LiveMonth is not null)
            .Select(project => new Spell((project.EndedMonth ?? 119) - project.LiveMonth!.Value + 1, project.EndedMonth is not null))
            .ToArray();
        Assert.That(lives, Has.Length.GreaterThan(500));
        var survival = new KaplanMeier(lives);
        foreach (var t in new[] { 1, 6, 12, 24 })
        {
            // Projects on one opportunity end together, so fewer are independent: half the number is assumed here.
            var expected = Math.Pow(0.95, t);
            Assert.That(survival.At(t), Is.EqualTo(expected).Within(5 * Math.Sqrt(expected * (1 - expected) / (lives.Length / 2.0))), $"month {t}");
        }
    }

    private static Setting Undisturbed => new()
    {
        Months = 60,
        Disruption = new ConstantDisruption(0),
        Industry = new Industry { Firms = 40 },
        Parameters = new()
        {
            Environment = new() { TurbulenceBase = 0, GoodConcepts = 1, Crowding = 0 },
            PartnerSearch = new() { AlliancesAllowed = false, MakeCoverage = 0.5, ScreeningNoise = 0 },
        },
    };

    private sealed class Counter(int[] months) : IObserver
    {
        public List<int> Counts { get; } = [];

        public void Observe(World world)
        {
            if (months.Contains(world.Month))
                Counts.Add(world.Open.Count);
        }
    }
}
