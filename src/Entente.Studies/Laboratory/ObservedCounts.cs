using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Entente.Laboratory;
using Entente.Worlds;

namespace Entente.Studies.Laboratory;

/// <summary>
/// Reads what people did in a laboratory: a folder with <c>alliances.csv</c>, <c>choices-by-period.csv</c> and <c>responses.csv</c>, each with a
/// column <c>treatment</c>, so that one folder holds many treatments. Lines that begin with # are comments.
/// </summary>
public static class ObservedCounts
{
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
        Read(folder, "alliances.csv", treatment, row =>
            (counts.Alliances, counts.Terminated, counts.AlwaysContributed) =
                (row.Count("alliances"), row.Count("terminated"), row.Count("always_contributed")));
        Read(folder, "choices-by-period.csv", treatment, row =>
        {
            var period = row.Count("period", least: 1);
            foreach (var choice in Choices)
                counts.Count((int)period - 1, choice, row.Count(Name(choice)));
        });
        Read(folder, "responses.csv", treatment, row =>
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

    private static void Read(string folder, string name, string treatment, Action<Row> take)
    {
        var path = Path.Combine(folder, name);
        try
        {
            using var reader = new StreamReader(path);
            using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { AllowComments = true });
            csv.Read();
            csv.ReadHeader();
            var found = false;
            while (csv.Read())
            {
                var row = new Row(csv, path);
                if (row.Word("treatment") != treatment)
                    continue;
                found = true;
                take(row);
            }

            if (!found)
                throw new ObservationsUnreadable($"{path} has nothing on the treatment {treatment}.");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or CsvHelperException)
        {
            throw new ObservationsUnreadable($"{path} cannot be read: {cause.Message.ReplaceLineEndings(" ").Split(" IReader state")[0]}", cause);
        }
    }

    private readonly struct Row(CsvReader csv, string path)
    {
        public string Word(string column, params ReadOnlySpan<string> expected)
        {
            var word = Field(column);
            if (expected.Length > 0 && !expected.Contains(word))
                throw Fault(column, word, string.Join(" or ", expected.ToArray()));
            return word;
        }

        public long Count(string column, long least = 0, long most = long.MaxValue)
        {
            var text = Field(column);
            return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= least && count <= most
                ? count
                : throw Fault(column, text, most == long.MaxValue
                    ? $"a whole number from {least} on"
                    : string.Create(CultureInfo.InvariantCulture, $"a whole number between {least} and {most}"));
        }

        private string Field(string column) =>
            csv.TryGetField<string>(column, out var text) && text is not null ? text.Trim()
                : throw new ObservationsUnreadable($"{path} has no column {column} on line {csv.Parser.RawRow}.");

        private ObservationsUnreadable Fault(string column, string is_, string expected) =>
            new($"{path}:{csv.Parser.RawRow} {column} is {(is_.Length > 0 ? is_ : "empty")}; it must be {expected}.");
    }
}

/// <summary>A table of observations that cannot be used; the message says which, where and why.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="cause">What brought it to light.</param>
public sealed class ObservationsUnreadable(string message, Exception? cause = null) : Exception(message, cause);
