using Entente.Observation;
using Entente.Settings;

namespace Entente.Studies.Running;

/// <summary>Plays one replication of one arm. Called from several threads at once; the same arguments give the same recording.</summary>
/// <param name="setting">The arm.</param>
/// <param name="seed">The study's master seed.</param>
/// <param name="replication">The number of the replication.</param>
public delegate Recording Player(Setting setting, uint seed, uint replication);
