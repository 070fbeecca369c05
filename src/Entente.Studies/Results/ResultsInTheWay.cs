namespace Entente.Studies.Results;

/// <summary>Results may not go where they were to go: something is there already. Nothing was played or written.</summary>
/// <param name="directory">Where they were to go.</param>
/// <param name="reason">What is there.</param>
public sealed class ResultsInTheWay(string directory, string reason)
    : Exception($"{directory} {reason}; choose a new or an empty directory.")
{
    /// <summary>Where the results were to go.</summary>
    public string Directory { get; } = directory;
}
