using Entente.Worlds;

namespace Entente.Mechanisms.Membership;

/// <summary>Lets members that chose to leave do so: all at once, so that none is paid by another that leaves with it.</summary>
internal static class Leaving
{
    public static void Apply(World world, Alliance alliance)
    {
        var options = world.Setting.Parameters.Membership;
        var staying = 0;
        foreach (var member in alliance.Members)
            if (member.Action != Choice.Leave)
                staying++;
        if (staying == alliance.Size)
            return;

        var meanValue = alliance.MeanValue();
        var factor = MembershipRules.TrustAfterDesertion(options, alliance.Dials, alliance.ProcessQuality);
        foreach (var leaver in alliance.Members)
        {
            if (leaver.Action != Choice.Leave)
                continue;
            var paid = Settle(world, options, alliance, leaver, staying, meanValue);
            foreach (var other in alliance.Members)
                if (other != leaver)
                    world.Trust[alliance.Bond(other.Place, leaver.Place)] *= factor;
            world.Tally.Exits++;
            world.Tally.ExitCosts += paid;
            world.Tell(HappeningKind.Left, alliance, leaver.Firm, why: leaver.Angry ? "angry" : "", amount: paid);
        }

        for (var m = alliance.Size - 1; m >= 0; m--)
            if (alliance.Members[m].Action == Choice.Leave)
                world.Part(alliance, alliance.Members[m]);
        if (alliance.Size < 2)
            world.End(alliance, Ending.Left);
    }

    private static double Settle(
        World world, MembershipOptions options, Alliance alliance, Member leaver, int staying, double meanValue)
    {
        if (staying == 0)
            return 0;
        var sunk = alliance.SunkBy(leaver.Firm);
        var cost = MembershipRules.ExitCost(options, alliance.Dials.ExitBarrier, sunk, meanValue);
        var recovered = MembershipRules.Recovered(options, alliance.Dials.ExitBarrier, sunk);
        foreach (var member in alliance.Members)
            if (member.Action != Choice.Leave)
                World.Transfer(leaver.Firm, member.Firm, (cost - recovered) / staying);
        return cost;
    }
}
