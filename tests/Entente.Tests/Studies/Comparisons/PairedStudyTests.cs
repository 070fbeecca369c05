using Entente.Engine;
using Entente.Observation;
using Entente.Scenarios;
using Entente.Settings;
using Entente.Studies.Comparisons;
using NUnit.Framework;

namespace Entente.Tests.Studies.Comparisons;

/// <summary>Replications are added until all differences are decided or the budget is spent.</summary>
public class PairedStudyTests
{
    private static PairedStudyOptions Options(double within, int budget, int threads = 2) => new()
    {
        Outcome = "netValue",
        Reference = 0,
        Others = [1],
        Within = new Precision(within, Relative: false),
        Budget = budget,
        Threads = threads,
    };

    /// <summary>Arms of fakes differ by one in every world.</summary>
    [Test]
    public void A_difference_without_any_luck_is_known_at_the_first_look_and_one_too_fine_spends_the_budget()
    {
        var scenario = Fakes.Scenario(2, 1);
        var known = PairedStudy.Run(scenario, null, Options(0.5, 1000), null, default, Fakes.Play);
        Assert.That((known.Replications, known.Decided, known.Contrasts[0].Difference.Value), Is.EqualTo((20, true, 1.0)));
        var open = PairedStudy.Run(scenario, null, Options(0.1, 70), null, default, (setting, seed, replication) =>
            Fakes.Numbered(Fakes.ArmOf(setting), replication) with { Run = new RunRow { NetValue = Fakes.ArmOf(setting) * Math.Sin(replication * 7) } });
        Assert.That((open.Replications, open.Decided, open.Interrupted), Is.EqualTo((70, false, false)));
        Assert.That(open.Contrasts[0].Needed, Is.GreaterThan(70));
    }

    [Test]
    public void Any_number_of_threads_gives_the_same()
    {
        var scenario = Fakes.Scenario(2, 1) with
        {
            Arms =
            [
                new Arm("tight", "tight-contract", new Setting { Months = 24, Industry = new Industry { Firms = 6 } }),
                new Arm("fair", "fair-process", new Setting { Months = 24, Industry = new Industry { Firms = 6 }, Dials = Dials.FairProcessPreset }),
            ],
        };
        var (one, seven) = (PairedStudy.Run(scenario, null, Options(1e-9, 40, 1), null, default), PairedStudy.Run(scenario, null, Options(1e-9, 40, 7), null, default));
        Assert.That(seven.Values, Is.EqualTo(one.Values));
        Assert.That(seven.Contrasts, Is.EqualTo(one.Contrasts));
        Assert.That(one.Contrasts[0].Diverged!.Value.First, Is.InRange(0, 23));
    }

    [Test]
    public void Twins_part_where_a_number_or_an_event_first_differs_and_twins_alike_never()
    {
        var setting = new Setting { Months = 24, Industry = new Industry { Firms = 6 } };
        var one = Simulation.Run(setting, 3, 4);
        Assert.That(Divergence.Month(one, Simulation.Run(setting, 3, 4)), Is.Null);
        Assert.That(Divergence.Month(one, one with { Months = [.. one.Months.Select(row => row.Month == 17 ? row with { Income = row.Income + 1 } : row)] }), Is.EqualTo(17));
        var at = one.Events[^1].Month;
        Assert.That(Divergence.Month(one, one with { Events = [.. one.Events.SkipLast(1)] }), Is.EqualTo(at));
        Assert.That(Divergence.Month(one, Simulation.Run(setting with { Disruption = new StepDisruption(0.9, 0, 12) }, 3, 4)), Is.GreaterThanOrEqualTo(0));
        // The same world up to a step in month 12 is the same up to month 12.
        var (low, high) = (Simulation.Run(setting with { Disruption = new StepDisruption(0.2, 0.2, 12) }, 3, 4), Simulation.Run(setting with { Disruption = new StepDisruption(0.2, 0.9, 12) }, 3, 4));
        Assert.That(Divergence.Month(low, high), Is.EqualTo(12));
    }

    [Test]
    public void Interrupted_it_says_what_is_known_so_far()
    {
        using var cancel = new CancellationTokenSource();
        var seen = PairedStudy.Run(Fakes.Scenario(2, 1), null, Options(1e-9, 1000, 1), null, cancel.Token, (setting, seed, replication) =>
        {
            if (replication == 33)
                cancel.Cancel();
            return Fakes.Numbered(Fakes.ArmOf(setting), replication) with { Run = new RunRow { NetValue = Fakes.ArmOf(setting) * Math.Sin(replication * 7) } };
        });
        Assert.That((seen.Interrupted, seen.Replications), Is.EqualTo((true, 34)));
    }
}
