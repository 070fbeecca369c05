using Entente.Mechanisms.PartnerSearch;
using Entente.Randomness;
using Entente.Worlds;

namespace Entente.Mechanisms.Pipeline;

/// <summary>Takes up this month's ideas of an alliance, as far as experts and the limit on projects allow.</summary>
internal static class Ideas
{
    public static void TakeUp(World world, Alliance alliance, Luck luck)
    {
        var options = world.Setting.Parameters.Pipeline;
        var count = luck.Poisson(PipelineRules.IdeaRate(options, alliance.Dials, alliance.MeanBuyIn(), alliance.MeanThreat()));
        // An alliance that is about governance first does not stay idle for want of an idea.
        if (luck.Chance(alliance.Dials.OpenScope) && count == 0 && alliance.Projects.Count == 0)
            count = 1;

        for (var idea = 0; idea < count && HasRoom(options, alliance); idea++)
        {
            if (About(world, options, alliance, ref luck) is not { } opportunity)
                continue;
            var concept = world.NextConcept(opportunity, alliance.First);
            if (PipelineRules.IsGated(options, alliance.Dials) || IsWorthwhile(world, alliance, concept))
                world.Begin(alliance, concept);
            else
                world.Tell(HappeningKind.ScreenedOut, alliance, why: "idea");
        }
    }

    private static Opportunity? About(World world, PipelineOptions options, Alliance alliance, ref Luck luck)
    {
        // Two draws whatever comes of them, so that one idea never shifts the luck of the next.
        var open = luck.Chance(alliance.Dials.OpenScope);
        var place = luck.Below(Math.Max(1, world.Open.Count));
        Opportunity opportunity;
        if (open)
        {
            if (world.Open.Count == 0)
                return null;
            opportunity = world.Open[place];
            if (world.JointCoverage(alliance, opportunity) < options.JointCoverage)
                return null;
        }
        else
        {
            opportunity = alliance.Opportunity;
            if (!opportunity.IsOpen(world.Month) || IsImplementing(alliance, opportunity))
                return null;
        }

        return alliance.ConceptsOn(opportunity) < options.ConceptsPerOpportunity ? opportunity : null;
    }

    private static bool IsImplementing(Alliance alliance, Opportunity opportunity)
    {
        foreach (var project in alliance.Projects)
            if (project.Opportunity == opportunity && project.Stage == ProjectStage.Implementation)
                return true;
        return false;
    }

    private static bool HasRoom(PipelineOptions options, Alliance alliance)
    {
        if (alliance.PendingProjects() >= PipelineRules.MostPending(options, alliance.Dials))
            return false;
        foreach (var member in alliance.Members)
            if (!member.Firm.HasFreeExperts)
                return false;
        return true;
    }

    private static bool IsWorthwhile(World world, Alliance alliance, Concept concept)
    {
        var luck = world.Draws.At(
            Process.Screening, world.Month, concept.Opportunity.Address, concept.Lead, concept.Number);
        return PartnerSearchRules.IsWorthwhile(
            world.Setting.Parameters.PartnerSearch, concept.Quality, world.LevelOf(alliance), ref luck);
    }
}
