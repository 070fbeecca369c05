using Entente.Mechanisms.Entry;
using Entente.Mechanisms.Negotiation;
using Entente.Randomness;
using Entente.Worlds;

namespace Entente.Mechanisms.PartnerSearch;

/// <summary>Puts a proposal to a team: who refuses drops out, and two or more go on to negotiate.</summary>
internal sealed class Proposals
{
    private readonly List<Firm> _entering = [];

    public void Put(World world, List<Firm> team, Concept concept)
    {
        world.Tally.Proposed++;
        world.Tell(HappeningKind.Proposed, firm: team[0], other: team[1], amount: team.Count);
        _entering.Clear();
        foreach (var firm in team)
            if (Enters(world, team, firm, concept.Opportunity))
                _entering.Add(firm);
            else
                world.Tell(HappeningKind.Refused, firm: firm, other: team[0]);
        if (_entering.Count < 2)
            return;

        var dials = world.Setting.Dials;
        var alliance = Draft(world, _entering, team[0].Id, concept.Opportunity, "", byDecree: false);
        alliance.FoundingConcepts.Add(concept);
        alliance.Work = NegotiationRules.Work(
            world.Setting.Parameters.Negotiation, dials, concept.Opportunity.Novelty, _entering.Count);
        world.Found(alliance, _entering);
        world.Tally.Formed++;
        world.Tell(HappeningKind.Formed, alliance, _entering[0], _entering[1]);
    }

    /// <summary>An alliance yet to be founded; those who will run its process are drawn by the two members of lowest number.</summary>
    public static Alliance Draft(
        World world, List<Firm> members, int founder, Opportunity opportunity, string name, bool byDecree)
    {
        int first = int.MaxValue, second = int.MaxValue;
        foreach (var firm in members)
            if (firm.Id < first)
                (first, second) = (firm.Id, first);
            else if (firm.Id < second)
                second = firm.Id;
        var leadership = world.Draws.At(Process.Leadership, world.Month, first, second)
            .BetaByMean(world.Setting.Dials.Leadership, world.Setting.Industry.LeadershipConcentration);
        var alliance = world.NextAlliance(world.Setting.Dials, opportunity);
        (alliance.Name, alliance.Founder, alliance.ByDecree) = (name, founder, byDecree);
        alliance.Leadership = alliance.LeadershipAtStart = leadership;
        return alliance;
    }

    private static bool Enters(World world, List<Firm> team, Firm firm, Opportunity opportunity)
    {
        var parameters = world.Setting.Parameters;
        var dials = world.Setting.Dials;
        double trust = 0, size = 0;
        Span<double> best = stackalloc double[world.Setting.Industry.Domains];
        best.Clear();
        foreach (var other in team)
        {
            World.RaiseTo(best, other.Capabilities);
            size += other.Size;
            if (other != firm)
                trust += world.TrustOf(firm, other) / (team.Count - 1);
        }

        var belief = EntryRules.Belief(parameters.Entry, dials, trust, firm.Fairness, opportunity.Novelty);
        var share = (1 - dials.PowerSplit) / team.Count + dials.PowerSplit * firm.Size / size;
        var utility = EntryRules.Utility(
            parameters.Entry, dials, parameters.Investment.Months, share, opportunity.Coverage(best), belief);
        var luck = world.Draws.At(Process.Entry, world.Month, firm.Id, team[0].Id);
        return utility + luck.Logistic(parameters.Entry.Noise) > 0;
    }
}
