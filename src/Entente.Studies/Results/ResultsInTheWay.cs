namespace Entente.Studies.Results;

/// <summary>Results may not go where they were to go: something is there already. Nothing was played or written.</summary>
/// <param name="directory">Where they were to go.</param>
/// <param name="reason">What is there; ends with a line feed where the remedy is a sentence of its own.</param>
/// <param name="remedy">What helps.</param>
public sealed class ResultsInTheWay(string directory, string reason, string remedy = "choose a new or an empty directory.")
    : Exception($"{directory} {reason}{(reason.EndsWith('\n') ? "" : "; ")}{remedy}")
{
    /// <summary>Where the results were to go.</summary>
    public string Directory { get; } = directory;
}
