using System.IO.Compression;
using Entente.Observation;
using Parquet;
using Parquet.Schema;

namespace Entente.Studies.Results;

/// <summary>Where a recording comes from.</summary>
/// <param name="Point">The point of the design; 0 without one.</param>
/// <param name="Arm">Name of the arm.</param>
/// <param name="Replication">Number of the replication.</param>
internal readonly record struct Origin(int Point, string Arm, int Replication);

/// <summary>
/// Gathers the rows of a table and writes them batch by batch, each as a file of its own that is whole. What was gathered is written whenever it is a row
/// group, so that memory grows neither with the batch nor with the arms.
/// </summary>
internal abstract class TableFile : IDisposable
{
    /// <summary>Gathers the rows of a replication of an arm.</summary>
    public abstract Task AddAsync(Origin origin, Recording recording);

    /// <summary>Ends the file, which holds all rows since the one before.</summary>
    /// <returns>Its rows.</returns>
    public abstract Task<long> EndAsync();

    /// <summary>Closes a file that was not ended.</summary>
    public abstract void Dispose();
}

internal sealed class TableFile<TRow> : TableFile
{
    // Enough to compress well, and few enough that columns of them are small beside what else a study needs.
    private const int RowsInGroup = 1 << 16;

    private readonly string path;
    private readonly Func<Recording, IReadOnlyList<TRow>> rows;
    private readonly Column<Origin>[] origins;
    private readonly Column<TRow>[] columns;
    private readonly ParquetSchema schema;
    private readonly ParquetOptions options;
    private readonly Dictionary<string, string> metadata;
    private PartFile? file;
    private ParquetWriter? writer;
    private int gathered;
    private long written;

    public TableFile(
        string path, Func<Recording, IReadOnlyList<TRow>> rows, bool points, ColumnMeanings meanings, IReadOnlyDictionary<string, string> metadata)
    {
        this.path = path;
        this.rows = rows;
        var arm = new TextColumn<Origin>("arm", "text", "Name of the arm.", (ref row) => row.Arm);
        var replication = new NumberColumn<Origin, int>("replication", "number", "Number of the replication; the same one of two arms lives in the same world.", (ref row) => row.Replication);
        var point = new NumberColumn<Origin, int>("point", "number", "Number of the point of the design; design.csv says what was set at it.", (ref row) => row.Point);
        origins = points ? [point, arm, replication] : [arm, replication];
        columns = [.. typeof(TRow).GetProperties().Select(property => Column<TRow>.Of(property, meanings))];
        schema = new ParquetSchema([.. origins.Select(column => column.Field), .. columns.Select(column => column.Field)]);

        // The level must be named: the one taken otherwise makes files a little smaller and writing them many times slower.
        options = PartFile.Sparing();
        (options.CompressionMethod, options.CompressionLevel) = (CompressionMethod.Zstd, CompressionLevel.Optimal);
        this.metadata = new Dictionary<string, string>(metadata);
        foreach (var column in origins)
            Describe(column);
        foreach (var column in columns)
            Describe(column);
    }

    public override async Task AddAsync(Origin origin, Recording recording)
    {
        var added = rows(recording);
        for (var i = 0; i < added.Count; i++)
        {
            foreach (var column in origins)
                column.Add(ref origin);
            var row = added[i];
            foreach (var column in columns)
                column.Add(ref row);
        }

        gathered += added.Count;
        if (gathered >= RowsInGroup)
            await WriteGroupAsync();
    }

    public override async Task<long> EndAsync()
    {
        if (gathered > 0 || writer is null)
            await WriteGroupAsync();
        await writer!.DisposeAsync();
        file!.Flush(flushToDisk: true);
        Dispose();
        return written;
    }

    public override void Dispose()
    {
        file?.Dispose();
        (file, writer) = (null, null);
    }

    private async Task WriteGroupAsync()
    {
        if (writer is null)
        {
            file = PartFile.Create(path);
            writer = await ParquetWriter.CreateAsync(schema, file, options);
            writer.CustomMetadata = metadata;
            written = 0;
        }

        using var group = writer.CreateRowGroup();
        foreach (var column in origins)
            await column.WriteAsync(group);
        foreach (var column in columns)
            await column.WriteAsync(group);
        group.CompleteValidate();
        written += gathered;
        gathered = 0;
    }

    private void Describe<T>(Column<T> column)
    {
        options.ColumnEncodingHints[column.Field.Name] = column.Encoding;
        metadata[$"column.{column.Field.Name}.unit"] = column.Unit;
        metadata[$"column.{column.Field.Name}.meaning"] = column.Meaning;
    }
}
