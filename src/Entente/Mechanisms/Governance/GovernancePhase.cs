using Entente.Engine;
using Entente.Randomness;
using Entente.Worlds;

namespace Entente.Mechanisms.Governance;

/// <summary>
/// Plays a month of governance in every alliance in operation: leaders rest or tire, the contract ages, contingencies come one after the
/// other, justice and beliefs follow, posts rotate, and what no longer fits is restructured.
/// </summary>
internal sealed class GovernancePhase : IPhase
{
    private readonly Lots _lots = new();
    private double[] _revelations = [];

    public string Name => "Governance";

    public void Apply(World world)
    {
        if (_revelations.Length != world.Firms.Length)
            _revelations = new double[world.Firms.Length];
        Array.Clear(_revelations);
        _lots.Clear();
        foreach (var alliance in world.Alliances)
            if (alliance.InOperation)
                _lots.Ask(alliance.First, alliance.Second);
        _lots.Draw(world.Draws, Process.Governance, world.Month);
        foreach (var alliance in world.Alliances)
            if (alliance.InOperation)
                Govern(world, alliance, _lots.Next());
        foreach (var firm in world.Firms)
            firm.Fairness = Math.Clamp(firm.Fairness + _revelations[firm.Id], 0, 1);
    }

    private void Govern(World world, Alliance alliance, Luck luck)
    {
        var options = world.Setting.Parameters.Governance;
        alliance.OperationMonths++;
        if (alliance.SignedMonth != world.Month)
            alliance.MonthsSinceNegotiation++;
        foreach (var member in alliance.Members)
            member.Angry = false;

        alliance.Leadership = GovernanceRules.Rested(options, alliance.Leadership, alliance.LeadershipAtStart,
            alliance.StaminaTaken, GovernanceRules.Stamina(options, world.LevelOf(alliance)));
        alliance.StaminaTaken = 0;
        ReadContract(world, options, alliance);

        var count = luck.Poisson(GovernanceRules.Contingencies(
            options, world.Turbulence, alliance.MeanNovelty(), alliance.ActiveProjects()));
        for (var contingency = 0; contingency < count; contingency++)
            Contingencies.Meet(world, options, alliance, ref luck);

        foreach (var member in alliance.Members)
        {
            member.Justice = GovernanceRules.AfterMonth(options, member.Justice, alliance.ProcessQuality);
            _revelations[member.Firm.Id] += GovernanceRules.Revelation(
                options, alliance.Dials, alliance.Leadership, member.Firm.Fairness);
        }

        if (luck.Chance(alliance.Dials.PostRotation / 12))
            RotatePosts(world, options, alliance);
        Restructure(world, options, alliance);
    }

    /// <summary>Works out what the contract can enforce and who would notice a breach.</summary>
    internal static void ReadContract(World world, GovernanceOptions options, Alliance alliance)
    {
        var unspecified = GovernanceRules.Unspecified(
            alliance.MeanNovelty(), world.Turbulence, alliance.MonthsSinceNegotiation);
        alliance.Enforceable = GovernanceRules.Enforceable(alliance.Dials, unspecified);
        alliance.Detection = GovernanceRules.Detection(options, alliance.Dials, alliance.ProcessQuality);
    }

    private static void RotatePosts(World world, GovernanceOptions options, Alliance alliance)
    {
        foreach (var member in alliance.Members)
            foreach (var other in alliance.Members)
                if (other != member)
                {
                    ref var trust = ref world.Trust[alliance.Bond(member.Place, other.Place)];
                    trust = GovernanceRules.AfterRotation(options, trust, member.Firm.GeneralTrust);
                }

        world.Tell(HappeningKind.PostsRotated, alliance);
    }

    private static void Restructure(World world, GovernanceOptions options, Alliance alliance)
    {
        if (alliance.Phase == AlliancePhase.Restructure)
        {
            alliance.RestructuringMonths++;
            if (world.Month >= alliance.RestructuringEnds)
                Conclude(world, options, alliance);
            return;
        }

        var lockedIn = false;
        foreach (var member in alliance.Members)
            lockedIn |= member.LockedIn;
        if (!lockedIn && alliance.MeanMisfit() <= options.RestructuringMisfit)
            return;
        if (alliance.LastRestructuring is { } last && world.Month - last < options.RestructuringInterval)
            return;
        alliance.Phase = AlliancePhase.Restructure;
        alliance.RestructuringMonths++;
        alliance.LastRestructuring = world.Month;
        alliance.RestructuringEnds = world.Month + options.RestructuringMonths;
        alliance.StallMonths += options.RestructuringMonths;
        world.Tell(HappeningKind.RestructuringBegan, alliance, why: lockedIn ? "locked in" : "misfit");
    }

    private static void Conclude(World world, GovernanceOptions options, Alliance alliance)
    {
        alliance.Phase = AlliancePhase.Operate;
        alliance.RestructuringMonths--;
        var luck = world.Draws.At(Process.Restructuring, world.Month, alliance.First, alliance.Second);
        var succeeds = luck.Chance(GovernanceRules.RestructuringSuccess(world.LeastTrust(alliance), alliance.ProcessQuality));
        world.Tell(HappeningKind.RestructuringEnded, alliance, why: succeeds ? "succeeded" : "failed");
        if (!succeeds)
            return;
        alliance.MonthsSinceNegotiation = 0;
        ReadContract(world, options, alliance);
        foreach (var project in alliance.Projects)
            project.Misfit *= options.RestructuringRelief;
    }
}
