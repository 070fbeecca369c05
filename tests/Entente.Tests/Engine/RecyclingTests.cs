using System.Collections;
using System.Reflection;
using Entente.Engine;
using Entente.Observation;
using Entente.Settings;
using Entente.Worlds;
using NUnit.Framework;

namespace Entente.Tests.Engine;

/// <summary>Objects are used again: nothing of their first life may show in the second.</summary>
public class RecyclingTests
{
    private static readonly Setting Busy = new()
    {
        Months = 120,
        Dials = Dials.FairProcessPreset with { OpenMembership = 1, Exploration = 0.4 },
        Industry = new Industry { Firms = 12 },
        Parameters = new() { Environment = new() { ArrivalRate = 12 }, Membership = new() { BuyOutRate = 0.1 } },
    };

    [Test]
    public void What_is_renewed_is_as_new()
    {
        var used = new Dictionary<Type, HashSet<object>>();
        void Keep(object entity) => (used.TryGetValue(entity.GetType(), out var set) ? set : used[entity.GetType()] = []).Add(entity);
        var world = Founding.Create(Busy, 3, 0);
        Simulation.Play(world, new Watcher(w =>
        {
            foreach (var alliance in w.Alliances)
            {
                Keep(alliance);
                alliance.Members.ForEach(Keep);
            }

            w.Projects.ForEach(Keep);
            w.Open.ForEach(Keep);
        }));

        Assert.That(used.Keys, Is.EquivalentTo(new[] { typeof(Alliance), typeof(Member), typeof(Project), typeof(Opportunity) }));
        foreach (var (type, entities) in used)
        {
            Assert.That(entities, Has.Count.GreaterThan(10), type.Name);
            var fresh = Renewed(Activator.CreateInstance(type)!);
            foreach (var entity in entities)
                AssertSame(Renewed(entity), fresh);
        }
    }

    [Test]
    public void Far_fewer_objects_are_made_than_lives_lived()
    {
        var alliances = new HashSet<Alliance>();
        var projects = new HashSet<Project>();
        var opportunities = new HashSet<Opportunity>();
        var world = Founding.Create(Busy with { Months = 2 * Busy.Months }, 3, 0);
        var (arrived, ended) = (0, 0);
        Simulation.Play(world, new Watcher(w =>
        {
            alliances.UnionWith(w.Alliances);
            projects.UnionWith(w.Projects);
            opportunities.UnionWith(w.Open);
            arrived = Math.Max(arrived, w.Open.Max(o => o.Id) + 1);
            ended += w.EndedProjects.Count;
        }));
        Assert.That(projects, Has.Count.LessThan((ended + world.Projects.Count) / 2));
        Assert.That(opportunities, Has.Count.LessThan(arrived / 2));
        Assert.That(alliances, Has.Count.LessThan(world.Tally.Ended));
        Assert.That(world.Tally.Ended, Is.GreaterThan(10));
    }

    [TestCase(0)]
    [TestCase(1)]
    public void Once_warm_a_month_takes_no_memory(int fair)
    {
        const int Warm = 900, Months = 1000;
        var setting = Busy with { Months = Months, Dials = fair == 1 ? Dials.FairProcessPreset : Dials.TightContractPreset };
        var world = Founding.Create(setting, 3, 0);
        var phases = new Month().Phases;
        var taken = 0L;
        for (var month = 0; month < Months; month++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            world.Begin(month);
            for (var phase = 0; phase < phases.Count; phase++)
                phases[phase].Apply(world);
            world.Close();
            if (month >= Warm)
                taken += GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.That(taken, Is.Zero);
        Assert.That(world.Tally.Ended, Is.GreaterThan(20));
    }

    private static object Renewed(object entity)
    {
        switch (entity)
        {
            case Alliance alliance:
                alliance.Renew(Dials.TightContractPreset);
                break;
            case Member member:
                member.Renew();
                break;
            case Project project:
                project.Renew();
                break;
            case Opportunity opportunity:
                opportunity.Renew();
                break;
        }

        return entity;
    }

    private static void AssertSame(object entity, object fresh)
    {
        foreach (var field in entity.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic))
        {
            var (value, expected) = (field.GetValue(entity), field.GetValue(fresh));
            // Room that was made stays; what is in it must be gone.
            if (value is Array room)
                Assert.That(room.Cast<object?>(), Is.All.EqualTo(Default(room.GetType().GetElementType()!)), field.Name);
            else if (value is ICollection list)
                Assert.That(list, Is.Empty, field.Name);
            else
                Assert.That(value, Is.EqualTo(expected), field.Name);
        }
    }

    private static object? Default(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;

    private sealed class Watcher(Action<World> look) : IObserver
    {
        public void Observe(World world) => look(world);
    }
}
