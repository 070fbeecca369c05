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

    /// <summary>Opens a folder to play a study into.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="head">What is to be played: the manifest before anything was.</param>
    /// <param name="resume">Whether it may hold the beginning of this study.</param>
    /// <exception cref="ResultsInTheWay">There is something else, or another study, in the folder.</exception>
    /// <exception cref="ResultsUnreadable">The ledger that is there is spoilt.</exception>
    public static StudyFolder Open(string directory, Manifest head, bool resume)
    {
        var begun = Ledger.Read(directory);
        if (begun is null)
        {
            // A study may be killed before its first batch is noted: what there is of it is played again.
            var left = resume && !File.Exists(Path.Combine(directory, ResultFolder.ManifestName));
            return new StudyFolder(ResultsDraft.Begin(directory, left ? name => Own(name, head) : null), head, []).Cleared();
        }

        var (played, batches) = begun.Value;
        if (!resume)
        {
            throw new ResultsInTheWay(directory, string.Create(CultureInfo.InvariantCulture,
                $"holds a study that is not finished ({batches.Count:N0} batches of {played.BatchSize:N0} replications)"),
                "add --resume to go on with it, or choose a new or an empty directory.");
        }

        StudyDifference.Refuse(directory, played, head);
        return new StudyFolder(ResultsDraft.Begin(directory, name => Own(name, head)), head, [.. batches]).Cleared();
    }

    /// <summary>The manifest of a study that is in a folder, whole; null where it is not.</summary>
    /// <exception cref="ResultsInTheWay">It is another study.</exception>
    public static Manifest? Whole(string directory, Manifest head)
    {
        if (!File.Exists(Path.Combine(directory, ResultFolder.ManifestName)) || ResultFolder.Open(directory).Manifest is not { Complete: true } manifest)
            return null;
        StudyDifference.Refuse(directory, manifest, head);
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
