namespace Entente.Engine;

/// <summary>A replication that could not be played to its end: says where it stopped.</summary>
public sealed class SimulationException : Exception
{
    /// <summary>A failure in a month and a phase.</summary>
    /// <param name="month">The month.</param>
    /// <param name="phase">The phase.</param>
    /// <param name="cause">What went wrong.</param>
    public SimulationException(int month, string phase, Exception cause)
        : base($"month {month}, {phase}: {cause.Message}", cause) => (Month, Phase) = (month, phase);

    /// <summary>The month in which it stopped.</summary>
    public int Month { get; }
    /// <summary>The phase in which it stopped.</summary>
    public string Phase { get; }
}
