using Entente.Worlds;
using NUnit.Framework;

namespace Entente.Tests.Engine;

/// <summary>What holds of every world after every step of every month.</summary>
internal static class Invariants
{
    private const double Close = 1e-9;

    public static void Check(World world, string after)
    {
        foreach (var firm in world.Firms)
            CheckFirm(world, firm, after);
        foreach (var alliance in world.Alliances)
            CheckAlliance(world, alliance, after);
        foreach (var project in world.Projects)
            CheckProject(project, after);
        foreach (var opportunity in world.Open)
            Assert.That(opportunity.LiveProjects, Is.EqualTo(world.Projects.Count(p => p.Opportunity == opportunity && p.IsLive)), after);
        CheckLedger(world, after);
        CheckBooks(world, after);
        foreach (var alliance in world.AllAlliances.Where(a => a.Phase == AlliancePhase.Ended))
            Assert.That(alliance.Ending != Ending.None && alliance.Size == 0 && alliance.EndedMonth is not null, after);
        Assert.That(world.AllAlliances.Count(a => a.Phase != AlliancePhase.Ended), Is.EqualTo(world.Alliances.Count), after);
    }

    private static void CheckFirm(World world, Firm firm, string after)
    {
        double[] states = [firm.GeneralTrust, firm.Fairness, firm.Culture, firm.ControlBias, firm.Inertia, firm.Allocentricity, firm.Threat, .. firm.Capabilities];
        Assert.That(states, Is.All.InRange(0, 1), after);
        Assert.That(firm.Presence.Sum(), Is.EqualTo(1).Within(Close), after);
        Assert.That(firm.PendingProjects, Is.EqualTo(world.Projects.Count(p => p.IsPending && p.StakeOf(firm) is { SteppedOut: false })), $"{after}, firm {firm.Id}");
        Assert.That(firm.Alliances, Is.Unique, after);
        Assert.That(firm.Alliances.All(a => a.MemberOf(firm) is not null), after);
        var decreed = firm.Alliances.Count(a => a.ByDecree);
        Assert.That(firm.Alliances.Count, Is.LessThanOrEqualTo(firm.Slots + decreed), after);
        if (!firm.InBusiness)
            Assert.That(firm.Alliances.Count + firm.Builds.Count + firm.CoreRevenue, Is.Zero, after);
    }

    private static void CheckAlliance(World world, Alliance alliance, string after)
    {
        Assert.That(alliance.Size, Is.GreaterThanOrEqualTo(2), after);
        Assert.That(alliance.Members.Select(m => m.Firm), Is.Unique, after);
        Assert.That(alliance.Members.All(m => m.Firm.Alliances.Contains(alliance) && m.Firm.InBusiness), after);
        Assert.That(alliance.Members.Sum(alliance.ShareOf), Is.EqualTo(1).Within(Close), after);
        Assert.That(alliance.Members.SelectMany(m => new[] { m.Justice, m.BuyIn, m.Effort }), Is.All.InRange(0, 1), after);
        Assert.That(new[] { alliance.Leadership, alliance.Enforceable, alliance.Detection, alliance.Dials.ContractControl }, Is.All.InRange(0, 1), after);
        Assert.That(alliance.StallMonths, Is.Not.Negative, after);
        Assert.That(alliance.Projects.All(world.Projects.Contains), after);
        Assert.That(new[] { alliance.First, alliance.Second }, Is.EqualTo(alliance.Members.Select(m => m.Firm.Id).Order().Take(2)), after);
    }

    private static void CheckProject(Project project, string after)
    {
        Assert.That(new[] { project.Quality, project.Coverage, project.Investment, project.Misfit }, Is.All.InRange(0, 1 + Close), after);
        Assert.That(project.Stakes.Select(s => s.Firm), Is.Unique, after);
        Assert.That(project.Participants(), Is.Positive, after);
        if (project.IsInvested)
            Assert.That(project.Stakes.Sum(s => s.Share), Is.EqualTo(1).Within(Close), after);
        if (project.InAlliance)
            Assert.That(project.Origin!.Projects, Does.Contain(project), after);
        if (project.InAlliance && !project.Transplanted)
            Assert.That(project.Stakes.All(s => project.Origin!.MemberOf(s.Firm) is not null), after);
    }

    private static void CheckLedger(World world, string after)
    {
        foreach (var firm in world.Firms)
            foreach (var dyad in world.Trust.MetBy(firm.Id).ToArray())
            {
                Assert.That(dyad.Trust, Is.InRange(0, 1), after);
                Assert.That(world.Trust.HasMet(dyad.Other, firm.Id), after);
                Assert.That(world.Trust.PastAlliances(dyad.Other, firm.Id), Is.EqualTo(dyad.PastAlliances), after);
            }
    }

    private static void CheckBooks(World world, string after)
    {
        var scale = 1 + world.Tally.GrossValue + world.Tally.Spent + Math.Abs(world.Tally.Income);
        Assert.That(world.Firms.Sum(f => f.AllianceNet), Is.EqualTo(world.Tally.GrossValue - world.Tally.Spent).Within(Close * scale), after);
        Assert.That(world.AllAlliances.Sum(a => a.GrossValue - a.Spent), Is.EqualTo(world.Tally.GrossValue - world.Tally.Spent).Within(Close * scale), after);
        Assert.That(world.Firms.Sum(f => f.TotalIncome), Is.EqualTo(world.Tally.Income).Within(Close * scale), after);
    }
}
