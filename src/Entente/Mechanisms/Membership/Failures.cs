using Entente.Worlds;

namespace Entente.Mechanisms.Membership;

/// <summary>Takes firms out of business whose income stayed too low for too long.</summary>
internal static class Failures
{
    public static void Apply(World world)
    {
        var options = world.Setting.Parameters.Membership;
        var any = false;
        foreach (var firm in world.Firms)
        {
            if (!firm.InBusiness || firm.MonthsFailing < options.FailureMonths)
                continue;
            Fail(world, firm);
            any = true;
        }

        if (any)
            foreach (var project in world.Projects)
                if (!project.HasEnded)
                    GiveUp(world, project);
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

        firm.CoreRevenue = 0;
        firm.FailedMonth = world.Month;
    }

    // What is left to give up are builds, and transplanted projects: they do not go with an alliance.
    private static void GiveUp(World world, Project project)
    {
        for (var place = project.Stakes.Length - 1; place >= 0; place--)
        {
            var firm = project.Stakes[place].Firm;
            if (firm.FailedMonth != world.Month)
                continue;
            if (project.TakesPart(firm) && project.Participants() == 1)
            {
                world.End(project, ProjectStage.Stopped, "firm failed");
                return;
            }

            project.Remove(firm);
        }
    }
}
