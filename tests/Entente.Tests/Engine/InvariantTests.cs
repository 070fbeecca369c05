using CsCheck;
using Entente.Engine;
using Entente.Settings;
using Entente.Worlds;
using NUnit.Framework;

namespace Entente.Tests.Engine;

/// <summary>Plays random worlds step by step.</summary>
public class InvariantTests
{
    [Test]
    public void Invariants_hold_after_every_step() =>
        Gen.Select(RandomSettings.All, Gen.UInt).Sample((setting, seed) => Play(setting, seed), iter: 40, threads: 2);

    [Test]
    public void Random_worlds_are_rich_enough_to_try_every_kind_of_ending_and_event()
    {
        var happened = new HashSet<HappeningKind>();
        var endings = new HashSet<Ending>();
        var settings = RandomSettings.All.Array[60].Generate(new PCG(1, 1), null, out _);
        for (var s = 0; s < settings.Length; s++)
        {
            var world = Play(settings[s], (uint)s, check: false);
            happened.UnionWith(world.Happenings.Select(h => h.Kind));
            endings.UnionWith(world.AllAlliances.Select(a => a.Ending));
        }

        // Seven failing votes in a row are too rare for so few worlds.
        Assert.That(Enum.GetValues<HappeningKind>().Except(happened), Is.SubsetOf(new[] { HappeningKind.Undecided }));
        // Merging needs two firms that are already allied, which a searching firm never considers acquiring.
        Assert.That(Enum.GetValues<Ending>().Except(endings), Is.EquivalentTo(new[] { Ending.Merged }));
    }

    private static World Play(Setting setting, uint seed, bool check = true)
    {
        var world = Founding.Create(setting, seed, 0);
        var phases = new Month().Phases;
        for (var month = 0; month < setting.Months; month++)
        {
            world.Begin(month);
            foreach (var phase in phases)
            {
                phase.Apply(world);
                if (check)
                    Invariants.Check(world, $"month {month}, {phase.Name}");
            }
        }

        return world;
    }
}
