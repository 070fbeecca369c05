using Entente.Observation;
using Entente.Settings;

namespace Entente.Engine;

/// <summary>Plays worlds.</summary>
public static class Simulation
{
    /// <summary>Plays one replication of one arm from the first month to the last and returns what was observed.</summary>
    /// <param name="setting">All that is fixed before month 0.</param>
    /// <param name="seed">The study's master seed.</param>
    /// <param name="replication">The number of the replication, from 0.</param>
    public static Recording Run(Setting setting, uint seed, uint replication) => throw new NotImplementedException();
}
