using System.Globalization;

namespace Entente.Studies.Results;

/// <summary>Says in words how one study differs from another; a study can only be gone on with, or put together, where it is the same.</summary>
internal static class StudyDifference
{
    private const int MostLines = 8;

    /// <exception cref="ResultsInTheWay">What was begun is another study; the difference is shown.</exception>
    public static void Refuse(string directory, Manifest begun, Manifest asked)
    {
        var differences = Between(begun, asked).ToArray();
        if (differences.Length > 0)
            throw new ResultsInTheWay(directory, $"holds another study:\n{string.Join('\n', differences.Select(line => $"  {line}"))}\n", "Ask for the same to go on with it, or choose a new or an empty directory.");
    }

    /// <summary>What differs, a line each; nothing where they are the same.</summary>
    public static IEnumerable<string> Between(Manifest begun, Manifest asked)
    {
        (string Of, string Begun, string Asked)[] plain =
        [
            ("program version", begun.ProgramVersion, asked.ProgramVersion),
            ("program commit", begun.Commit, asked.Commit),
            ("scenario", begun.Scenario.Name, asked.Scenario.Name),
            ("set on top", string.Join(' ', begun.Scenario.Overrides), string.Join(' ', asked.Scenario.Overrides)),
            ("seed", Text(begun.Seed), Text(asked.Seed)),
            ("replications", Text(begun.ReplicationsAsked), Text(asked.ReplicationsAsked)),
            ("first replication", Text(begun.FirstReplication), Text(asked.FirstReplication)),
            ("batch", Text(begun.BatchSize), Text(asked.BatchSize)),
            ("tables", Names(begun), Names(asked)),
            ("design", Text(begun.Design), Text(asked.Design)),
            ("shard", Text(begun.Shard), Text(asked.Shard)),
        ];
        var differences = plain.Where(d => d.Begun != d.Asked).Select(d => $"{d.Of} was {Shown(d.Begun)}, is {Shown(d.Asked)}");
        return begun.Scenario.Text == asked.Scenario.Text ? differences : differences.Concat(Lines(begun.Scenario.Text, asked.Scenario.Text));
    }

    /// <summary>The lines between the first and the last that differ.</summary>
    private static IEnumerable<string> Lines(string begun, string asked)
    {
        var (before, now) = (begun.Split('\n'), asked.Split('\n'));
        var first = 0;
        while (first < before.Length && first < now.Length && before[first] == now[first])
            first++;
        var same = 0;
        while (same < before.Length - first && same < now.Length - first && before[^(same + 1)] == now[^(same + 1)])
            same++;
        yield return string.Create(CultureInfo.InvariantCulture, $"the scenario's text, from line {first + 1}:");
        foreach (var line in Some("was", before[first..^same]).Concat(Some("is ", now[first..^same])))
            yield return line;
    }

    private static IEnumerable<string> Some(string word, string[] lines)
    {
        foreach (var line in lines.Take(MostLines))
            yield return $"  {word} | {line.TrimEnd()}";
        if (lines.Length > MostLines)
            yield return string.Create(CultureInfo.InvariantCulture, $"  {word} | and {lines.Length - MostLines} more lines");
    }

    private static string Names(Manifest manifest) => string.Join(", ", manifest.Tables.Select(table => table.Name));

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(DesignRecord? design) =>
        design is null ? "" : $"{design.Method} of {Text(design.Points)} points over {string.Join(", ", design.Factors)}";

    private static string Text(Shard? shard) => shard is null ? "" : $"{Text(shard.Number)}/{Text(shard.Of)}";

    private static string Shown(string value) => value.Length == 0 ? "none" : value;
}
