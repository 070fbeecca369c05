using System.Globalization;

namespace Entente.Studies.Results;

/// <summary>
/// The folder of a study that is being played. Batches go in one by one, each whole; the ledger says which. The manifest, last of all, makes it a
/// result. At any moment it can be left and opened again.
/// </summary>
internal sealed class StudyFolder : IDisposable
{
    /// <summary>Where the shards of a study lie until they are merged.</summary>
    public const string ShardFolder = "shards";

    /// <summary>Where what a cluster is asked and says lies.</summary>
    public const string SlurmFolder = "slurm";

    private readonly ResultsDraft draft;
    private readonly Manifest head;
    private readonly List<BatchRecord> batches;

    private StudyFolder(ResultsDraft draft, Manifest head, List<BatchRecord> batches) => (this.draft, this.head, this.batches) = (draft, head, batches);

    /// <summary>The folder, as a full path.</summary>
    public string Directory => draft.Directory;

    /// <summary>The batches that are there, in order.</summary>
    public IReadOnlyList<BatchRecord> Batches => batches;

    /// <summary>
    /// Opens a folder to play a study into. Of a study that was begun those batches are kept whose files are as they were written, up to the first
    /// that is not: it and what follows is simulated again.
    /// </summary>
    /// <param name="directory">The folder.</param>
    /// <param name="head">What is to be played: the manifest before anything was.</param>
    /// <param name="resume">Whether it may hold the beginning of this study.</param>
    /// <exception cref="ResultsInTheWay">There is something else, or another study, in the folder.</exception>
    /// <exception cref="ResultsUnreadable">The ledger or the manifest that is there is spoilt.</exception>
    public static StudyFolder Open(string directory, Manifest head, bool resume)
    {
        // A study may be killed before its first batch is noted, or interrupted within it: then there is no ledger, but perhaps a manifest.
        var begun = Ledger.Read(directory) ?? Described(directory);
        if (begun is null)
            return new StudyFolder(ResultsDraft.Begin(directory, resume ? name => Own(name, head) : null), head, []).Cleared();
        var (played, batches) = begun.Value;
        if (!resume)
        {
            if (played.Complete)
                throw new ResultsInTheWay(directory, $"already holds results ({ResultFolder.ManifestName})");
            throw new ResultsInTheWay(directory, string.Create(CultureInfo.InvariantCulture,
                $"holds a study that is not finished ({Math.Max(played.ReplicationsFinished, batches.Sum(batch => batch.Replications)):N0} of {played.ReplicationsAsked:N0} replications)"),
                "add --resume to go on with it, or choose a new or an empty directory.");
        }

        StudyDifference.Refuse(directory, played, head);
        var draft = ResultsDraft.Begin(directory, name => Own(name, head));
        return new StudyFolder(draft, head, [.. batches.TakeWhile(batch => IsWhole(directory, batch))]).Cleared();
    }

    /// <summary>The manifest of a study that is in a folder, finished and as it was written; null where it is not.</summary>
    /// <exception cref="ResultsInTheWay">It is another study.</exception>
    /// <exception cref="ResultsUnreadable">The manifest is spoilt.</exception>
    public static Manifest? Whole(string directory, Manifest head)
    {
        if (!File.Exists(Path.Combine(directory, ResultFolder.ManifestName)) || ResultFolder.ReadManifest(directory) is not { Complete: true } manifest)
            return null;
        StudyDifference.Refuse(directory, manifest, head);
        if (!Results.Batches.In(manifest).All(batch => IsWhole(directory, batch)))
            return null;
        File.Delete(Path.Combine(directory, Ledger.FileName));
        return manifest;
    }

    /// <summary>The path of a file that is being written.</summary>
    public string PathOf(string draftName) => draft.PathOf(draftName);

    /// <summary>The record of a part that was written.</summary>
    public PartRecord Part(Table table, int batch, long rows) => new(table.PartName(batch), rows, draft.HashOf(table.DraftName));

    /// <summary>Keeps a batch whose parts are written.</summary>
    /// <param name="tables">The tables, in order.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="whole">Whether all its replications were played; it is not noted otherwise, and played again by whoever resumes.</param>
    public void Keep(IReadOnlyList<Table> tables, BatchRecord batch, bool whole)
    {
        draft.Publish(tables.Zip(batch.Parts, (table, part) => (table.DraftName, part.File)));
        batches.Add(batch);
        if (whole)
            Ledger.Append(Directory, head, batch);
    }

    /// <summary>Publishes the manifest. The ledger stays where the study is not complete.</summary>
    public void Publish(Manifest manifest, string? design)
    {
        if (manifest.Design is { } record && !File.Exists(Path.Combine(Directory, record.File)))
        {
            draft.Save(record.File, design!);
            draft.Publish([record.File]);
        }

        draft.Save(ResultFolder.ManifestName, ManifestJson.Write(manifest));
        draft.Publish([ResultFolder.ManifestName]);
        if (manifest.Complete)
            File.Delete(Path.Combine(Directory, Ledger.FileName));
    }

    /// <summary>Removes what is not whole.</summary>
    public void Dispose() => draft.Dispose();

    /// <summary>What the manifest says was played; null where there is none.</summary>
    private static (Manifest Head, IReadOnlyList<BatchRecord> Batches)? Described(string directory)
    {
        if (!File.Exists(Path.Combine(directory, ResultFolder.ManifestName)))
            return null;
        var manifest = ResultFolder.ReadManifest(directory);
        return (manifest, [.. Results.Batches.In(manifest)]);
    }

    private static bool IsWhole(string directory, BatchRecord batch) => batch.Parts.All(part => part.IsAsWritten(directory));

    private static bool Own(string name, Manifest head) =>
        name is Ledger.FileName or ResultFolder.ManifestName or $"{Ledger.FileName}.tmp" or "charts" or "analysis" or "csv" or "report.html" or ShardFolder or SlurmFolder
        || name == head.Design?.File || head.Tables.Any(table => table.Name == name);

    /// <summary>Removes what the ledger does not know: a batch cut short, and the manifest of a study that was interrupted.</summary>
    private StudyFolder Cleared()
    {
        File.Delete(Path.Combine(Directory, ResultFolder.ManifestName));
        var known = batches.SelectMany(batch => batch.Parts).Select(part => part.File).ToHashSet();
        foreach (var table in head.Tables.Select(table => Path.Combine(Directory, table.Name)).Where(System.IO.Directory.Exists))
            foreach (var file in System.IO.Directory.EnumerateFiles(table))
                if (Table.IsPart(file) && !known.Contains(Path.GetRelativePath(Directory, file).Replace('\\', '/')))
                    File.Delete(file);
        if (batches.Count > 0)
            Ledger.Rewrite(Directory, head, batches);
        return this;
    }
}
