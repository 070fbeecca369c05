using System.Security.Cryptography;
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
public sealed record Difference(string Table, string Column, int Replication, string Stored, string Played);

/// <summary>What came of playing a part of a result again.</summary>
/// <param name="Replications">The replications that were played again, in order.</param>
/// <param name="Values">Values compared, bit by bit.</param>
/// <param name="Spoilt">Tables whose file is not the one the manifest describes.</param>
/// <param name="Differences">The first value that differs of each column and replication.</param>
public sealed record VerificationResult(
    IReadOnlyList<int> Replications, long Values, IReadOnlyList<string> Spoilt, IReadOnlyList<Difference> Differences)
{
    /// <summary>Whether everything is as it was.</summary>
    public bool Same => Spoilt.Count == 0 && Differences.Count == 0;
}

/// <summary>Plays a random sample of a result again, from its manifest alone, and compares every bit of every table.</summary>
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
        var scenario = Scenario(folder);
        var replications = Sample(manifest.ReplicationsFinished, sample, seed).Select(r => manifest.FirstReplication + r).ToArray();
        var differences = new List<Difference>();
        var values = 0L;
        foreach (var replication in replications)
        {
            cancel.ThrowIfCancellationRequested();
            var scratch = Directory.CreateTempSubdirectory("entente-verify-").FullName;
            try
            {
                var played = Play(scenario, replication, Path.Combine(scratch, "played"), clock, cancel);
                foreach (var table in manifest.Tables)
                    values += Compare(folder, played, table.Name, replication, differences).GetAwaiter().GetResult();
            }
            finally
            {
                Directory.Delete(scratch, recursive: true);
            }
        }

        return new VerificationResult(replications, values, [.. Spoilt(folder)], differences);
    }

    private static Scenario Scenario(ResultFolder folder)
    {
        var manifest = folder.Manifest;
        var reading = ScenarioReader.Parse(
            manifest.Scenario.Text, ResultFolder.ManifestName, new ScenarioOverrides(Set: manifest.Scenario.Overrides));
        if (reading.Scenario is { } scenario)
            return scenario;
        throw new ResultsUnreadable(
            folder.Directory, $"holds a scenario that this program does not read ({reading.Problems[0].Message}); it was written by version {manifest.ProgramVersion}.");
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

    private static ResultFolder Play(Scenario scenario, int replication, string directory, TimeProvider clock, CancellationToken cancel)
    {
        var options = new StudyOptions
        {
            OutputDirectory = directory,
            ProgramVersion = "",
            Commit = "",
            BatchSize = 1,
            FirstReplication = replication,
        };
        var result = Study.Run(scenario with { Replications = 1 }, options, null, clock, cancel);
        return result.Complete ? ResultFolder.Open(result.Directory) : throw new OperationCanceledException(cancel);
    }

    private static async Task<long> Compare(
        ResultFolder stored, ResultFolder played, string table, int replication, List<Difference> differences)
    {
        await using var before = await stored.ReadAsync(table);
        await using var now = await played.ReadAsync(table);
        var names = before.Columns.Select(column => column.Name).ToArray();
        if (!names.SequenceEqual(now.Columns.Select(column => column.Name)))
        {
            differences.Add(new Difference(table, "", replication, $"{names.Length} columns", $"{now.Columns.Count()} columns"));
            return 0;
        }

        var held = await before.GroupAsync((replication - stored.Manifest.FirstReplication) / stored.Manifest.BatchSize);
        var again = await now.GroupAsync(0);
        var numbers = (int[])held[Array.IndexOf(names, "replication")];
        int[] rows = [.. Enumerable.Range(0, numbers.Length).Where(row => numbers[row] == replication)];
        if (rows.Length != again[0].Length)
        {
            differences.Add(new Difference(table, "", replication, $"{rows.Length} rows", $"{again[0].Length} rows"));
            return 0;
        }

        for (var column = 0; column < names.Length; column++)
        {
            var (one, other) = (held[column], again[column]);
            var first = Enumerable.Range(0, rows.Length).FirstOrDefault(i => !Same(one.GetValue(rows[i]), other.GetValue(i)), -1);
            if (first >= 0)
                differences.Add(new Difference(table, names[column], replication, Text(one.GetValue(rows[first])), Text(other.GetValue(first))));
        }

        return (long)rows.Length * names.Length;
    }

    private static bool Same(object? one, object? other) => (one, other) switch
    {
        (double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b),
        _ => Equals(one, other),
    };

    private static string Text(object? value) => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private static IEnumerable<string> Spoilt(ResultFolder folder)
    {
        foreach (var table in folder.Manifest.Tables)
        {
            using var file = File.OpenRead(folder.PathOf(table.Name));
            if (Convert.ToHexStringLower(SHA256.HashData(file)) != table.Sha256)
                yield return table.File;
        }
    }
}
