using Entente.Observation;
using Entente.Worlds;

namespace Entente.Tests.Engine;

/// <summary>Keeps what a world forgets when a month closes.</summary>
internal sealed class Chronicle : IObserver
{
    public List<Happening> Happenings { get; } = [];
    public List<Ending> Endings { get; } = [];
    public double NetValueOfSettled { get; private set; }

    public void Observe(World world)
    {
        Happenings.AddRange(world.Happenings);
        Endings.AddRange(world.SettledAlliances.Select(a => a.Ending));
        NetValueOfSettled += world.SettledAlliances.Sum(a => a.GrossValue - a.Spent);
    }
}
