using Entente.Engine;
using Entente.Mechanisms.Environment;
using Entente.Mechanisms.Pipeline;
using Entente.Randomness;
using Entente.Worlds;

namespace Entente.Mechanisms.Operation;

/// <summary>Lets the world shock projects, live ones earn, alliances pay their way - and time end what is over.</summary>
internal sealed class OperationPhase : IPhase
{
    private readonly Lots _lots = new();
    private readonly List<Opportunity> _drawn = [];

    public string Name => "Operation";

    public void Apply(World world)
    {
        DrawShocks(world);
        foreach (var project in world.Projects)
            if (!project.HasEnded)
                Work(world, project);
        foreach (var project in world.Projects)
            if (project.IsLive)
                Age(world, project);
        foreach (var alliance in world.Alliances)
            if (alliance.InOperation)
                Run(world, alliance);
    }

    /// <summary>Draws once for each opportunity: what puts one project on it out of fit, or ends it, does so to all.</summary>
    private void DrawShocks(World world)
    {
        _lots.Clear();
        _drawn.Clear();
        foreach (var project in world.Projects)
        {
            if (project.HasEnded || project.Opportunity.DrawnMonth == world.Month)
                continue;
            project.Opportunity.DrawnMonth = world.Month;
            _drawn.Add(project.Opportunity);
            _lots.Ask(project.Opportunity.Address);
        }

        var options = world.Setting.Parameters.Operation;
        var obsolescence = OperationRules.ObsolescenceRisk(
            options, EnvironmentRules.ObsolescenceFactor(world.Setting.Parameters.Environment, world.Disruption));
        _lots.Draw(world.Draws, Process.Shock, world.Month);
        foreach (var opportunity in _drawn)
        {
            // Three draws, used or not, so that none shifts another.
            var luck = _lots.Next();
            var strikes = luck.Chance(world.Turbulence);
            var size = luck.Uniform(0, options.ShockMax);
            opportunity.Shock = strikes ? size : 0;
            opportunity.TurnsObsolete = luck.Chance(obsolescence);
        }
    }

    private static void Work(World world, Project project)
    {
        var parameters = world.Setting.Parameters;
        var options = parameters.Operation;
        var alliance = project.InAlliance && !project.Transplanted ? project.Origin : null;
        var effort = alliance?.EffortIn(project)
            ?? (project.Transplanted ? options.TransplantedEffort * (project.Orphaned ? options.OrphanedValue : 1) : 1);
        var healing = alliance is null
            ? options.HealingUnits
            : OperationRules.Healing(options, alliance.Dials, effort, PipelineRules.Integration(parameters.Pipeline, alliance.Dials));
        project.Misfit = Math.Max(0, Math.Min(1, project.Misfit + project.Opportunity.Shock) - healing);
        if (!project.IsLive)
            return;

        var crowding = world.Crowding(project.Opportunity.LiveProjects);
        world.Earn(project, OperationRules.LiveValue(project.Opportunity.Value, crowding, project.Coverage, project.Quality,
            project.Investment, effort, project.Misfit));
        project.MonthsFailing =
            project.MonthValue < parameters.Pipeline.FailureYield * project.Opportunity.Value * crowding ? project.MonthsFailing + 1 : 0;
    }

    private static void Age(World world, Project project)
    {
        if (project.Opportunity.TurnsObsolete)
            world.End(project, ProjectStage.Obsolete, "obsolete");
        else if (project.MonthsFailing >= world.Setting.Parameters.Pipeline.FailureMonths)
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
