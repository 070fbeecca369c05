using Entente.Engine;
using Entente.Randomness;
using Entente.Worlds;

namespace Entente.Mechanisms.Trust;

/// <summary>Lets members see what the others did, and lets trust between firms that are not allied fade.</summary>
internal sealed class TrustPhase : IPhase
{
    private readonly Lots _lots = new();

    public string Name => "Trust";

    public void Apply(World world)
    {
        var options = world.Setting.Parameters.Trust;
        _lots.Clear();
        foreach (var alliance in world.Alliances)
            if (alliance.InOperation)
                foreach (var member in alliance.Members)
                    foreach (var other in alliance.Members)
                        if (other != member && IsSeen(other))
                            _lots.Ask(member.Firm.Id, other.Firm.Id);
        _lots.Draw(world.Draws, Process.Perception, world.Month);

        foreach (var alliance in world.Alliances)
        {
            if (!alliance.InOperation)
                continue;
            foreach (var member in alliance.Members)
            {
                var (seen, contributing) = (member.Seen, member.SeenContributing);
                foreach (var other in alliance.Members)
                    if (other != member)
                        Learn(world, options, alliance, member, other);
                member.SeenLast = member.Seen == seen ? 1 : (double)(member.SeenContributing - contributing) / (member.Seen - seen);
            }

            alliance.TrustAtEnd = world.MeanTrust(alliance);
            alliance.JusticeAtEnd = alliance.MeanJustice();
        }

        Fade(world, options);
    }

    // A leaver's last month is not learned from: that it left is dealt with when it leaves.
    private static bool IsSeen(Member other) => other.Action != Choice.Leave;

    private void Learn(World world, TrustOptions options, Alliance alliance, Member member, Member other)
    {
        ref var kept = ref world.Trust[alliance.Bond(member.Place, other.Place)];
        var trust = kept;
        if (IsSeen(other))
        {
            var contributed = Sees(options, alliance, member, other);
            member.Seen++;
            if (contributed)
                member.SeenContributing++;
            trust = contributed
                ? TrustRules.AfterContribution(trust, TrustRules.Growth(options, alliance.Dials.Contact, alliance.Enforceable))
                : TrustRules.AfterBreach(trust, TrustRules.Breakage(
                    options, member.Justice, alliance.ProcessQuality, alliance.Dials.BlamelessReview));
        }

        trust = TrustRules.AfterProcess(options, trust, member.Justice, alliance.ProcessQuality);
        kept = TrustRules.AfterClinic(options, alliance.Dials, trust);
    }

    private bool Sees(TrustOptions options, Alliance alliance, Member member, Member other)
    {
        var luck = _lots.Next();
        if (other.Action == Choice.Withhold)
            return !luck.Chance(alliance.Detection);
        var distance = Math.Abs(member.Firm.Culture - other.Firm.Culture);
        return !luck.Chance(TrustRules.Mistake(options, alliance.Dials.Contact, alliance.ProcessQuality, distance));
    }

    private static void Fade(World world, TrustOptions options)
    {
        var dyads = world.Trust.Dyads;
        for (var place = 0; place < dyads.Length; place++)
        {
            ref var dyad = ref dyads[place];
            if (dyad.Alliances > 0)
                continue;
            var rivalry = world.Rivalry(ref dyad);
            Fade(options, ref world.Trust[2 * place], world.UnmetTrust(world.Firms[dyad.Low], rivalry));
            Fade(options, ref world.Trust[2 * place + 1], world.UnmetTrust(world.Firms[dyad.High], rivalry));
        }
    }

    private static void Fade(TrustOptions options, ref double trust, double unmetTrust) =>
        trust = TrustRules.AfterIdleMonth(options, trust, unmetTrust);
}
