namespace Entente.Studies.Results;

/// <summary>Studies that did not get to their end.</summary>
public static class UnfinishedStudies
{
    /// <summary>The last of the folders below one, by name, that holds a study that can be gone on with; null where none does.</summary>
    public static string? Latest(string directory) => !Directory.Exists(directory)
        ? null
        : Directory.GetDirectories(directory).Order(StringComparer.Ordinal).LastOrDefault(IsUnfinished);

    private static bool IsUnfinished(string folder)
    {
        if (File.Exists(Path.Combine(folder, Ledger.FileName)))
            return true;
        try
        {
            // Interrupted within its first batch a study has a manifest, but no ledger.
            return File.Exists(Path.Combine(folder, ResultFolder.ManifestName)) && !ResultFolder.ReadManifest(folder).Complete;
        }
        catch (ResultsUnreadable)
        {
            return false;
        }
    }
}
