namespace Entente.Studies.Running;

/// <summary>A study was stopped by what nobody expected, such as a lack of memory.</summary>
/// <param name="cause">What it was.</param>
/// <param name="kept">Replications of each arm that were finished in whole batches before, and are kept.</param>
public sealed class StudyStopped(Exception cause, int kept) : Exception(cause.Message, cause)
{
    /// <summary>Replications of each arm that were finished in whole batches before, and are kept.</summary>
    public int Kept { get; } = kept;
}
