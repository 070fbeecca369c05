using System.IO.Compression;
using Entente.Observation;
using Parquet;
using Parquet.Schema;

namespace Entente.Studies.Results;

/// <summary>A table on its way to disk, row group by row group. It can be read once it is finished, and not before.</summary>
internal abstract class TableFile(string path) : IDisposable
{
    /// <summary>Rows written.</summary>
    public long Rows { get; protected set; }

    protected FileStream Stream { get; } = new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Gathers the rows of a replication of an arm.</summary>
    public abstract void Add(string arm, int replication, Recording recording);

    /// <summary>Writes the rows gathered as one row group.</summary>
    public abstract Task WriteGroupAsync();

    /// <summary>Ends the file; rows that were gathered but not written are left out.</summary>
    public abstract Task FinishAsync();

    /// <summary>Closes the file as it is, finished or not.</summary>
    public void Dispose()
    {
        try
        {
            Stream.Dispose();
        }
        catch (IOException)
        {
            // What could not be written to an unfinished file is thrown away with it.
        }
    }
}

internal sealed class TableFile<TRow> : TableFile
{
    private readonly Func<Recording, IReadOnlyList<TRow>> rows;
    private readonly TextColumn<(string Arm, int)> arms;
    private readonly NumberColumn<(string, int Replication), int> replications;
    private readonly Column<TRow>[] columns;
    private readonly ParquetSchema schema;
    private readonly ParquetOptions options;
    private readonly Dictionary<string, string> metadata;
    private ParquetWriter? writer;
    private long gathered;

    public TableFile(
        string path, Func<Recording, IReadOnlyList<TRow>> rows, ColumnMeanings meanings, IReadOnlyDictionary<string, string> metadata)
        : base(path)
    {
        this.rows = rows;
        arms = new("arm", "text", "Name of the arm.", (ref row) => row.Arm);
        replications = new("replication", "number", "Number of the replication; the same one of two arms lives in the same world.", (ref row) => row.Replication);
        columns = [.. typeof(TRow).GetProperties().Select(property => Column<TRow>.Of(property, meanings))];
        schema = new ParquetSchema([arms.Field, replications.Field, .. columns.Select(column => column.Field)]);

        // The level must be named: the one taken otherwise makes files a little smaller and writing them many times slower.
        options = new ParquetOptions { CompressionMethod = CompressionMethod.Zstd, CompressionLevel = CompressionLevel.Optimal };
        this.metadata = new Dictionary<string, string>(metadata);
        Describe(arms);
        Describe(replications);
        foreach (var column in columns)
            Describe(column);
    }

    public override void Add(string arm, int replication, Recording recording)
    {
        var added = rows(recording);
        var origin = (arm, replication);
        for (var i = 0; i < added.Count; i++)
        {
            arms.Add(ref origin);
            replications.Add(ref origin);
            var row = added[i];
            foreach (var column in columns)
                column.Add(ref row);
        }

        gathered += added.Count;
    }

    public override async Task WriteGroupAsync()
    {
        using var group = (await WriterAsync()).CreateRowGroup();
        await arms.WriteAsync(group);
        await replications.WriteAsync(group);
        foreach (var column in columns)
            await column.WriteAsync(group);
        group.CompleteValidate();
        Rows += gathered;
        gathered = 0;
    }

    public override async Task FinishAsync()
    {
        await (await WriterAsync()).DisposeAsync();
        Stream.Flush(flushToDisk: true);
    }

    private async Task<ParquetWriter> WriterAsync()
    {
        if (writer is null)
        {
            writer = await ParquetWriter.CreateAsync(schema, Stream, options);
            writer.CustomMetadata = metadata;
        }

        return writer;
    }

    private void Describe<T>(Column<T> column)
    {
        options.ColumnEncodingHints[column.Field.Name] = column.Encoding;
        metadata[$"column.{column.Field.Name}.unit"] = column.Unit;
        metadata[$"column.{column.Field.Name}.meaning"] = column.Meaning;
    }
}
