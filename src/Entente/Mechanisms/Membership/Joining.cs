using Entente.Mechanisms.Entry;
using Entente.Mechanisms.Governance;
using Entente.Mechanisms.Negotiation;
using Entente.Randomness;
using Entente.Worlds;

namespace Entente.Mechanisms.Membership;

/// <summary>Lets firms apply to alliances with open membership, and members vote.</summary>
internal sealed class Joining
{
    private readonly List<(double Key, Firm Firm)> _order = [];
    private readonly List<Alliance> _open = [];

    public void Apply(World world)
    {
        _open.Clear();
        foreach (var alliance in world.Alliances)
            if (alliance.InOperation && alliance.Dials.OpenMembership > 0)
                _open.Add(alliance);
        if (_open.Count == 0)
            return;

        _order.Clear();
        foreach (var firm in world.Firms)
            _order.Add((world.Draws.At(Process.FirmOrder, world.Month, firm.Id).Uniform(), firm));
        _order.Sort(static (x, y) => x.Key != y.Key ? x.Key.CompareTo(y.Key) : x.Firm.Id.CompareTo(y.Firm.Id));
        foreach (var (_, firm) in _order)
            foreach (var alliance in _open)
                if (firm.HasFreeSlot && !IsAlliedWithAny(firm, alliance))
                    Consider(world, firm, alliance);
    }

    private static void Consider(World world, Firm firm, Alliance alliance)
    {
        var options = world.Setting.Parameters.Membership;
        var luck = world.Draws.At(Process.Application, world.Month, firm.Id, alliance.First);
        if (!luck.Chance(options.ApplicationRate * alliance.Dials.OpenMembership) || Utility(world, firm, alliance) <= 0)
            return;

        var gain = CoverageGain(world, firm, alliance);
        var agreeing = 0;
        foreach (var member in alliance.Members)
            if (MembershipRules.Welcomes(
                options, gain, Relations.Rivalry(member.Firm, firm), world.TrustOf(member.Firm, firm)))
                agreeing++;
        var accepted = GovernanceRules.Stands(alliance.Dials, agreeing, alliance.Size);
        world.Tell(HappeningKind.Applied, alliance, firm, why: accepted ? "accepted" : "refused");
        if (!accepted)
            return;

        var entrant = world.Join(alliance, firm);
        entrant.Justice = NegotiationRules.InitialJustice(world.Setting.Parameters.Negotiation, alliance.ProcessQuality);
    }

    private static bool IsAlliedWithAny(Firm firm, Alliance alliance)
    {
        foreach (var member in alliance.Members)
            if (member.Firm == firm || firm.IsAlliedWith(member.Firm))
                return true;
        return false;
    }

    /// <summary>Entry utility for the alliance's mean project, with the applicant counted in.</summary>
    private static double Utility(World world, Firm firm, Alliance alliance)
    {
        var parameters = world.Setting.Parameters;
        double trust = 0, size = firm.Size;
        foreach (var member in alliance.Members)
        {
            trust += world.TrustOf(firm, member.Firm) / alliance.Size;
            size += member.Firm.Size;
        }

        var share = (1 - alliance.Dials.PowerSplit) / (alliance.Size + 1) + alliance.Dials.PowerSplit * firm.Size / size;
        var belief = EntryRules.Belief(parameters.Entry, alliance.Dials, trust, firm.Fairness, alliance.MeanNovelty());
        return EntryRules.Utility(
            parameters.Entry, alliance.Dials, parameters.Investment.Months, share, MeanCoverage(world, alliance), belief);
    }

    private static double MeanCoverage(World world, Alliance alliance)
    {
        if (alliance.Projects.Count == 0)
            return world.JointCoverage(alliance, alliance.Opportunity);
        var sum = 0.0;
        foreach (var project in alliance.Projects)
            sum += project.Coverage;
        return sum / alliance.Projects.Count;
    }

    private static double CoverageGain(World world, Firm firm, Alliance alliance)
    {
        Span<double> without = stackalloc double[world.Setting.Industry.Domains];
        Span<double> with = stackalloc double[world.Setting.Industry.Domains];
        World.BestOf(alliance, without);
        without.CopyTo(with);
        World.RaiseTo(with, firm.Capabilities);
        if (alliance.Projects.Count == 0)
            return alliance.Opportunity.Coverage(with) - alliance.Opportunity.Coverage(without);
        var sum = 0.0;
        foreach (var project in alliance.Projects)
            sum += project.Opportunity.Coverage(with) - project.Opportunity.Coverage(without);
        return sum / alliance.Projects.Count;
    }
}
