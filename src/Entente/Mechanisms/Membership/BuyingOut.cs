using Entente.Randomness;
using Entente.Worlds;

namespace Entente.Mechanisms.Membership;

/// <summary>Lets a member buy the others out of a project that does well.</summary>
internal static class BuyingOut
{
    public static void Apply(World world, Alliance alliance)
    {
        var options = world.Setting.Parameters.Membership;
        for (var p = alliance.Projects.Count - 1; p >= 0; p--)
        {
            var project = alliance.Projects[p];
            if (!project.IsLive || project.Transplanted)
                continue;
            var luck = world.Draws.At(
                Process.BuyOut, world.Month, project.Opportunity.Address, project.Concept.Lead, project.Concept.Number);
            if (!luck.Chance(MembershipRules.BuyOutRisk(options, project.MonthValue / project.Opportunity.Value)))
                continue;
            var buyer = Owner(project, luck.Below(project.Participants()));
            var price = 0.0;
            foreach (ref readonly var stake in project.Stakes)
            {
                if (stake.Firm == buyer)
                    continue;
                var amount = options.BuyOutMonths * project.MonthValue * stake.Share;
                World.Transfer(buyer, stake.Firm, amount);
                price += amount;
            }

            World.BuyOut(project, buyer);
            world.Tell(HappeningKind.BoughtOut, alliance, buyer, project: project, amount: price);
        }
    }

    private static Firm Owner(Project project, int place)
    {
        foreach (ref readonly var stake in project.Stakes)
            if (!stake.SteppedOut && place-- == 0)
                return stake.Firm;
        throw new InvalidOperationException($"project {project.Id} has no owner left to buy it");
    }
}
