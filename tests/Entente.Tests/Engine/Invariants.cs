using Entente.Worlds;
using NUnit.Framework;

namespace Entente.Tests.Engine;

/// <summary>What holds of every world after every step of every month.</summary>
internal static class Invariants
{
    private const double Close = 1e-9;

    public static void Check(World world, Chronicle chronicle, string after)
    {
        foreach (var firm in world.Firms)
            CheckFirm(world, firm, after);
        foreach (var alliance in world.Alliances.Where(a => a.Phase != AlliancePhase.Ended))
            CheckAlliance(world, alliance, after);
        foreach (var project in world.Projects.Where(p => !p.HasEnded))
            CheckProject(project, after);
        foreach (var opportunity in world.Open)
            Assert.That(opportunity.LiveProjects, Is.EqualTo(world.Projects.Count(p => p.Opportunity == opportunity && p.IsLive)), after);
        CheckLedger(world, after);
        CheckBooks(world, chronicle, after);
        var ended = world.Alliances.Where(a => a.Phase == AlliancePhase.Ended).Union(world.SettledAlliances).Union(world.Outlived).ToArray();
        foreach (var alliance in ended)
            Assert.That(alliance.Ending != Ending.None && alliance.Size == 0 && alliance.EndedMonth is not null, after);
        foreach (var alliance in world.Alliances.Union(ended))
            Assert.That(alliance.LivingProjects, Is.EqualTo(world.Projects.Count(p => !p.HasEnded && p.Origin == alliance)), after);
        Assert.That(world.Projects.Where(p => p.HasEnded), Is.EquivalentTo(world.EndedProjects), after);
        CheckClaims(world, after);
    }

    private static void CheckFirm(World world, Firm firm, string after)
    {
        double[] states = [firm.GeneralTrust, firm.Fairness, firm.Culture, firm.ControlBias, firm.Inertia, firm.Allocentricity, firm.Threat, .. firm.Capabilities];
        Assert.That(states, Is.All.InRange(0, 1), after);
        Assert.That(firm.Presence.Sum(), Is.EqualTo(1).Within(Close), after);
        Assert.That(firm.PendingProjects, Is.EqualTo(world.Projects.Count(p => p.IsPending && p.TakesPart(firm))), $"{after}, firm {firm.Id}");
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
        Assert.That(alliance.Members.Sum(m => m.Share), Is.EqualTo(1).Within(Close), after);
        Assert.That(alliance.Members.SelectMany(m => new[] { m.Justice, m.BuyIn, m.Effort }), Is.All.InRange(0, 1), after);
        Assert.That(new[] { alliance.Leadership, alliance.Enforceable, alliance.Detection, alliance.Dials.ContractControl }, Is.All.InRange(0, 1), after);
        Assert.That(alliance.StallMonths, Is.Not.Negative, after);
        Assert.That(alliance.Projects.All(world.Projects.Contains), after);
        Assert.That(new[] { alliance.First, alliance.Second }, Is.EqualTo(alliance.Members.Select(m => m.Firm.Id).Order().Take(2)), after);
    }

    private static void CheckProject(Project project, string after)
    {
        Assert.That(new[] { project.Quality, project.Coverage, project.Investment, project.Misfit }, Is.All.InRange(0, 1 + Close), after);
        var stakes = project.Stakes.ToArray();
        Assert.That(stakes.Select(s => s.Firm), Is.Unique, after);
        Assert.That(project.Participants(), Is.Positive, after);
        if (project.IsInvested)
            Assert.That(stakes.Sum(s => s.Share), Is.EqualTo(1).Within(Close), after);
        if (project.InAlliance)
            Assert.That(project.Origin!.Projects, Does.Contain(project), after);
        if (project.InAlliance && !project.Transplanted)
            Assert.That(stakes.All(s => project.Origin!.MemberOf(s.Firm) is not null), after);
    }

    private static void CheckLedger(World world, string after)
    {
        foreach (var firm in world.Firms)
            foreach (var (other, bond) in world.Trust.MetBy(firm.Id))
            {
                Assert.That(world.Trust[bond], Is.InRange(0, 1), after);
                Assert.That(bond, Is.EqualTo(world.Trust.Bond(firm.Id, other)), after);
                Assert.That(world.Trust.Bond(other, firm.Id), Is.EqualTo(bond ^ 1), after);
            }
    }

    private static void CheckBooks(World world, Chronicle chronicle, string after)
    {
        var scale = 1 + world.Tally.GrossValue + world.Tally.Spent + Math.Abs(world.Tally.Income);
        Assert.That(world.Firms.Sum(f => f.AllianceNet), Is.EqualTo(world.Tally.GrossValue - world.Tally.Spent).Within(Close * scale), after);
        var books = world.Alliances.Union(world.SettledAlliances).Union(world.Outlived).Sum(a => a.GrossValue - a.Spent);
        Assert.That(books + chronicle.NetValueOfSettled, Is.EqualTo(world.Tally.GrossValue - world.Tally.Spent).Within(Close * scale), after);
        Assert.That(world.Firms.Sum(f => f.TotalIncome), Is.EqualTo(world.Tally.Income).Within(Close * scale), after);
    }

    // An object is used again when its claims are gone: one too few, and two lives would share it.
    private static void CheckClaims(World world, string after)
    {
        var claims = world.Open.ToDictionary(o => o, _ => 1);
        void Claim(Opportunity opportunity) => claims[opportunity] = claims.GetValueOrDefault(opportunity) + 1;
        foreach (var project in world.Projects)
            Claim(project.Opportunity);
        foreach (var alliance in world.Alliances.Union(world.SettledAlliances).Union(world.Outlived))
            Claim(alliance.Opportunity);
        foreach (var (opportunity, count) in claims)
            Assert.That(opportunity.Claims, Is.EqualTo(count), after);
    }
}
