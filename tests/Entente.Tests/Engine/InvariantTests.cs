using CsCheck;
using Entente.Engine;
using Entente.Observation;
using Entente.Settings;
using Entente.Worlds;
using NUnit.Framework;

namespace Entente.Tests.Engine;

/// <summary>Plays random worlds step by step.</summary>
public class InvariantTests
{
    [Test]
    public void Invariants_hold_after_every_step() =>
        Gen.Select(RandomSettings.All, Gen.UInt).Sample(
            (setting, seed) => Play(setting, seed, Invariants.Check), iter: 40, threads: 2);

    [Test]
    public void What_is_kept_or_skipped_equals_its_plain_form_after_every_step() =>
        Gen.Select(RandomSettings.All, Gen.UInt).Sample((setting, seed) =>
        {
            var network = new Network(setting.Industry.Firms);
            Play(setting, seed, (world, _, after) =>
            {
                PlainForms.Check(world, after);
                PlainForms.CheckNetwork(world, network, after);
                if (!after.EndsWith("Environment", StringComparison.Ordinal))
                    PlainForms.CheckMarkets(world, after);
            });
        }, iter: 20, threads: 2);

    [Test]
    public void Random_worlds_are_rich_enough_to_try_every_kind_of_ending_and_event()
    {
        var happened = new HashSet<HappeningKind>();
        var endings = new HashSet<Ending> { Ending.None };
        var settings = RandomSettings.All.Array[60].Generate(new PCG(1, 1), null, out _);
        for (var s = 0; s < settings.Length; s++)
        {
            var chronicle = Play(settings[s], (uint)s, check: null);
            happened.UnionWith(chronicle.Happenings.Select(h => h.Kind));
            endings.UnionWith(chronicle.Endings);
        }

        // Seven failing votes in a row are too rare for so few worlds.
        Assert.That(Enum.GetValues<HappeningKind>().Except(happened), Is.SubsetOf(new[] { HappeningKind.Undecided }));
        // Merging needs two firms that are already allied, which a searching firm never considers acquiring.
        Assert.That(Enum.GetValues<Ending>().Except(endings), Is.EquivalentTo(new[] { Ending.Merged }));
    }

    private static Chronicle Play(Setting setting, uint seed, Action<World, Chronicle, string>? check)
    {
        var world = Founding.Create(setting, seed, 0);
        var chronicle = new Chronicle();
        var phases = new Month().Phases;
        for (var month = 0; month < setting.Months; month++)
        {
            world.Begin(month);
            foreach (var phase in phases)
            {
                phase.Apply(world);
                check?.Invoke(world, chronicle, $"month {month}, {phase.Name}");
            }

            world.Close();
            chronicle.Observe(world);
        }

        return chronicle;
    }
}
