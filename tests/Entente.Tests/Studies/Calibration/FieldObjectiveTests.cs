using Entente.Observation;
using Entente.Scenarios.Calibrations;
using Entente.Studies.Calibration;
using Entente.Studies.Running;
using NUnit.Framework;

namespace Entente.Tests.Studies.Calibration;

/// <summary>Fitting to published figures: what cannot be fitted to is said, and a replication that fails can be played again.</summary>
public class FieldObjectiveTests
{
    [Test]
    public void A_target_that_never_exists_in_an_arm_is_named_with_its_place_and_what_to_do()
    {
        // In the second arm there is no success to share; in the first there is in every fourth replication alone.
        var plan = Plan("success60", "income");
        var objective = new FieldObjective(plan, (setting, _, replication) => Played(setting.Months == 1 && replication % 4 == 3 ? 0.5 : double.NaN));
        var missing = objective.Missing(new Calibrator(plan, objective).Start, 2, CancellationToken.None);
        Assert.That(missing.Select(problem => problem.ToString()), Is.EqualTo((string[])
        [
            "my fit.yaml:11:5 success60 never exists in arm arm 1: in none of 8 replications at any of the 10 points that the search starts from. Nothing can be fitted to it; "
                + "take another outcome or another scenario. To see which outcomes exist: entente-cli run 'my study.yaml'",
        ]));
    }

    [Test]
    public void Where_every_outcome_exists_somewhere_nothing_is_missing_and_no_more_is_played_than_that_takes()
    {
        var plan = Plan("success60", "income");
        var points = 0;
        var objective = new FieldObjective(plan, (setting, _, replication) =>
        {
            if (replication == 0 && setting.Months == 1)
                Interlocked.Increment(ref points);
            return Played(replication == 7 ? 0.5 : double.NaN);
        });
        Assert.That(objective.Missing(new Calibrator(plan, objective).Start, 1, CancellationToken.None), Is.Empty);
        Assert.That(points, Is.LessThanOrEqualTo(2), "the first point has all");
    }

    [Test]
    public void A_replication_that_fails_in_a_search_can_be_played_again()
    {
        var plan = Plan("income");
        var objective = new FieldObjective(plan, (setting, _, replication) =>
            replication == 5 && setting.Months == 2 ? throw new InvalidOperationException("the sky fell") : Played(0));
        var failure = Assert.Throws<ReplicationFailure>(() => new Calibrator(plan, objective).Run([], 2, null, _ => { }, CancellationToken.None))!;
        Assert.That(failure.Command, Is.EqualTo(
            "entente-cli run 'my study.yaml' --seed 3 --first-replication 5 --replications 1 --set 'arms.arm 1.trust.growth=0.25'"));
        Assert.That(failure.Message, Does.Contain("the sky fell"));
    }

    private static Recording Played(double success) => Fakes.Numbered(0, 0) with { Run = new RunRow { Income = 7, Success60 = success } };

    private static CalibrationPlan Plan(params string[] outcomes) => new()
    {
        File = "my fit.yaml",
        Name = "fit",
        Question = "?",
        Seed = 3,
        Replications = 8,
        Start = 10,
        Generations = 0,
        Points = 1,
        Anchor = 0,
        Parameters = [new FittedParameter("trust.growth", 0, 1, 0.25, Logarithmic: false)],
        Experiments = [],
        Scenario = Fakes.Scenario(2, 1),
        ScenarioFile = "my study.yaml",
        Targets = [.. outcomes.Select((outcome, i) => new FieldTarget(outcome, 0, 1, 1, "nowhere", 11 + i, 5))],
        Text = "fit",
    };
}
