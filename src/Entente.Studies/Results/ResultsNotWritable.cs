namespace Entente.Studies.Results;

/// <summary>Results could not be written: the directory does not let itself be written to, or the disk is full. What was whole before is kept, if anything was.</summary>
/// <param name="directory">Where they were to go.</param>
/// <param name="cause">What the system said.</param>
/// <param name="kept">Replications of a study that were written before, and are kept.</param>
public sealed class ResultsNotWritable(string directory, Exception cause, int kept = 0)
    : Exception($"The results cannot be written to {directory}: {DiskFault.Said(cause)}", cause)
{
    /// <summary>Where the results were to go.</summary>
    public string Directory { get; } = directory;

    /// <summary>Replications of each arm that were written before, in whole batches, and are kept; 0 where nothing is left behind.</summary>
    public int Kept { get; } = kept;
}
