using Entente.Observation;
using Entente.Settings;
using Entente.Worlds;

namespace Entente.Engine;

/// <summary>Plays worlds.</summary>
public static class Simulation
{
    /// <summary>Plays one replication of one arm from the first month to the last and returns what was observed.</summary>
    /// <param name="setting">All that is fixed before month 0.</param>
    /// <param name="seed">The study's master seed.</param>
    /// <param name="replication">The number of the replication, from 0.</param>
    /// <exception cref="SimulationException">A phase failed; it says which, and in which month.</exception>
    public static Recording Run(Setting setting, uint seed, uint replication)
    {
        var world = Founding.Create(setting, seed, replication);
        var recorder = new Recorder(world);
        Play(world, recorder);
        return recorder.Finish();
    }

    /// <summary>Plays a world from its first month to its last.</summary>
    /// <param name="world">A world before month 0.</param>
    /// <param name="observer">Who looks on at the end of each month.</param>
    /// <exception cref="SimulationException">A phase failed; it says which, and in which month.</exception>
    public static void Play(World world, IObserver observer)
    {
        var phases = new Month().Phases;
        for (var month = 0; month < world.Setting.Months; month++)
        {
            world.Begin(month);
            foreach (var phase in phases)
                Step(world, phase);
            world.Close();
            observer.Observe(world);
        }
    }

    private static void Step(World world, IPhase phase)
    {
        try
        {
            phase.Apply(world);
        }
        catch (Exception cause)
        {
            throw new SimulationException(world.Month, phase.Name, cause);
        }
    }
}
