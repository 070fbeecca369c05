namespace Entente.Studies.Results;

/// <summary>A folder is not a folder of results, or a part of it is missing or spoilt.</summary>
/// <param name="path">The folder or file.</param>
/// <param name="reason">What is wrong with it.</param>
/// <param name="cause">What the system said, if it was asked.</param>
public sealed class ResultsUnreadable(string path, string reason, Exception? cause = null)
    : Exception($"{path} {reason}", cause)
{
    /// <summary>The folder or file.</summary>
    public string Path { get; } = path;
}
