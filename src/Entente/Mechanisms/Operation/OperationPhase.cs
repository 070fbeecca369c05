using Entente.Engine;
using Entente.Mechanisms.Environment;
using Entente.Mechanisms.Pipeline;
using Entente.Randomness;
using Entente.Worlds;

namespace Entente.Mechanisms.Operation;

/// <summary>Lets the world shock projects, live ones earn, alliances pay their way - and time end what is over.</summary>
internal sealed class OperationPhase : IPhase
{
    public string Name => "Operation";

    public void Apply(World world)
    {
        foreach (var project in world.Projects)
        {
            if (project.HasEnded)
                continue;
            Shock(world, project);
            if (project.IsLive)
                Earn(world, project);
        }

        foreach (var project in world.Projects)
            if (project.IsLive)
                Age(world, project);

        foreach (var alliance in world.Alliances)
            if (alliance.InOperation)
                Run(world, alliance);
    }

    private static void Shock(World world, Project project)
    {
        var parameters = world.Setting.Parameters;
        // Addressed by opportunity: what puts one project on it out of fit puts all out of fit.
        var luck = world.Draws.At(Process.Shock, world.Month, project.Opportunity.Address);
        var misfit = project.Misfit;
        if (luck.Chance(world.Turbulence))
            misfit = Math.Min(1, misfit + luck.Uniform(0, parameters.Operation.ShockMax));
        var healing = project.InAlliance && !project.Transplanted
            ? OperationRules.Healing(parameters.Operation, project.Origin!.Dials, project.Origin.EffortIn(project),
                PipelineRules.Integration(parameters.Pipeline, project.Origin.Dials))
            : parameters.Operation.HealingUnits;
        project.Misfit = Math.Max(0, misfit - healing);
    }

    private static void Earn(World world, Project project)
    {
        var parameters = world.Setting.Parameters;
        var crowding = EnvironmentRules.CrowdingFactor(parameters.Environment, project.Opportunity.LiveProjects);
        world.Earn(project, OperationRules.LiveValue(project.Opportunity.Value, crowding, project.Coverage, project.Quality,
            project.Investment, Effort(parameters.Operation, project), project.Misfit));
        project.MonthsFailing =
            project.MonthValue < parameters.Pipeline.FailureYield * project.Opportunity.Value * crowding ? project.MonthsFailing + 1 : 0;
    }

    private static double Effort(OperationOptions options, Project project) =>
        project.Transplanted ? options.TransplantedEffort * (project.Orphaned ? options.OrphanedValue : 1)
        : project.InAlliance ? project.Origin!.EffortIn(project)
        : 1;

    private static void Age(World world, Project project)
    {
        var parameters = world.Setting.Parameters;
        var luck = world.Draws.At(Process.Obsolescence, world.Month, project.Opportunity.Address);
        var factor = EnvironmentRules.ObsolescenceFactor(parameters.Environment, world.Disruption);
        if (luck.Chance(OperationRules.ObsolescenceRisk(parameters.Operation, factor)))
            world.End(project, ProjectStage.Obsolete, "obsolete");
        else if (project.MonthsFailing >= parameters.Pipeline.FailureMonths)
            world.End(project, ProjectStage.Failed, "earned too little");
    }

    private static void Run(World world, Alliance alliance)
    {
        var options = world.Setting.Parameters.Operation;
        world.Pay(alliance, OperationRules.Cost(options, alliance.Dials, alliance.Size, alliance.ActiveProjects()));
        if (options.NetworkValue == 0)
            return;

        Span<double> best = stackalloc double[world.Setting.Industry.Domains];
        World.BestOf(alliance, best);
        var single = 0.0;
        foreach (var member in alliance.Members)
            single += Mean(member.Firm.Capabilities) / alliance.Size;
        world.Earn(alliance, options.NetworkValue * (Mean(best) - single));
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum / values.Length;
    }
}
