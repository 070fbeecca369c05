using System.Globalization;
using Entente.Studies.Results;

namespace Entente.Studies.Charts;

/// <summary>The columns of a result, each read once, and which rows belong to which arm.</summary>
internal sealed class Readings(ResultFolder folder)
{
    // More would change no picture, and fill the memory of whoever looks at a large study.
    private const int Most = 1000;
    private const int LongestInTitle = 32;

    private readonly int _batches = Math.Max(1, Most / folder.Manifest.BatchSize);
    private readonly Dictionary<string, Array> _columns = [];
    private readonly Dictionary<string, int[][]> _rows = [];

    /// <summary>Names of the arms, in order.</summary>
    public IReadOnlyList<string> Arms { get; } = [.. folder.Manifest.Arms.Select(arm => arm.Name)];

    /// <summary>Names of the arms, short enough for titles.</summary>
    public IReadOnlyList<string> ShortArms { get; } = ShortNames.Of([.. folder.Manifest.Arms.Select(arm => arm.Name)], LongestInTitle);

    /// <summary>What pictures say that draw all arms in one panel, but not more than can be told apart; nothing where all are drawn.</summary>
    public string NotDrawn => Arms.Count <= Ink.Most ? "" : string.Create(CultureInfo.InvariantCulture, $"The first {Ink.Most} of {Arms.Count} arms are drawn.");

    /// <summary>Replications that pictures show: those that were finished, or the first batches of them.</summary>
    public int Replications => (int)Math.Min(folder.Manifest.ReplicationsFinished, (long)_batches * folder.Manifest.BatchSize);

    /// <summary>What pictures leave out, as a sentence; nothing where they show all.</summary>
    public string LeftOut => Replications == folder.Manifest.ReplicationsFinished ? "" : string.Create(CultureInfo.InvariantCulture,
        $"Drawn from the first {Replications:N0} of {folder.Manifest.ReplicationsFinished:N0} replications.");

    /// <summary>A column of a table.</summary>
    public T[] Column<T>(string table, string column)
    {
        var key = $"{table}.{column}";
        if (!_columns.TryGetValue(key, out var values))
            _columns[key] = values = folder.Column<T>(table, column, _batches);
        return (T[])values;
    }

    /// <summary>The rows of a table that belong to an arm.</summary>
    public int[] Rows(string table, int arm)
    {
        if (!_rows.TryGetValue(table, out var rows))
        {
            var lists = Arms.Select(_ => new List<int>()).ToArray();
            var number = Arms.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index);
            var names = Column<string>(table, "arm");
            for (var row = 0; row < names.Length; row++)
                lists[number[names[row]]].Add(row);
            _rows[table] = rows = [.. lists.Select(list => list.ToArray())];
        }

        return rows[arm];
    }

    /// <summary>A column of the table of months, by arm and month: the values of all replications, those that do not exist left out.</summary>
    public double[][] Monthly(string column, int arm)
    {
        var months = Column<int>("months", "month");
        var values = Column<double>("months", column);
        var rows = Rows("months", arm);
        var byMonth = Enumerable.Range(0, rows.Length == 0 ? 0 : rows.Max(row => months[row]) + 1).Select(_ => new List<double>()).ToArray();
        foreach (var row in rows)
            if (!double.IsNaN(values[row]))
                byMonth[months[row]].Add(values[row]);
        return [.. byMonth.Select(list => list.ToArray())];
    }
}
