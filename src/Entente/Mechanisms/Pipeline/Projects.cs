using Entente.Mechanisms.Investment;
using Entente.Mechanisms.PartnerSearch;
using Entente.Randomness;
using Entente.Worlds;

namespace Entente.Mechanisms.Pipeline;

/// <summary>Takes a project one month further: idea, concept, gates, boards, implementation, live.</summary>
internal static class Projects
{
    public static void Advance(World world, Alliance alliance, Project project)
    {
        var options = world.Setting.Parameters.Pipeline;
        switch (project.Stage)
        {
            case ProjectStage.Idea when !PipelineRules.IsGated(options, alliance.Dials):
                Implement(world, alliance, project);
                break;
            case ProjectStage.Idea:
                Spend(world, alliance, project, options.IdeaCost * project.Opportunity.Value);
                project.Stage = ProjectStage.Concept;
                break;
            case ProjectStage.Concept:
                Spend(world, alliance, project, options.ConceptCost * project.Opportunity.Value);
                project.Progress += PipelineRules.ConceptProgress(options, alliance.Dials);
                if (project.Progress >= 1)
                    (project.Stage, project.Progress) = (ProjectStage.Gate, 0);
                break;
            case ProjectStage.Gate:
                Screen(world, options, alliance, project);
                break;
            case ProjectStage.Implementation:
                project.Progress += PipelineRules.ImplementationProgress(options, alliance.Dials,
                    alliance.EffortIn(project), LeastBuyIn(alliance), world.LeastTrust(alliance));
                if (project.Progress >= 1)
                    GoLive(world, options, alliance, project);
                break;
        }
    }

    /// <summary>Stops a project. It costs what was spent and ends nothing else; lawyers learn that nothing happened.</summary>
    public static void Stop(World world, Alliance alliance, Project project, string why)
    {
        world.End(project, ProjectStage.Stopped, why);
        foreach (var member in alliance.Members)
            member.Firm.ControlBias = Math.Max(0, member.Firm.ControlBias - world.Setting.Parameters.Pipeline.StopCalm);
    }

    private static void Screen(World world, PipelineOptions options, Alliance alliance, Project project)
    {
        alliance.StaminaTaken += world.Setting.Parameters.Governance.GatePoints;
        var luck = world.Draws.At(
            Process.Gate, world.Month, project.Opportunity.Address, project.Concept.Lead, project.Concept.Number);
        if (!PartnerSearchRules.IsWorthwhile(
            world.Setting.Parameters.PartnerSearch, project.Quality, world.LevelOf(alliance), ref luck))
        {
            Stop(world, alliance, project, "gate");
            return;
        }

        project.Progress++;
        if (project.Progress < PipelineRules.Gates(options, alliance.Dials))
            return;
        if (BoardsPass(world, options, alliance, project))
            Implement(world, alliance, project);
        else
            Stop(world, alliance, project, "board");
    }

    private static bool BoardsPass(World world, PipelineOptions options, Alliance alliance, Project project)
    {
        foreach (var member in alliance.Members)
        {
            if (!project.TakesPart(member.Firm))
                continue;
            var luck = world.Draws.At(Process.Board, world.Month, project.Opportunity.Address, member.Firm.Id,
                project.Concept.Number);
            if (!luck.Chance(PipelineRules.BoardPasses(options, member.BuyIn)))
                return false;
        }

        return true;
    }

    private static void Implement(World world, Alliance alliance, Project project)
    {
        var options = world.Setting.Parameters.Investment;
        FixShares(alliance, project);
        double willing = 0, sunk = 0;
        foreach (ref var stake in project.Stakes)
        {
            if (stake.SteppedOut)
                continue;
            var member = alliance.MemberOf(stake.Firm)!;
            var willingness = InvestmentRules.Willingness(options, alliance.Dials, world.MeanTrust(alliance, member),
                alliance.Compliance, alliance.ProcessQuality);
            willing += willingness;
            stake.Sunk = InvestmentRules.Sunk(options, stake.Share, project.Opportunity.Value, willingness);
            sunk += stake.Sunk;
            world.Pay(project, stake.Firm, stake.Sunk);
        }

        project.Investment = InvestmentRules.Level(willing / project.Participants());
        project.Stage = ProjectStage.Implementation;
        project.ImplementedMonth = world.Month;
        project.Progress = 0;
        world.Tell(HappeningKind.ProjectInvested, alliance, project: project, amount: sunk);
    }

    private static void GoLive(World world, PipelineOptions options, Alliance alliance, Project project)
    {
        world.GoLive(project);
        if (PipelineRules.Transplants(options, alliance.Dials))
            World.Transplant(project);
    }

    private static void Spend(World world, Alliance alliance, Project project, double amount)
    {
        FixShares(alliance, project);
        foreach (ref readonly var stake in project.Stakes)
            if (!stake.SteppedOut)
                world.Pay(project, stake.Firm, stake.Share * amount);
    }

    // Until the investment fixes them, shares follow the members of the day.
    private static void FixShares(Alliance alliance, Project project)
    {
        var total = 0.0;
        foreach (ref var stake in project.Stakes)
            total += stake.Share = stake.SteppedOut ? 0 : alliance.MemberOf(stake.Firm)!.Share;
        foreach (ref var stake in project.Stakes)
            stake.Share /= total;
    }

    private static double LeastBuyIn(Alliance alliance)
    {
        var least = 1.0;
        foreach (var member in alliance.Members)
            least = Math.Min(least, member.BuyIn);
        return least;
    }
}
