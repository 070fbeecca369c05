using Entente.Engine;

namespace Entente.Studies.Running;

/// <summary>A replication failed: says which, where it stopped, and how to play it again.</summary>
public sealed class ReplicationFailure : Exception
{
    /// <summary>A failed replication.</summary>
    /// <param name="scenario">Name of the scenario.</param>
    /// <param name="arm">Name of the arm.</param>
    /// <param name="seed">Master seed.</param>
    /// <param name="replication">Number of the replication.</param>
    /// <param name="cause">What went wrong.</param>
    public ReplicationFailure(string scenario, string arm, uint seed, int replication, Exception cause)
        : base($"scenario {scenario}, arm {arm}, seed {seed}, replication {replication}{Where(cause)}: {cause.Message}", cause) =>
        (Arm, Replication) = (arm, replication);

    /// <summary>The arm.</summary>
    public string Arm { get; }
    /// <summary>The replication.</summary>
    public int Replication { get; }

    private static string Where(Exception cause) =>
        cause is SimulationException at ? $", stopped in month {at.Month}, step {at.Phase}" : "";
}
