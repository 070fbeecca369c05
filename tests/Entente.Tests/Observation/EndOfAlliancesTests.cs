using Entente.Engine;
using Entente.Mechanisms.Governance;
using Entente.Mechanisms.Trust;
using Entente.Observation;
using Entente.Settings;
using Entente.Worlds;
using NUnit.Framework;

namespace Entente.Tests.Observation;

/// <summary>What the table of alliances says of their last month is as it stood at the step that the codebook names.</summary>
public class EndOfAlliancesTests
{
    private const int Months = 150;

    private sealed record Seen(double Trust, double Justice, int Restructuring);

    // Under a tight contract members restructure and seldom leave, under a fair process the other way round.
    [TestCase("tight-contract")]
    [TestCase("fair-process")]
    public void Trust_and_justice_are_those_after_the_step_of_trust_and_restructuring_those_after_governance(string preset)
    {
        var setting = new Setting
        {
            Months = Months,
            Disruption = Disruption.Storm,
            Dials = preset == "tight-contract" ? Dials.TightContractPreset : Dials.FairProcessPreset,
            Industry = new Industry { Firms = 16 },
        };
        var world = Founding.Create(setting, 3, 0);
        var recorder = new Recorder(world);
        var phases = new Month().Phases;
        var seen = new Dictionary<int, Seen>();
        for (var month = 0; month < Months; month++)
        {
            world.Begin(month);
            foreach (var phase in phases)
            {
                phase.Apply(world);
                foreach (var alliance in world.Alliances.Where(a => a.InOperation))
                {
                    var before = seen.GetValueOrDefault(alliance.Id, new Seen(0, 0, 0));
                    if (phase is GovernancePhase && alliance.Phase == AlliancePhase.Restructure)
                        seen[alliance.Id] = before with { Restructuring = before.Restructuring + 1 };
                    else if (phase is TrustPhase)
                        seen[alliance.Id] = before with { Trust = world.MeanTrust(alliance), Justice = alliance.MeanJustice() };
                }
            }

            world.Close();
            recorder.Observe(world);
        }

        var rows = recorder.Finish().Alliances.Where(row => row.SignedMonth is not null).ToArray();
        Assert.That(rows.Count(row => preset == "tight-contract" ? row.RestructuringMonths > 0 && row.EndedMonth is not null : row.Ending == "left"), Is.GreaterThan(2));
        foreach (var row in rows)
            Assert.That(new Seen(row.TrustEnd, row.JusticeEnd, row.RestructuringMonths), Is.EqualTo(seen[row.Alliance]), $"alliance {row.Alliance}");
    }

    // exitCost = exitBarrier (.5 S + .5 V-bar): nothing without a barrier, whatever is recovered.
    [Test]
    public void Leaving_without_an_exit_barrier_has_no_cost_though_money_changes_hands()
    {
        var setting = new Setting
        {
            Months = Months,
            Disruption = Disruption.Storm,
            Dials = Dials.FairProcessPreset with { ExitBarrier = 0 },
            Industry = new Industry { Firms = 16 },
        };
        var played = Simulation.Run(setting, 3, 0);
        var left = played.Events.Where(row => row.Kind == "left").ToArray();
        Assert.That(left, Has.Length.GreaterThan(2));
        Assert.That(left.Select(row => row.Amount), Is.All.EqualTo(0));
        Assert.That(played.Run.ExitCosts, Is.Zero);

        // Half of what leavers sank comes back to them: with nothing recovered, incomes differ though exit costs do not.
        var nothing = setting with { Parameters = new() { Membership = new() { ExitSunk = 0 } } };
        Assert.That(Simulation.Run(nothing, 3, 0).Firms.Select(firm => firm.AllianceNet), Is.Not.EqualTo(played.Firms.Select(firm => firm.AllianceNet)));
    }
}
