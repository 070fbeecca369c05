using Entente.Worlds;

namespace Entente.Mechanisms.Membership;

/// <summary>Takes firms out of business whose income stayed too low for too long.</summary>
internal static class Failures
{
    public static void Apply(World world)
    {
        var options = world.Setting.Parameters.Membership;
        foreach (var firm in world.Firms)
            if (firm.InBusiness && firm.MonthsFailing >= options.FailureMonths)
                Fail(world, firm);
    }

    private static void Fail(World world, Firm firm)
    {
        world.Tell(HappeningKind.FirmFailed, firm: firm);
        for (var a = firm.Alliances.Count - 1; a >= 0; a--)
        {
            var alliance = firm.Alliances[a];
            if (alliance.Size == 2)
                world.End(alliance, Ending.FirmFailed);
            else
                world.Part(alliance, alliance.MemberOf(firm)!);
        }

        for (var p = world.Projects.Count - 1; p >= 0; p--)
        {
            var project = world.Projects[p];
            if (project.HasEnded || !project.HasStake(firm))
                continue;
            if (project.TakesPart(firm) && project.Participants() == 1)
                world.End(project, ProjectStage.Stopped, "firm failed");
            else
                project.Remove(firm);
        }

        firm.CoreRevenue = 0;
        firm.FailedMonth = world.Month;
    }
}
