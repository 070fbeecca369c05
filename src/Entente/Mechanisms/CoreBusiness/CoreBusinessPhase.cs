using Entente.Engine;
using Entente.Mechanisms.Membership;
using Entente.Worlds;

namespace Entente.Mechanisms.CoreBusiness;

/// <summary>Closes the month's books of every firm, and lets disruption eat its core.</summary>
internal sealed class CoreBusinessPhase : IPhase
{
    public string Name => "Core business";

    public void Apply(World world)
    {
        var parameters = world.Setting.Parameters;
        foreach (var firm in world.Firms)
        {
            var income = firm.CoreRevenue + firm.OtherIncome;
            firm.TotalIncome += income;
            world.Tally.Income += income;
            firm.MonthsFailing = MembershipRules.IsFailing(parameters.Membership, income, firm.CoreAtStart) ? firm.MonthsFailing + 1 : 0;
            firm.CoreRevenue = CoreBusinessRules.Next(parameters.CoreBusiness, firm.CoreRevenue, world.Disruption, firm.LiveValue);
        }
    }
}
