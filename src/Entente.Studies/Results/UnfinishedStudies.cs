namespace Entente.Studies.Results;

/// <summary>Studies that did not get to their end.</summary>
public static class UnfinishedStudies
{
    /// <summary>The last of the folders below one, by name, that holds a study that can be gone on with; null where none does.</summary>
    public static string? Latest(string directory) => !Directory.Exists(directory)
        ? null
        : Directory.GetDirectories(directory).Order(StringComparer.Ordinal).LastOrDefault(folder => File.Exists(Path.Combine(folder, Ledger.FileName)));
}
