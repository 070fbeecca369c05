using Entente.Studies.Results;

namespace Entente.Studies.Running;

/// <summary>Shards cannot be put together: some are missing or foreign.</summary>
/// <param name="folders">What is there.</param>
public sealed class ShardsNotWhole(ShardFolders folders) : Exception("The shards are not all there.")
{
    /// <summary>What is there, what is missing and what is foreign.</summary>
    public ShardFolders Folders { get; } = folders;
}

/// <summary>Puts the shards of a study together: the tables are those of the study played in one piece, byte for byte.</summary>
public static class ShardMerge
{
    /// <summary>Merges the shards below a folder into it. Begun and killed, it goes on where it was; the shards stay as they are.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="of">How many shards there are to be; told by the shards themselves if 0.</param>
    /// <param name="progress">Told of every batch.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <exception cref="ShardsNotWhole">Shards are missing or foreign; nothing was written.</exception>
    /// <exception cref="ResultsUnreadable">A file of a shard is not the one its manifest describes; nothing was written.</exception>
    /// <exception cref="ResultsInTheWay">The folder holds another study.</exception>
    /// <exception cref="ResultsNotWritable">The folder cannot be written to, or the disk is full.</exception>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static StudyResult Run(string directory, int of, IProgress<StudyProgress>? progress, CancellationToken cancel)
    {
        var folders = ShardFolders.Look(directory, of);
        if (folders.Whole.Count == 0 || folders.Missing.Count > 0 || folders.Faults.Count > 0)
            throw new ShardsNotWhole(folders);

        var shards = folders.Whole;
        var (first, kept) = (shards[0].Manifest, 0);
        var head = Study.Describe(ShardFolders.Unsharded(first), [], complete: false);
        try
        {
            if (StudyFolder.Whole(directory, head) is { } whole)
                return new StudyResult(folders.Directory, whole, true);
            var design = first.Design is { } record ? Read(shards[0], record) : null;
            foreach (var shard in shards)
                shard.RequireAsWritten();
            using var folder = StudyFolder.Open(directory, head, resume: true);
            Table[] tables = [.. Table.All.Where(table => head.Tables.Any(of => of.Name == table.Name))];
            var batches = shards.SelectMany(shard => Batches.In(shard.Manifest).Select(batch => (shard, batch))).ToArray();
            foreach (var (shard, batch) in batches.Skip(folder.Batches.Count))
            {
                cancel.ThrowIfCancellationRequested();
                foreach (var (table, part) in tables.Zip(batch.Parts))
                    File.Copy(shard.PathOf(part), folder.PathOf(table.DraftName));
                folder.Keep(tables, batch, whole: true);
                kept += batch.Replications;
                progress?.Report(new StudyProgress(folder.Batches.Count, batches.Length));
            }

            var manifest = Study.Describe(head, folder.Batches, complete: true) with { Machine = Machine(shards) };
            folder.Publish(manifest, design);
            return new StudyResult(folder.Directory, manifest, true);
        }
        catch (Exception cause) when (DiskFault.Is(cause))
        {
            throw new ResultsNotWritable(directory, cause, kept);
        }
    }

    private static string Read(ResultFolder shard, DesignRecord design)
    {
        var path = Path.Combine(shard.Directory, design.File);
        return ResultsDraft.HashOfFile(path) == design.Sha256 ? OwnFile.Text(path) : throw new ResultsUnreadable(path, "is not as it was written.");
    }

    /// <summary>From the start of the first shard on, with the time that all took together.</summary>
    private static MachineRecord Machine(IReadOnlyList<ResultFolder> shards) => shards[0].Manifest.Machine with
    {
        Started = shards.Min(shard => shard.Manifest.Machine.Started),
        Seconds = shards.Sum(shard => shard.Manifest.Machine.Seconds),
    };
}
