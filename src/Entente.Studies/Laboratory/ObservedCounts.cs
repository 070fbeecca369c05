using System.Globalization;
using Entente.Laboratory;
using Entente.Scenarios;
using Entente.Studies.Tables;
using Entente.Worlds;

namespace Entente.Studies.Laboratory;

/// <summary>
/// Reads what people did in a laboratory: a folder with <c>alliances.csv</c>, <c>choices-by-period.csv</c> and <c>responses.csv</c>, each with a
/// column <c>treatment</c>, so that one folder holds many treatments.
/// </summary>
public static class ObservedCounts
{
    private const int MostPeriods = 10_000;

    // Far beyond any laboratory, and little enough for all counts of a file to be added up.
    private const long MostCounted = 1_000_000_000;

    private static readonly Choice[] Choices = [Choice.Contribute, Choice.Withhold, Choice.Leave];

    /// <summary>The counts of one treatment.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="treatment">Its name, as in the column <c>treatment</c>.</param>
    /// <param name="partners">People in an alliance.</param>
    /// <exception cref="ObservationsUnreadable">A file is missing or faulty, or has nothing on the treatment; it says where and why.</exception>
    public static LaboratoryCounts Read(string folder, string treatment, int partners)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(treatment);
        var counts = new LaboratoryCounts(partners);
        Read(folder, "alliances.csv", treatment, [], row =>
        {
            counts.Alliances = row.Count("alliances", least: 1);
            counts.Terminated = row.Count("terminated", most: counts.Alliances);
            counts.AlwaysContributed = row.Count("always_contributed", most: counts.Alliances);
        });
        Read(folder, "choices-by-period.csv", treatment, ["period"], row =>
        {
            var period = row.Count("period", least: 1, most: MostPeriods);
            foreach (var choice in Choices)
                counts.Count((int)period - 1, choice, row.Count(Name(choice)));
        });
        Read(folder, "responses.csv", treatment, ["own_last", "partners_contributing_last"], row =>
        {
            var last = row.Word("own_last", "C", "N") == "C" ? Choice.Contribute : Choice.Withhold;
            var contributing = row.Count("partners_contributing_last", most: partners - 1);
            foreach (var choice in Choices)
                counts.CountResponse(last, (int)contributing, choice, row.Count(Name(choice)));
        });
        return counts;
    }

    private static string Name(Choice choice) => choice switch
    {
        Choice.Contribute => "contribute",
        Choice.Withhold => "withhold",
        _ => "leave",
    };

    private static void Read(string folder, string name, string treatment, string[] key, Action<Row> take)
    {
        var path = Path.Combine(folder, name);
        var problems = new List<Problem>();
        var table = TableFile.Read(path, null, out var text) is { } unreadable ? throw new ObservationsUnreadable(unreadable.ToString()) : Table.Read(text, path, null, problems);
        if (problems.Count > 0)
            throw new ObservationsUnreadable(problems[0].ToString());
        var lines = new Dictionary<string, int>();
        foreach (var row in table!.Rows.Select(row => new Row(table, row)).Where(row => row.Word("treatment") == treatment))
        {
            take(row);
            var told = string.Join(", ", key.Select(column => $"{column} {row.Word(column)}").Prepend($"treatment {treatment}"));
            if (!lines.TryAdd(told, row.Line))
                throw row.Twice(told, lines[told]);
        }

        if (lines.Count == 0)
            throw new ObservationsUnreadable($"{path} has nothing on the treatment {treatment}.");
    }

    private readonly struct Row(Table table, TableRow row)
    {
        public string Word(string column, params ReadOnlySpan<string> expected)
        {
            var word = Field(column);
            if (expected.Length > 0 && !expected.Contains(word))
                throw Fault(column, word, string.Join(" or ", expected.ToArray()));
            return word;
        }

        public int Line => row.Line;

        public ObservationsUnreadable Twice(string told, int first) => new(new Problem(
            table.File, row.Line, 1, string.Create(CultureInfo.InvariantCulture, $"{told} is there twice; it must be there once. The first is on line {first}.")).ToString());

        public long Count(string column, long least = 0, long most = MostCounted)
        {
            var text = Field(column);
            return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= least && count <= most
                ? count
                : throw Fault(column, text, string.Create(CultureInfo.InvariantCulture, $"a whole number between {least} and {most}"));
        }

        private string Field(string column) =>
            Place(column) is >= 0 and var place ? row.Fields[place] : throw new ObservationsUnreadable($"{table.File} has no column {column}; it has {table.Columns()}.");

        private ObservationsUnreadable Fault(string column, string text, string expected) =>
            new(new Problem(table.File, row.Line, Place(column) + 1, $"{column} is {(text.Length > 0 ? Table.Shown(text) : "empty")}; it must be {expected}.").ToString());

        private int Place(string column) => table.Headings.ToList().IndexOf(column);
    }
}

/// <summary>A table of observations that cannot be used; the message says which, where and why.</summary>
/// <param name="message">What is wrong.</param>
public sealed class ObservationsUnreadable(string message) : Exception(message);
