using Entente.Scenarios;
using Entente.Settings;
using Entente.Studies.Claims;
using NUnit.Framework;

namespace Entente.Tests.Studies.Claims;

public class RobustnessTests
{
    private static readonly RobustnessOptions Options = new() { Points = 80, Replications = 2, Threads = 2 };

    [Test]
    public void The_parameter_that_decides_is_found_with_its_sign()
    {
        // The contrast is trust.growth alone: it exceeds its default, the middle of its range, at half of the points.
        var growth = new Setting().Parameters.Trust.Growth;
        var claim = Toys.Claim(threshold: FormattableString.Invariant($"moreThan: {growth}"));
        var found = Robustness.Run([claim], Options, null, default, (setting, _, _) =>
            Toys.Of(setting.Dials.ExitBarrier * setting.Parameters.Trust.Growth))[0];
        Assert.That((found.Points, found.Holding), Is.EqualTo((80, 40)));
        Assert.That(found.Deciding[0].Path, Is.EqualTo("trust.growth"));
        Assert.That(found.Deciding[0].Correlation, Is.EqualTo(1).Within(1e-9));
        Assert.That(found.Deciding, Has.Count.EqualTo(3));
        Assert.That(Math.Abs(found.Deciding[1].Correlation), Is.LessThan(found.ByChance), "nothing else goes with it");

        var opposite = Robustness.Run([claim], Options, null, default, (setting, _, _) =>
            Toys.Of(-setting.Dials.ExitBarrier * setting.Parameters.Trust.Growth))[0];
        Assert.That(opposite.Deciding[0].Correlation, Is.EqualTo(-1).Within(1e-9));
    }

    [Test]
    public void Parameters_range_around_their_defaults_within_what_is_allowed()
    {
        var defaults = ParameterCatalogue.Of(new Setting()).ToDictionary(parameter => parameter.Path);
        var parameters = UncertainParameter.Of(Toys.Claim().AsItStands(), 0.5);
        Assert.That(parameters, Has.Count.GreaterThan(150));
        foreach (var parameter in parameters)
        {
            var known = defaults[parameter.Path];
            var middle = Convert.ToDouble(known.Value, System.Globalization.CultureInfo.InvariantCulture);
            Assert.That(parameter.Low, Is.GreaterThanOrEqualTo(Math.Max(known.Min, middle - 0.5 * Math.Abs(middle)) - 1e-12), parameter.Path);
            Assert.That(parameter.High, Is.LessThanOrEqualTo(Math.Min(known.Max, middle + 0.5 * Math.Abs(middle)) + 1e-12), parameter.Path);
            if (known is { Min: 0, Max: 1 } && middle < 1)
                Assert.That(parameter.High, Is.LessThanOrEqualTo(middle + 0.5 * (1 - middle) + 1e-12), parameter.Path);
            Assert.That(parameter.Value(0.999999), Is.InRange(parameter.Low, parameter.High));
            Assert.That(parameter.Value(0.000001), Is.InRange(parameter.Low, parameter.High));
        }

        string[] fixedOnes = ["dials.exitBarrier", "industry.firms", "months", "partnerSearch.alliancesAllowed", "learning.fixedLevel", "disruption.max"];
        Assert.That(parameters.Select(parameter => parameter.Path).Intersect(fixedOnes), Is.Empty);
    }

    [Test]
    public void A_whole_number_takes_each_of_its_values_equally_often()
    {
        var parameter = new UncertainParameter("x", 3, 6, IsWhole: true);
        Assert.That(Enumerable.Range(0, 8).Select(i => parameter.Value((i + 0.5) / 8)), Is.EqualTo((double[])[3, 3, 4, 4, 5, 5, 6, 6]));
    }

    [Test]
    public void What_an_arm_sets_is_not_varied()
    {
        var claim = Toys.Read(
            """
            claim: 1
            kind: emergent
            name: toy
            question: Does it?
            source: nowhere
            seed: 1
            replications: 2
            arms:
              - { name: few, preset: tight-contract }
              - { name: many, preset: tight-contract, parameters: { investment: { months: 12 } } }
            propositions:
              - { says: It does., terms: [{ arm: few, outcome: income }, { arm: many, outcome: income }], moreThan: 0 }
            """);
        Assert.That(UncertainParameter.Of(claim.AsItStands(), 0.5).Select(p => p.Path), Does.Not.Contain("investment.months").And.Contain("investment.barrierSafeguard"));
    }

    [Test]
    public void Results_do_not_depend_on_the_number_of_threads()
    {
        string On(int threads) => string.Join('\n', Robustness.Run([Toys.Claim(4)], Options with { Threads = threads, Points = 12 }, null, default, Toys.Playing(0.3))
            .Select(found => (found.Holding, string.Join(' ', found.Deciding))));
        Assert.That(On(4), Is.EqualTo(On(1)));
    }
}
