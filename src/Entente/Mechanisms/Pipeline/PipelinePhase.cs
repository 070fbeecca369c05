using Entente.Engine;
using Entente.Randomness;
using Entente.Worlds;

namespace Entente.Mechanisms.Pipeline;

/// <summary>
/// Advances what is not yet live - in alliances, in a random order drawn for the month, since they compete for experts - takes up ideas
/// and lets operating units buy in.
/// </summary>
internal sealed class PipelinePhase : IPhase
{
    private readonly List<(double Key, Alliance Alliance)> _order = [];
    private readonly List<Project> _projects = [];

    public string Name => "Pipeline";

    public void Apply(World world)
    {
        _order.Clear();
        foreach (var alliance in world.Alliances)
            if (alliance.InOperation)
                _order.Add((world.Draws.At(Process.AllianceOrder, world.Month, alliance.First, alliance.Second).Uniform(), alliance));
        _order.Sort(static (x, y) => x.Key.CompareTo(y.Key));

        foreach (var (_, alliance) in _order)
        {
            Advance(world, alliance);
            Ideas.TakeUp(world, alliance);
            BuyIn(world, alliance);
        }

        foreach (var firm in world.Firms)
            foreach (var build in firm.Builds)
                if (build.IsPending && world.Month - build.StartedMonth >= build.BuildMonths)
                    world.GoLive(build);
    }

    private void Advance(World world, Alliance alliance)
    {
        _projects.Clear();
        foreach (var project in alliance.Projects)
            if (project.IsPending)
                _projects.Add(project);

        var stalled = alliance.StallMonths > 0;
        if (stalled)
        {
            alliance.StallMonths--;
            alliance.StalledMonths++;
        }

        foreach (var project in _projects)
            if (project.Stage < ProjectStage.Implementation && !project.Opportunity.IsOpen(world.Month))
                Projects.Stop(world, alliance, project, "window closed");
            else if (!stalled)
                Projects.Advance(world, alliance, project);
    }

    private static void BuyIn(World world, Alliance alliance)
    {
        foreach (var member in alliance.Members)
            member.BuyIn = PipelineRules.NextBuyIn(world.Setting.Parameters.Pipeline, alliance.Dials, member.BuyIn,
                member.Justice, world.MeanRivalry(alliance, member));
    }
}
