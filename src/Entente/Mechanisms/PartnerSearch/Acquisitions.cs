using Entente.Worlds;

namespace Entente.Mechanisms.PartnerSearch;

/// <summary>
/// Lets one firm swallow another: core, markets and skills join the buyer's; slots, experts, alliances and projects pass to it. An alliance that
/// both are in ends as merged.
/// </summary>
internal static class Acquisitions
{
    public static void Apply(World world, Firm buyer, Firm target)
    {
        var price = world.Setting.Parameters.PartnerSearch.AcquisitionPrice * target.CoreRevenue;
        World.PayOut(buyer, price);
        world.Tell(HappeningKind.Acquired, firm: buyer, other: target, amount: price);
        for (var a = target.Alliances.Count - 1; a >= 0; a--)
            if (target.Alliances[a].MemberOf(buyer) is not null)
                world.End(target.Alliances[a], Ending.Merged);
        world.Succeed(buyer, target);

        var total = buyer.CoreRevenue + target.CoreRevenue;
        for (var m = 0; m < buyer.Presence.Length && total > 0; m++)
            buyer.Presence[m] = (buyer.Presence[m] * buyer.CoreRevenue + target.Presence[m] * target.CoreRevenue) / total;
        World.RaiseTo(buyer.Capabilities, target.Capabilities);
        buyer.Size += target.Size;
        buyer.Changes++;
        world.MarketsChanged(buyer);
        foreach (var alliance in buyer.Alliances)
            alliance.Settle(world.Trust);
        buyer.CoreRevenue = total;
        buyer.Slots += target.Slots;
        buyer.ExpertCapacity += target.ExpertCapacity;
        target.CoreRevenue = 0;
        target.AcquiredMonth = world.Month;
    }
}
