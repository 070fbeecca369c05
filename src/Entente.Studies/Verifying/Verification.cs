using System.Globalization;
using Entente.Randomness;
using Entente.Scenarios;
using Entente.Studies.Results;
using Entente.Studies.Running;

namespace Entente.Studies.Verifying;

/// <summary>A value that came out otherwise.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column; empty where the number of rows differs.</param>
/// <param name="Replication">The replication.</param>
/// <param name="Stored">What the result holds.</param>
/// <param name="Played">What was played now.</param>
public sealed record Difference(string Table, string Column, Replay Replication, string Stored, string Played);

/// <summary>A replication, of all arms, that was played again.</summary>
/// <param name="Point">The point of the design; null where there is no design.</param>
/// <param name="Replication">The replication.</param>
public sealed record Replay(int? Point, int Replication)
{
    /// <inheritdoc/>
    public override string ToString() => Point is null
        ? Replication.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Replication} of point {Point}");
}

/// <summary>What came of playing a part of a result again.</summary>
/// <param name="Replications">The replications that were played again, in order.</param>
/// <param name="Values">Values compared, bit by bit.</param>
/// <param name="Faults">What the manifest says that does not follow from its scenario, and files that are missing, spoilt or strange, a sentence each.</param>
/// <param name="Differences">The first value that differs of each column and replication.</param>
public sealed record VerificationResult(
    IReadOnlyList<Replay> Replications, long Values, IReadOnlyList<string> Faults, IReadOnlyList<Difference> Differences)
{
    /// <summary>Whether everything is as it was, and anything was compared.</summary>
    public bool Same => Values > 0 && Faults.Count == 0 && Differences.Count == 0;
}

/// <summary>
/// Simulates a random sample of a result again, from its manifest alone, and compares every bit of every table; works out again what the manifest
/// says that follows from the scenario, and looks for files that should not be there.
/// </summary>
public static class Verification
{
    /// <summary>Verifies a result.</summary>
    /// <param name="folder">The result.</param>
    /// <param name="sample">Replications to play again, of all arms; all of them where there are no more.</param>
    /// <param name="seed">Draws the sample.</param>
    /// <param name="clock">Needed for a manifest that is thrown away.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <exception cref="ResultsUnreadable">A table is spoilt, or the scenario in the manifest is not one of this program.</exception>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static VerificationResult Run(ResultFolder folder, int sample, uint seed, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentOutOfRangeException.ThrowIfLessThan(sample, 1);
        var manifest = folder.Manifest;
        var plan = StudyPlan.Again(folder);
        var batches = new Batches(manifest.ReplicationsAsked, manifest.BatchSize);
        var before = batches.Start(batches.Of(manifest.Shard).From);
        var drawn = Sample(manifest.ReplicationsFinished, sample, seed).ToArray();
        var replays = new List<Replay>();
        var differences = new List<Difference>();
        var values = 0L;
        foreach (var number in drawn)
        {
            var (point, index) = Math.DivRem(before + number, plan.Scenario.Replications);
            var replay = new Replay(plan.Design is null ? null : point, manifest.FirstReplication + index);
            replays.Add(replay);
            cancel.ThrowIfCancellationRequested();
            var scratch = Directory.CreateTempSubdirectory("entente-verify-").FullName;
            try
            {
                var played = Play(plan.At(point), replay.Replication, manifest, Path.Combine(scratch, "played"), clock, cancel);
                var part = number / manifest.BatchSize;
                foreach (var table in manifest.Tables.Where(table => folder.IsAsWritten(table.Parts[part])))
                    values += Compare(folder, played, table.Name, part, replay, differences).GetAwaiter().GetResult();
            }
            finally
            {
                Directory.Delete(scratch, recursive: true);
            }
        }

        return new VerificationResult(replays, values, [.. ManifestVerification.Faults(folder, plan)], differences);
    }

    private static IEnumerable<int> Sample(int finished, int sample, uint seed)
    {
        var luck = new Draws(seed, uint.MaxValue).At(Process.Verification, 0);
        var left = Enumerable.Range(0, finished).ToList();
        var drawn = new List<int>();
        for (; drawn.Count < sample && left.Count > 0;)
        {
            var place = luck.Below(left.Count);
            drawn.Add(left[place]);
            left.RemoveAt(place);
        }

        return drawn.Order();
    }

    private static ResultFolder Play(Scenario scenario, int replication, Manifest manifest, string directory, TimeProvider clock, CancellationToken cancel)
    {
        var options = new StudyOptions
        {
            OutputDirectory = directory,
            ProgramVersion = "",
            Commit = "",
            BatchSize = 1,
            FirstReplication = replication,
            Tables = [.. manifest.Tables.Select(table => table.Name)],
        };
        var result = Study.Run(scenario with { Replications = 1 }, options, null, clock, cancel);
        return result.Complete ? ResultFolder.Open(result.Directory) : throw new OperationCanceledException(cancel);
    }

    private static async Task<long> Compare(
        ResultFolder stored, ResultFolder played, string table, int part, Replay replay, List<Difference> differences)
    {
        var (before, now) = (stored.Read(table), played.Read(table));
        var all = (await before.ColumnsAsync()).Select(column => column.Name).ToArray();
        var names = (await now.ColumnsAsync()).Select(column => column.Name).ToArray();
        if (!all.Where(name => name != "point").SequenceEqual(names))
        {
            differences.Add(new Difference(table, "", replay, $"{all.Length} columns", $"{names.Length} columns"));
            return 0;
        }

        var held = await Rows(before, part, all, replay);
        var again = await Rows(now, 0, names, replay with { Point = null });
        held = [.. held.Where((_, i) => all[i] != "point")];
        var (stands, came) = (held[0].Count, again[0].Count);
        if (stands != came)
        {
            differences.Add(new Difference(table, "", replay, $"{stands} rows", $"{came} rows"));
            return 0;
        }

        for (var column = 0; column < names.Length; column++)
        {
            var (one, other) = (held[column], again[column]);
            var first = Enumerable.Range(0, stands).FirstOrDefault(row => !Same(one[row], other[row]), -1);
            if (first >= 0)
                differences.Add(new Difference(table, names[column], replay, Text(one[first]), Text(other[first])));
        }

        return (long)stands * names.Length;
    }

    /// <summary>The rows of a replication, column by column.</summary>
    private static async Task<List<object?>[]> Rows(TableReading reading, int part, string[] names, Replay replay)
    {
        var rows = names.Select(_ => new List<object?>()).ToArray();
        var groups = await reading.GroupsAsync(part);
        for (var group = 0; group < groups; group++)
        {
            var columns = await reading.GroupAsync(part, group);
            var numbers = (int[])columns[Array.IndexOf(names, "replication")];
            var points = replay.Point is null ? null : (int[])columns[Array.IndexOf(names, "point")];
            for (var row = 0; row < numbers.Length; row++)
                if (numbers[row] == replay.Replication && points?[row] == replay.Point)
                    foreach (var (values, column) in rows.Zip(columns))
                        values.Add(column.GetValue(row));
        }

        return rows;
    }

    private static bool Same(object? one, object? other) => (one, other) switch
    {
        (double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b),
        _ => Equals(one, other),
    };

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
