using System.Globalization;
using Entente.Studies.Results;

namespace Entente.Studies.Running;

/// <summary>Where the shards of a study lie, and what is the matter with each.</summary>
public sealed class ShardFolders
{
    private ShardFolders(string directory, IReadOnlyList<ResultFolder> whole, IReadOnlyList<int> missing, IReadOnlyList<string> faults, int of) =>
        (Directory, Whole, Missing, Faults, Of) = (directory, whole, missing, faults, of);

    /// <summary>The folder that the shards are to be merged into, as a full path.</summary>
    public string Directory { get; }

    /// <summary>The shards that are whole, in order.</summary>
    public IReadOnlyList<ResultFolder> Whole { get; }

    /// <summary>Numbers of the shards that are not there or not finished.</summary>
    public IReadOnlyList<int> Missing { get; }

    /// <summary>What keeps the others from being merged, in words; a missing shard is no fault.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>How many shards there are to be; 0 where none was begun.</summary>
    public int Of { get; }

    /// <summary>The folder of a shard.</summary>
    public static string PathOf(string directory, Shard shard)
    {
        ArgumentNullException.ThrowIfNull(shard);
        return Path.Combine(directory, StudyFolder.ShardFolder, Name(shard));
    }

    /// <summary>Looks through the shards below a folder.</summary>
    /// <param name="directory">The folder they are to be merged into.</param>
    /// <param name="of">How many there are to be; told by the shards themselves if 0.</param>
    /// <exception cref="ResultsUnreadable">The path is empty.</exception>
    public static ShardFolders Look(string directory, int of = 0)
    {
        var full = ResultFolder.FullPath(directory);
        var below = Path.Combine(full, StudyFolder.ShardFolder);
        var folders = System.IO.Directory.Exists(below) ? System.IO.Directory.GetDirectories(below).Order(StringComparer.Ordinal).ToArray() : [];
        var (whole, faults) = (new List<ResultFolder>(), new List<string>());
        foreach (var folder in folders)
        {
            try
            {
                var results = ResultFolder.Open(folder);
                if (results.Manifest.Shard is null)
                    faults.Add($"{Path.GetFileName(folder)} is no shard");
                else if (results.Manifest.Complete)
                    whole.Add(results);
            }
            catch (ResultsUnreadable problem)
            {
                // One that was begun and not finished is missing; its own next run goes on with it.
                if (!File.Exists(Path.Combine(folder, Ledger.FileName)) && File.Exists(Path.Combine(folder, ResultFolder.ManifestName)))
                    faults.Add($"{Path.GetFileName(folder)}: {problem.Message}");
            }
        }

        if (of == 0)
            of = folders.Select(folder => Number(Path.GetFileName(folder))).DefaultIfEmpty(0).Max();
        whole.Sort((one, other) => one.Manifest.Shard!.Number.CompareTo(other.Manifest.Shard!.Number));
        foreach (var foreign in whole.Where(results => !Belongs(results, whole[0], of)).ToArray())
        {
            var differences = StudyDifference.Between(Unsharded(whole[0].Manifest), Unsharded(foreign.Manifest)).ToArray();
            faults.Add($"{Path.GetFileName(foreign.Directory)} is foreign: {(differences.Length > 0 ? string.Join("; ", differences) : $"it is of {foreign.Manifest.Shard!.Of} shards, not of {of}")}");
            whole.Remove(foreign);
        }

        int[] missing = [.. Enumerable.Range(1, of).Except(whole.Select(results => results.Manifest.Shard!.Number))];
        return new ShardFolders(full, whole, missing, faults, of);
    }

    private static bool Belongs(ResultFolder results, ResultFolder first, int of) =>
        results.Manifest.Shard!.Of == of && !StudyDifference.Between(Unsharded(first.Manifest), Unsharded(results.Manifest)).Any();

    /// <summary>What the manifest says of the whole study.</summary>
    internal static Manifest Unsharded(Manifest shard) => shard with { Shard = null };

    private static string Name(Shard shard)
    {
        var digits = Math.Max(3, shard.Of.ToString(CultureInfo.InvariantCulture).Length);
        return $"{shard.Number.ToString($"D{digits}", CultureInfo.InvariantCulture)}-of-{shard.Of.ToString($"D{digits}", CultureInfo.InvariantCulture)}";
    }

    private static int Number(string folder) =>
        folder.Split("-of-") is [_, var of] && int.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
