namespace Entente.Studies.Results;

/// <summary>Results could not be written: the directory does not let itself be written to, or the disk is full. Nothing is left behind.</summary>
/// <param name="directory">Where they were to go.</param>
/// <param name="cause">What the system said.</param>
public sealed class ResultsNotWritable(string directory, Exception cause)
    : Exception($"The results cannot be written to {directory}: {cause.Message}", cause)
{
    /// <summary>Where the results were to go.</summary>
    public string Directory { get; } = directory;
}
