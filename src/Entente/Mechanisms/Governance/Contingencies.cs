using Entente.Randomness;
using Entente.Worlds;

namespace Entente.Mechanisms.Governance;

/// <summary>How an alliance deals with what comes up: foreseen, settled or debated by the process, or renegotiated.</summary>
internal static class Contingencies
{
    public static void Meet(World world, GovernanceOptions options, Alliance alliance, ref Luck luck)
    {
        if (luck.Chance(GovernanceRules.Foreseen(options, alliance.Dials, alliance.Enforceable)))
            return;
        if (luck.Chance(alliance.Dials.FairProcess))
            Decide(world, options, alliance, ref luck);
        else
            Renegotiate(world, options, alliance, ref luck);
    }

    private static void Decide(World world, GovernanceOptions options, Alliance alliance, ref Luck luck)
    {
        var settled = luck.Chance(options.SettledShare * alliance.Leadership);
        if (settled)
            world.Tell(HappeningKind.Settled, alliance);
        else
            Debate(world, options, alliance, ref luck);
        Show(options, alliance, (settled ? options.SettledSignal : options.DebatedSignal) * alliance.Leadership);
    }

    private static void Debate(World world, GovernanceOptions options, Alliance alliance, ref Luck luck)
    {
        Span<bool> dissents = stackalloc bool[alliance.Size];
        for (var vote = 1; vote <= 1 + options.Revotes; vote++)
        {
            alliance.StaminaTaken += options.DebatePoints;
            var agreeing = 0;
            for (var m = 0; m < alliance.Size; m++)
            {
                var member = alliance.Members[m];
                dissents[m] = luck.Chance(GovernanceRules.Dissent(
                    options, world.MeanTrust(alliance, member), world.MeanRivalry(alliance, member)));
                if (!dissents[m])
                    agreeing++;
            }

            if (GovernanceRules.Stands(alliance.Dials, agreeing, alliance.Size))
            {
                world.Tell(HappeningKind.Decided, alliance, amount: vote);
                for (var m = 0; m < alliance.Size; m++)
                    if (dissents[m])
                        Dissent(world, options, alliance, alliance.Members[m], ref luck);
                return;
            }

            // Only a vote that another follows costs a month: after the last the matter is dropped.
            if (vote <= options.Revotes)
                alliance.StallMonths++;
        }

        world.Tell(HappeningKind.Undecided, alliance, amount: 1 + options.Revotes);
    }

    private static void Dissent(World world, GovernanceOptions options, Alliance alliance, Member member, ref Luck luck)
    {
        if (!luck.Chance(alliance.Dials.StepOutRight))
        {
            member.Justice = Math.Max(0, member.Justice - options.OutvotedLoss);
            world.Tell(HappeningKind.Outvoted, alliance, member.Firm);
            return;
        }

        var candidates = 0;
        foreach (var project in alliance.Projects)
            if (CanStepOut(project, member.Firm))
                candidates++;
        if (candidates == 0)
            return;
        var chosen = luck.Below(candidates);
        foreach (var project in alliance.Projects)
        {
            if (!CanStepOut(project, member.Firm) || chosen-- > 0)
                continue;
            World.StepOut(project, member.Firm);
            world.Tell(HappeningKind.SteppedOut, alliance, member.Firm, project: project);
            return;
        }
    }

    // The last participant cannot step out: the project would belong to nobody.
    private static bool CanStepOut(Project project, Firm firm) =>
        !project.Transplanted && project.TakesPart(firm) && project.Participants() > 1;

    private static void Renegotiate(World world, GovernanceOptions options, Alliance alliance, ref Luck luck)
    {
        var leastTrust = world.LeastTrust(alliance);
        var stall = luck.Geometric(GovernanceRules.MeanStall(options, alliance.Dials, leastTrust));
        alliance.StallMonths += stall;
        var conflict = luck.Chance(GovernanceRules.ConflictRisk(
            options, alliance.Dials, leastTrust, world.MeanRivalry(alliance)));
        world.Tell(conflict ? HappeningKind.Conflict : HappeningKind.Renegotiated, alliance, amount: stall);
        if (conflict)
            Break(world, options, alliance, ref luck);
        else
        {
            alliance.MonthsSinceNegotiation = 0;
            GovernancePhase.ReadContract(world, options, alliance);
        }

        Show(options, alliance, options.RenegotiatedSignal);
    }

    private static void Break(World world, GovernanceOptions options, Alliance alliance, ref Luck luck)
    {
        foreach (var member in alliance.Members)
            foreach (var other in alliance.Members)
                if (other != member)
                    world.Trust[alliance.Bond(member.Place, other.Place)] *= options.ConflictTrust;
        if (!luck.Chance(options.AngerRate))
            return;
        var angered = alliance.Members[luck.Below(alliance.Size)];
        angered.Angry = true;
        world.Tell(HappeningKind.Angered, alliance, angered.Firm);
    }

    private static void Show(GovernanceOptions options, Alliance alliance, double signal)
    {
        foreach (var member in alliance.Members)
            member.Justice = GovernanceRules.AfterDecision(options, member.Justice, signal);
    }
}
