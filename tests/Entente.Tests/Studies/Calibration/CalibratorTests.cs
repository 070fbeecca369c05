using Entente.Laboratory;
using Entente.Mechanisms.Conduct;
using Entente.Scenarios.Calibrations;
using Entente.Scenarios.Laboratory;
using Entente.Studies.Calibration;
using Entente.Studies.Results;
using Entente.Studies.Statistics;
using NUnit.Framework;

namespace Entente.Tests.Studies.Calibration;

/// <summary>Calibration finds what is known to be there.</summary>
public class CalibratorTests
{
    private const double Precision = 22, Guilt = 0.6, Breakage = 0.5;

    /// <summary>
    /// Data that the model itself made, with parameters far from the starting values: the fit comes back to them. The tolerances are the
    /// width of what fits about as well; the seed is fixed.
    /// </summary>
    [Test]
    public void Parameters_are_recovered_from_data_that_the_model_made()
    {
        var plan = Plan(start: 120, generations: 8, points: 40);
        var objective = new LaboratoryObjective(Made(), [.. plan.Parameters.Select(p => p.Path)], plan.Replications);
        var points = new Calibrator(plan, objective).Run([], 2, null, _ => { }, CancellationToken.None);
        var result = new CalibrationResult(plan, objective, points);

        Assert.That(result.Best.Distance, Is.LessThan(points[0].Distance / 3));
        foreach (var (profile, truth) in result.Profiles.Zip([Precision, Guilt, Breakage]))
        {
            Assert.That(truth, Is.InRange(profile.Low, profile.High), profile.Parameter.Path);
            Assert.That(profile.Parameter.Place(profile.Best), Is.EqualTo(profile.Parameter.Place(truth)).Within(0.15), profile.Parameter.Path);
        }
    }

    [Test]
    public void A_search_gone_on_with_ends_with_the_points_of_one_that_was_not_interrupted()
    {
        var plan = Plan(start: 20, generations: 3, points: 10);
        var objective = new Bowl();
        var whole = new Calibrator(plan, objective).Run([], 1, null, _ => { }, CancellationToken.None);
        Assert.That(whole, Has.Count.EqualTo(50));

        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        var ledger = CalibrationLedger.Open(folder.At("search"), plan, "1");
        Assert.Throws<OperationCanceledException>(() => new Calibrator(plan, objective).Run(ledger.Known, 2, null, points =>
        {
            ledger.Save(points);
            if (points.Count > 25)
                stop.Cancel();
        }, stop.Token));

        var again = CalibrationLedger.Open(folder.At("search"), plan, "1");
        Assert.That(again.Known, Has.Count.InRange(20, 49));
        var before = objective.Asked;
        var resumed = new Calibrator(plan, objective).Run(again.Known, 2, null, again.Save, CancellationToken.None);
        Assert.That(objective.Asked - before, Is.EqualTo(50 - again.Known.Count), "no point is judged twice");
        Assert.That(resumed.Select(Text), Is.EqualTo(whole.Select(Text)));
    }

    [Test]
    public void A_ledger_of_another_calibration_is_not_gone_on_with()
    {
        using var folder = new TemporaryFolder();
        var plan = Plan(start: 20, generations: 0, points: 1);
        CalibrationLedger.Open(folder.At("search"), plan, "1").Save([]);
        Assert.Throws<ResultsInTheWay>(() => CalibrationLedger.Open(folder.At("search"), plan with { Text = "other" }, "1"));
        Assert.Throws<ResultsInTheWay>(() => CalibrationLedger.Open(folder.At("search"), plan, "2"));
    }

    /// <summary>A parameter that the distance does not depend on is said not to be pinned down; one that it does is.</summary>
    [Test]
    public void A_profile_tells_which_parameters_the_data_cannot_pin_down()
    {
        var plan = Plan(start: 400, generations: 5, points: 50);
        var points = new Calibrator(plan, new Bowl()).Run([], 1, null, _ => { }, CancellationToken.None);
        var result = new CalibrationResult(plan, new Bowl(), points);
        Assert.That(result.Profiles[0].Pinned, Is.True);
        Assert.That(result.Profiles[2].Pinned, Is.False);
        Assert.That(result.Profiles[2].Profile, Has.None.NaN);
    }

    /// <summary>Wilson's interval for none of ten ends at z^2 / (n + z^2) = .2775; and for half of ten it is .2366 to .7634 (Brown, Cai and DasGupta 2001, the formula).</summary>
    [Test]
    public void Wilsons_interval_is_as_published()
    {
        Assert.That(Proportion.Wilson(0, 10, 0.95).High, Is.EqualTo(0.2775).Within(5e-5));
        Assert.That(Proportion.Wilson(0, 10, 0.95).Low, Is.EqualTo(0).Within(1e-12));
        Assert.That(Proportion.Wilson(5, 10, 0.95).Low, Is.EqualTo(0.2366).Within(5e-5));
        Assert.That(Proportion.Wilson(5, 10, 0.95).High, Is.EqualTo(0.7634).Within(5e-5));
    }

    private static string Text(TriedPoint point) => $"{point.Generation} {string.Join(' ', point.Values.Select(v => v.ToString("R")))} {point.Distance:R} {point.Cost:R}";

    private static CalibrationPlan Plan(int start, int generations, int points) => new()
    {
        Name = "recovery",
        Question = "?",
        Seed = 11,
        Replications = 4,
        Start = start,
        Generations = generations,
        Points = points,
        Anchor = 0,
        Parameters =
        [
            new FittedParameter("conduct.precision", 5, 100, 60, Logarithmic: true),
            new FittedParameter("conduct.guilt", 0, 1, 0.1, Logarithmic: false),
            new FittedParameter("laboratory.breakage", 0, 1, 0.95, Logarithmic: false),
        ],
        Experiments = [],
        Scenario = null,
        Targets = [],
        Text = "recovery",
    };

    private static (Experiment, LaboratoryCounts)[] Made()
    {
        var people = new LaboratoryPeople
        {
            Conduct = new ConductOptions { Precision = Precision, Guilt = Guilt },
            Laboratory = new LaboratoryOptions { Breakage = Breakage },
        };
        return [.. new (double[] C, double[] W)[] { ([-2.5, 2.5], [1, 3]), ([-3, -1.5, 2.5], [1, 2.5, 4]) }.Select(game =>
        {
            var treatment = new Treatment
            {
                Name = $"pd{game.C.Length}",
                Contribute = game.C,
                Withhold = game.W,
                Alone = 1.5,
                ExitCost = 0,
                Continuation = 0.9,
                Sessions = [new Session(240, [5, 14, 5, 11, 6, 12])],
            };
            var experiment = new Experiment
            {
                Question = "?", Treatment = treatment, People = new LaboratoryPeople(), Seed = 5, Replications = 1, Observed = "made",
            };
            return (experiment, LaboratoryGame.Play(treatment, people, 99, 0));
        })];
    }

    /// <summary>A distance that is known: that of the first two places from a point; the third does not matter.</summary>
    private sealed class Bowl : ICalibrationObjective
    {
        private int _asked;

        public int Asked => _asked;

        public string Description => "a bowl";

        public double Distance(IReadOnlyList<double> values, uint firstReplication)
        {
            Interlocked.Increment(ref _asked);
            return Math.Sqrt(Math.Pow(Math.Log(values[0] / 20), 2) + Math.Pow(values[1] - 0.4, 2) + 1e-4 * (1 + firstReplication % 3));
        }

        public IReadOnlyList<FitLine> Fit(IReadOnlyList<double> values) => [];
    }
}
