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
    private readonly Lots _lots = new();
    private readonly List<(double Key, int Place, Alliance Alliance)> _order = [];
    private readonly List<Project> _projects = [];

    public string Name => "Pipeline";

    public void Apply(World world)
    {
        FindOrder(world);
        _lots.Clear();
        foreach (var (_, _, alliance) in _order)
            _lots.Ask(alliance.First, alliance.Second);
        _lots.Draw(world.Draws, Process.Ideas, world.Month);
        foreach (var (_, _, alliance) in _order)
        {
            Advance(world, alliance);
            Ideas.TakeUp(world, alliance, _lots.Next());
            BuyIn(world, alliance);
        }

        foreach (var firm in world.Firms)
            foreach (var build in firm.Builds)
                if (build.IsPending && world.Month - build.StartedMonth >= build.BuildMonths)
                    world.GoLive(build);
    }

    private void FindOrder(World world)
    {
        _order.Clear();
        _lots.Clear();
        foreach (var alliance in world.Alliances)
            if (alliance.InOperation)
                _lots.Ask(alliance.First, alliance.Second);
        _lots.Draw(world.Draws, Process.AllianceOrder, world.Month);
        foreach (var alliance in world.Alliances)
            if (alliance.InOperation)
                _order.Add((_lots.Next().Uniform(), _order.Count, alliance));
        // Two alliances led by the same pair share their luck: the one formed first goes first.
        _order.Sort(static (x, y) => x.Key != y.Key ? x.Key.CompareTo(y.Key) : x.Place.CompareTo(y.Place));
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
