using Entente.Engine;
using Entente.Randomness;
using Entente.Worlds;

namespace Entente.Mechanisms.Negotiation;

/// <summary>Plays a month at every negotiating table: clauses, breaking off, closing, completion.</summary>
internal sealed class NegotiationPhase : IPhase
{
    private readonly Lots _clauses = new();
    private readonly Lots _lots = new();
    private readonly List<Alliance> _negotiating = [];
    private double[] _revelations = [];

    public string Name => "Negotiation";

    public void Apply(World world)
    {
        if (_revelations.Length != world.Firms.Length)
            _revelations = new double[world.Firms.Length];
        Array.Clear(_revelations);
        _negotiating.Clear();
        foreach (var alliance in world.Alliances)
            if (alliance.Phase == AlliancePhase.Negotiate)
                _negotiating.Add(alliance);
        Draw(world);

        foreach (var alliance in _negotiating)
            if (alliance.ByDecree)
                Sign(world, alliance);
            else
                Negotiate(world, alliance, _lots.Next());
        foreach (var firm in world.Firms)
            firm.Fairness = Math.Clamp(firm.Fairness + _revelations[firm.Id], 0, 1);
    }

    private void Draw(World world)
    {
        _clauses.Clear();
        _lots.Clear();
        foreach (var alliance in _negotiating)
        {
            if (alliance.ByDecree)
                continue;
            _lots.Ask(alliance.First, alliance.Second);
            foreach (var member in alliance.Members)
                _clauses.Ask(member.Firm.Id, member.Firm.Id == alliance.First ? alliance.Second : alliance.First);
        }

        _lots.Draw(world.Draws, Process.Negotiation, world.Month);
        _clauses.Draw(world.Draws, Process.Clause, world.Month);
    }

    private void Negotiate(World world, Alliance alliance, Luck luck)
    {
        var options = world.Setting.Parameters.Negotiation;
        alliance.NegotiationMonths++;
        foreach (var member in alliance.Members)
            _revelations[member.Firm.Id] += NegotiationRules.Revelation(
                options, alliance.Dials, alliance.Leadership, member.Firm.Fairness);

        AddClauses(world, options, alliance);

        var leastTrust = world.LeastTrust(alliance);
        if (luck.Chance(NegotiationRules.BreakdownRisk(
            options, alliance.Dials, leastTrust, world.MeanRivalry(alliance), alliance.ProcessQuality)))
        {
            world.End(alliance, Ending.BrokenOff);
            return;
        }

        if (alliance.FoundingConcepts.Count > 0 && !alliance.Opportunity.IsOpen(world.Month))
        {
            if (!luck.Chance(alliance.Dials.OpenScope))
            {
                world.End(alliance, Ending.Closed);
                return;
            }

            alliance.FoundingConcepts.Clear();
            world.Tell(HappeningKind.FoundingDropped, alliance);
        }

        alliance.WorkDone += NegotiationRules.Speed(
            options, alliance.Dials, world.LevelOf(alliance), leastTrust, MeanFairness(alliance));
        if (alliance.WorkDone >= alliance.Work)
            Sign(world, alliance);
    }

    private void AddClauses(World world, NegotiationOptions options, Alliance alliance)
    {
        foreach (var member in alliance.Members)
        {
            if (!_clauses.Next().Chance(NegotiationRules.ClauseRisk(options, member.Firm.ControlBias, alliance.ProcessQuality)))
                continue;
            alliance.Tighten(options.ClauseControl);
            alliance.Work += options.ClauseWork;
            world.Tell(HappeningKind.ClauseAdded, alliance, member.Firm);
        }
    }

    /// <summary>Starts operation: members perceive justice as the table was run, and the founding concept is the first project.</summary>
    private static void Sign(World world, Alliance alliance)
    {
        alliance.Phase = AlliancePhase.Operate;
        alliance.SignedMonth = world.Month;
        world.Tally.Signed++;
        foreach (var member in alliance.Members)
            member.Justice = NegotiationRules.InitialJustice(world.Setting.Parameters.Negotiation, alliance.ProcessQuality);
        alliance.JusticeAtStart = alliance.MeanJustice();
        world.Tell(HappeningKind.Signed, alliance);
        foreach (var concept in alliance.FoundingConcepts)
            world.Begin(alliance, concept);
    }

    private static double MeanFairness(Alliance alliance)
    {
        var sum = 0.0;
        foreach (var member in alliance.Members)
            sum += member.Firm.Fairness;
        return sum / alliance.Size;
    }
}
