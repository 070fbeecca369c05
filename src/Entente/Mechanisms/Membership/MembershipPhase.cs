using Entente.Engine;
using Entente.Randomness;
using Entente.Worlds;

namespace Entente.Mechanisms.Membership;

/// <summary>Firms that fail are gone, leavers leave, members buy others out, others join - and what has lost its purpose ends.</summary>
internal sealed class MembershipPhase : IPhase
{
    private readonly Joining _joining = new();

    public string Name => "Membership";

    public void Apply(World world)
    {
        Failures.Apply(world);
        foreach (var alliance in world.Alliances)
            if (alliance.InOperation)
                Leaving.Apply(world, alliance);
        if (world.Setting.Parameters.Membership.BuyOuts)
            foreach (var alliance in world.Alliances)
                if (alliance.InOperation)
                    BuyingOut.Apply(world, alliance);
        _joining.Apply(world);
        foreach (var alliance in world.Alliances)
        {
            if (alliance.InOperation)
                EndIfPurposeless(world, alliance);
            foreach (var member in alliance.Members)
                member.LastAction = member.Action;
        }
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
