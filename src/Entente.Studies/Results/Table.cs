using System.Globalization;
using Entente.Observation;

namespace Entente.Studies.Results;

/// <summary>A table of results, and how its rows come out of a recording.</summary>
internal abstract class Table(string name)
{
    /// <summary>All tables, in the order of the manifest.</summary>
    public static IReadOnlyList<Table> All { get; } =
    [
        new Table<RunRow>("runs", recording => [recording.Run]),
        new Table<MonthRow>("months", recording => recording.Months),
        new Table<AllianceRow>("alliances", recording => recording.Alliances),
        new Table<ProjectRow>("projects", recording => recording.Projects),
        new Table<FirmRow>("firms", recording => recording.Firms),
        new Table<EventRow>("events", recording => recording.Events),
    ];

    /// <summary>The names of all tables.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(table => table.Name)];

    public string Name { get; } = name;

    /// <summary>What a batch's part of the table is called while it is written.</summary>
    public string DraftName => $"{Name}.parquet";

    /// <summary>The part of a batch, in the folder of the results.</summary>
    public string PartName(int batch) => PartName(Name, batch);

    /// <summary>The part of a batch of a table, in the folder of the results.</summary>
    public static string PartName(string table, int batch) => string.Create(CultureInfo.InvariantCulture, $"{table}/{batch:00000}.parquet");

    /// <summary>Whether a file is named as parts are.</summary>
    public static bool IsPart(string path) =>
        Path.GetExtension(path) == ".parquet" && Path.GetFileNameWithoutExtension(path).All(char.IsAsciiDigit);

    /// <summary>Starts to gather rows of this table.</summary>
    /// <param name="path">The file that batch after batch is written to.</param>
    /// <param name="points">Whether rows tell the point of a design.</param>
    /// <param name="meanings">What columns mean.</param>
    /// <param name="metadata">What every file is to say of itself.</param>
    public abstract TableFile Create(string path, bool points, ColumnMeanings meanings, IReadOnlyDictionary<string, string> metadata);
}

internal sealed class Table<TRow>(string name, Func<Recording, IReadOnlyList<TRow>> rows) : Table(name)
{
    public override TableFile Create(string path, bool points, ColumnMeanings meanings, IReadOnlyDictionary<string, string> metadata) =>
        new TableFile<TRow>(path, rows, points, meanings, metadata);
}
