using Entente.Engine;
using Entente.Mechanisms.Membership;
using Entente.Mechanisms.Operation;
using Entente.Mechanisms.Pipeline;
using Entente.Randomness;
using Entente.Worlds;

namespace Entente.Mechanisms.Conduct;

/// <summary>Lets every member of every alliance in operation choose: contribute, withhold or leave.</summary>
internal sealed class ConductPhase : IPhase
{
    private readonly Lots _lots = new();

    public string Name => "Conduct";

    public void Apply(World world)
    {
        _lots.Clear();
        foreach (var alliance in world.Alliances)
            if (alliance.InOperation)
                foreach (var member in alliance.Members)
                    _lots.Ask(member.Firm.Id, member.Firm.Id == alliance.First ? alliance.Second : alliance.First);
        _lots.Draw(world.Draws, Process.Conduct, world.Month);

        foreach (var alliance in world.Alliances)
        {
            if (!alliance.InOperation)
                continue;
            var stake = AtStake(world, alliance);
            foreach (var member in alliance.Members)
                Choose(world, alliance, member, stake, _lots.Next());
            foreach (var member in alliance.Members)
                if (member.Action == Choice.Withhold)
                    TakeRivalGain(world, alliance, member, stake);
        }
    }

    private static void Choose(World world, Alliance alliance, Member member, double atStake, Luck luck)
    {
        var options = world.Setting.Parameters.Conduct;
        var stake = member.Share * atStake;
        var sunk = alliance.SunkBy(member.Firm);
        var belief = MeanBelief(world, alliance, member);
        var payoffs = ConductRules.Field(options, belief, world.MeanRivalry(alliance, member), alliance.Compliance);
        var situation = new Situation
        {
            Belief = belief,
            Others = alliance.Size - 1,
            Payoffs = payoffs,
            Leave = ConductRules.Leave(options, stake, NetExitCost(world, alliance, sunk, alliance.Dials.ExitBarrier)),
            Discount = options.Discount,
            Warmth = options.JusticeWarmth * member.Justice * alliance.ProcessQuality,
            Last = member.LastAction,
            Seen = member.SeenLast,
            Earned = ConductRules.Earned(payoffs, member.LastAction, member.SeenLast),
            Angry = member.Angry,
            MayLeave = world.Month - Math.Max(member.JoinedMonth, alliance.SignedMonth!.Value) >= options.GraceMonths,
        };
        member.Memory = world.Theory.Remember(member.Memory, situation);
        var odds = world.Theory.Weigh(member.Memory, situation);
        var slips = luck.Chance(options.Lapse);
        var choice = ConductRules.Pick(odds, luck.Uniform());
        member.Action = slips ? Choice.Withhold : choice;
        member.Effort = ConductRules.Effort(options, member.Action);
        member.LockedIn = ConductRules.IsLockedIn(world.Theory, member.Memory, situation, odds,
            ConductRules.Leave(options, stake, NetExitCost(world, alliance, sunk, 0)));

        world.Tally.MemberMonths++;
        if (member.Action == Choice.Contribute)
            world.Tally.Contributed++;
        if (member.LockedIn)
            world.Tally.LockedIn++;
    }

    private static double MeanBelief(World world, Alliance alliance, Member member)
    {
        var sum = 0.0;
        for (var other = 0; other < alliance.Size; other++)
            if (other != member.Place)
                sum += ConductRules.Belief(world.Trust[alliance.Bond(member.Place, other)], alliance.Compliance);
        return sum / (alliance.Size - 1);
    }

    private static double NetExitCost(World world, Alliance alliance, double sunk, double exitBarrier) =>
        MembershipRules.ExitCost(world.Setting.Parameters.Membership, exitBarrier, sunk, alliance.MeanValue())
        - MembershipRules.Recovered(world.Setting.Parameters.Membership, exitBarrier, sunk);

    /// <summary>What is at stake in an alliance, Y: what its projects could yield a month at full effort, and what may come.</summary>
    private static double AtStake(World world, Alliance alliance)
    {
        var parameters = world.Setting.Parameters;
        var options = parameters.Conduct;
        var sum = 0.0;
        foreach (var project in alliance.Projects)
        {
            var value = project.Opportunity.Value;
            sum += project.Stage switch
            {
                ProjectStage.Live => (project.Transplanted ? options.TransplantedStake : 1) * OperationRules.LiveValue(value,
                    world.Crowding(project.Opportunity.LiveProjects),
                    project.Coverage, project.Quality, project.Investment, 1, project.Misfit),
                ProjectStage.Implementation => options.ImplementationStake * value * project.Coverage,
                _ => options.EarlyStake * value * project.Coverage,
            };
        }

        var meanValue = alliance.MeanValue();
        sum += options.IdeaStake * alliance.Dials.OpenScope * meanValue * PipelineRules.IdeaRate(
            parameters.Pipeline, alliance.Dials, alliance.MeanBuyIn(), alliance.MeanThreat());
        return Math.Max(sum, options.LeastStake * meanValue);
    }

    private static void TakeRivalGain(World world, Alliance alliance, Member member, double atStake)
    {
        var gain = world.Setting.Parameters.Conduct.RivalGain * world.MeanRivalry(alliance, member)
            * member.Share * atStake;
        foreach (var other in alliance.Members)
            if (other != member)
                World.Transfer(other.Firm, member.Firm, gain / (alliance.Size - 1));
        world.Tell(HappeningKind.Withheld, alliance, member.Firm, amount: gain);
    }
}
