using CsCheck;
using Entente.Engine;
using Entente.Observation;
using Entente.Randomness;
using Entente.Settings;
using Entente.Worlds;
using NUnit.Framework;

namespace Entente.Tests.Engine;

/// <summary>What addressed draws promise of whole worlds.</summary>
public class AddressedLuckTests
{
    private static readonly Setting Tight = new() { Months = 48, Industry = new Industry { Firms = 12 } };
    private static readonly Setting Fair = Tight with { Dials = Dials.FairProcessPreset };

    [Test]
    public void Two_arms_meet_the_same_firms() =>
        Gen.Select(Gen.UInt, Gen.UInt).Sample((seed, replication) =>
            Founding.Create(Tight, seed, replication).Firms.Select(Portrait)
                .SequenceEqual(Founding.Create(Fair, seed, replication).Firms.Select(Portrait)), iter: 100);

    [Test]
    public void Two_arms_meet_the_same_opportunities_month_by_month() =>
        Gen.UInt.Sample(seed =>
        {
            var tight = new List<string>();
            var fair = new List<string>();
            Simulation.Play(Founding.Create(Tight, seed, 0), new Watcher(world => tight.AddRange(world.Open.Select(Portrait))));
            Simulation.Play(Founding.Create(Fair, seed, 0), new Watcher(world => fair.AddRange(world.Open.Select(Portrait))));
            return tight.Count > 1000 && tight.SequenceEqual(fair);
        }, iter: 10);

    [Test]
    public void An_observer_more_or_less_changes_nothing() =>
        Gen.Select(RandomSettings.All, Gen.UInt).Sample((setting, seed) =>
        {
            var alone = Founding.Create(setting, seed, 0);
            var chronicle = new Chronicle();
            Simulation.Play(alone, chronicle);
            var observed = Recorded(Founding.Create(setting, seed, 0));
            return chronicle.Happenings.Select(Portrait).SequenceEqual(observed.Events.Select(Portrait))
                && alone.Tally.Income == observed.Run.Income;
        }, iter: 10);

    [Test]
    public void Draws_taken_by_one_room_change_nothing_in_another() =>
        Gen.Select(RandomSettings.All, Gen.UInt).Sample((setting, seed) =>
        {
            var plain = new Chronicle();
            Simulation.Play(Founding.Create(setting, seed, 0), plain);
            var disturbed = new Chronicle();
            Simulation.Play(Founding.Create(setting, seed, 0), new Watcher(world =>
            {
                disturbed.Observe(world);
                foreach (var process in Enum.GetValues<Process>())
                    world.Draws.At(process, world.Month + 1, 0, 1).Normal();
            }));
            return plain.Happenings.Select(Portrait).SequenceEqual(disturbed.Happenings.Select(Portrait));
        }, iter: 10);

    [Test]
    public void Relabelling_alliances_changes_nothing_but_labels() =>
        Gen.Select(RandomSettings.All, Gen.UInt).Sample((setting, seed) =>
        {
            var plain = Recorded(Founding.Create(setting, seed, 0));
            var relabelled = Recorded(Founding.Create(setting, seed, 0, firstAllianceId: 1000));
            return plain.Run == relabelled.Run
                && plain.Months.SequenceEqual(relabelled.Months)
                && plain.Firms.SequenceEqual(relabelled.Firms)
                && plain.Alliances.SequenceEqual(relabelled.Alliances.Select(row => row with { Alliance = row.Alliance - 1000 }));
        }, iter: 10);

    [Test]
    public void Replications_on_several_threads_equal_those_played_one_by_one()
    {
        var serial = Enumerable.Range(0, 12).Select(r => Simulation.Run(Fair, 7, (uint)r).Run).ToArray();
        var parallel = new RunRow[12];
        Parallel.For(0, 12, new ParallelOptions { MaxDegreeOfParallelism = 5 }, r => parallel[r] = Simulation.Run(Fair, 7, (uint)r).Run);
        Assert.That(parallel, Is.EqualTo(serial));
    }

    [Test]
    public void The_same_pair_has_the_same_luck_whatever_else_an_arm_does()
    {
        // Leadership is drawn by the pair and its month: alliances that both arms found are led alike.
        var other = Fair with { Dials = Dials.FairProcessPreset with { DisruptionTrigger = 0 } };
        var common = Enumerable.Range(0, 20).SelectMany(r =>
            from t in Simulation.Run(Tight, 3, (uint)r).Alliances
            join o in Simulation.Run(other, 3, (uint)r).Alliances on (t.ProposedMonth, t.Members) equals (o.ProposedMonth, o.Members)
            select (t.Leadership, Other: o.Leadership)).ToArray();
        Assert.That(common, Has.Length.GreaterThan(20));
        Assert.That(common.All(pair => pair.Leadership == pair.Other));
    }

    private static Recording Recorded(World world)
    {
        var recorder = new Recorder(world);
        Simulation.Play(world, recorder);
        return recorder.Finish();
    }

    private static string Portrait(Firm f) =>
        $"{string.Join(' ', f.Capabilities)}|{string.Join(' ', f.Presence)}|{string.Join(' ', f.Targets)}|{f.Size} {f.GeneralTrust} {f.Fairness} {f.Culture} {f.ControlBias} {f.Inertia} {f.Allocentricity} {f.PlanningMonth}";

    private static string Portrait(Opportunity o) =>
        $"{o.Id} {o.Address} {string.Join(' ', o.Domains.ToArray())}|{string.Join(' ', o.Weights.ToArray())}|{o.Value} {o.Novelty} {o.Market} {o.MarketAvailable} {o.Closing}";

    private static string Portrait(Happening h) =>
        $"{h.Month} {Words.Of(h.Kind)} {h.Alliance} {h.Firm} {h.Other} {h.Project} {h.Why} {h.Amount}";

    private static string Portrait(EventRow e) =>
        $"{e.Month} {e.Kind} {e.Alliance} {e.Firm} {e.Other} {e.Project} {e.Why} {e.Amount}";

    private sealed class Watcher(Action<World> look) : IObserver
    {
        public void Observe(World world) => look(world);
    }
}
