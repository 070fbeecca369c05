using Entente.Settings;
using Entente.Worlds;

namespace Entente.Mechanisms.PartnerSearch;

/// <summary>
/// Founds what the scenario decrees for this month, on the open opportunities of highest value times joint coverage. Such alliances sign
/// in this month's negotiation step without negotiating.
/// </summary>
internal static class Decrees
{
    public static void Apply(World world)
    {
        // By place: walking through a list known by its interface alone takes memory, every month.
        var decrees = world.Setting.Decrees;
        for (var d = 0; d < decrees.Count; d++)
            if (decrees[d].Month == world.Month)
                Found(world, decrees[d]);
    }

    private static void Found(World world, Decree decree)
    {
        var members = new List<Firm>();
        foreach (var id in decree.Members)
            if (world.Firms[id].InBusiness)
                members.Add(world.Firms[id]);
        if (members.Count < 2 || world.Open.Count == 0)
            return;

        var opportunities = Promising(world, members, Math.Max(1, decree.Projects));
        var alliance = Proposals.Draft(world, members, members[0].Id, opportunities[0], decree.Name, byDecree: true);
        for (var p = 0; p < Math.Min(decree.Projects, opportunities.Count); p++)
            alliance.FoundingConcepts.Add(world.NextConcept(opportunities[p], members[0].Id));
        world.Found(alliance, members);
        if (decree.Trust is { } trust)
        {
            foreach (var firm in members)
                foreach (var other in members)
                    if (other != firm)
                        world.Trust.Of(firm.Id, other.Id) = trust;
            alliance.TrustAtStart = trust;
        }

        world.Tell(HappeningKind.Founded, alliance, members[0], members[1], why: "decree");
    }

    private static List<Opportunity> Promising(World world, List<Firm> members, int count)
    {
        var best = new double[world.Setting.Industry.Domains];
        foreach (var firm in members)
            World.RaiseTo(best, firm.Capabilities);
        return [.. world.Open.OrderByDescending(o => o.Value * o.Coverage(best)).ThenBy(o => o.Id).Take(count)];
    }
}
