using Entente.Engine;
using Entente.Randomness;
using Entente.Worlds;

namespace Entente.Mechanisms.Membership;

/// <summary>Firms that fail are gone, leavers leave, members buy others out, others join - and what has lost its purpose ends.</summary>
internal sealed class MembershipPhase : IPhase
{
    private readonly List<Alliance> _alliances = [];
    private readonly Joining _joining = new();

    public string Name => "Membership";

    public void Apply(World world)
    {
        Failures.Apply(world);
        foreach (var alliance in InOperation(world))
            Leaving.Apply(world, alliance);
        if (world.Setting.Parameters.Membership.BuyOuts)
            foreach (var alliance in InOperation(world))
                BuyingOut.Apply(world, alliance);
        _joining.Apply(world, InOperation(world));
        foreach (var alliance in InOperation(world))
            EndIfPurposeless(world, alliance);
        foreach (var alliance in InOperation(world))
            foreach (var member in alliance.Members)
                member.LastAction = member.Action;
    }

    private List<Alliance> InOperation(World world)
    {
        _alliances.Clear();
        foreach (var alliance in world.Alliances)
            if (alliance.InOperation)
                _alliances.Add(alliance);
        return _alliances;
    }

    private static void EndIfPurposeless(World world, Alliance alliance)
    {
        if (alliance.Projects.Count > 0)
        {
            alliance.MonthsWithoutProject = null;
            return;
        }

        // One that was signed without a project has already drawn, when its opportunity closed, that it goes on.
        var hadProject = alliance.ProjectsBegun > 0;
        if (hadProject && alliance.MonthsWithoutProject is null
            && !world.Draws.At(Process.Dormancy, world.Month, alliance.First, alliance.Second)
                .Chance(MembershipRules.GoesOn(alliance.Dials)))
        {
            world.End(alliance,
                alliance.LastProjectBoughtOut ? Ending.BoughtOut
                : alliance.LastProjectEnd == ProjectStage.Obsolete ? Ending.Completed
                : Ending.Failed);
            return;
        }

        alliance.MonthsWithoutProject = (alliance.MonthsWithoutProject ?? 0) + 1;
        if (alliance.MonthsWithoutProject >= world.Setting.Parameters.Membership.DormantMonths)
            world.End(alliance, Ending.Dormant);
    }
}
