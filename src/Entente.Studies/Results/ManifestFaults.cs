using System.Globalization;
using System.Text.Json;
using Entente.Studies.Designs;

namespace Entente.Studies.Results;

/// <summary>
/// What is wrong with a manifest, or a line of a ledger, that is JSON of the right shape: a file is input like any other, and what is read from it
/// is used as sizes, numbers and paths. Paths are never taken from it: a part is where parts are.
/// </summary>
internal static class ManifestFaults
{
    private const int HashDigits = 64;

    /// <summary>What is wrong with a manifest, in words; null where it could be one of this program.</summary>
    public static string? Of(Manifest manifest) => OfHead(manifest) ?? Arms(manifest.Arms) ?? Tables(manifest) ?? Counts(manifest);

    /// <summary>The same of the first line of a ledger, which has neither arms nor parts.</summary>
    public static string? OfHead(Manifest manifest) =>
        Below("firstReplication", manifest.FirstReplication, 0)
        ?? Below("replicationsAsked", manifest.ReplicationsAsked, 1)
        ?? Below("replicationsFinished", manifest.ReplicationsFinished, 0)
        ?? Above("replicationsFinished", manifest.ReplicationsFinished, manifest.ReplicationsAsked, "replicationsAsked")
        ?? Below("batchSize", manifest.BatchSize, 1)
        ?? Of(manifest.Scenario)
        ?? Of(manifest.Design, manifest.ReplicationsAsked)
        ?? Of(manifest.Shard)
        ?? Names(manifest);

    /// <summary>What is wrong with a batch that a ledger notes.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="head">The first line of the ledger.</param>
    /// <param name="place">Which line of a batch it is, from 0.</param>
    public static string? Of(BatchRecord batch, Manifest head, int place)
    {
        var batches = new Batches(head.ReplicationsAsked, head.BatchSize);
        var (from, to) = batches.Of(head.Shard);
        if (batch.Number != from + place || batch.Number >= to)
            return Said($"batch {place + 1} has number {batch.Number}", $"must have {from + place}, below {to}");
        var replications = batches.Start(batch.Number + 1) - batches.Start(batch.Number);
        if (batch.Replications != replications)
            return Said($"batch {batch.Number} has {batch.Replications} replications", $"must have {replications}");
        if (batch.Parts.Count != head.Tables.Count)
            return Said($"batch {batch.Number} has {batch.Parts.Count} parts", $"must have one for each of {head.Tables.Count} tables");
        return head.Tables.Zip(batch.Parts, (table, part) => Of(part, table.Name, batch.Number)).FirstOrDefault(fault => fault is not null);
    }

    private static string? Of(ScenarioRecord scenario) =>
        scenario.Outcomes.Count == 0 || scenario.Outcomes.Any(string.IsNullOrEmpty) ? "scenario.outcomes must name at least one outcome, and none by an empty text"
        : scenario.Overrides.Any(set => set is null) ? "scenario.overrides must not hold null"
        : null;

    private static string? Of(DesignRecord? design, int replications) =>
        design is null ? null
        : Below("design.points", design.Points, 1)
        ?? Below("design.replications", design.Replications, 1)
        ?? ((long)design.Points * design.Replications == replications ? null
            : Said($"design.points times design.replications are {(long)design.Points * design.Replications}", $"must be replicationsAsked, {replications}"))
        ?? (design.Factors.Count == 0 || design.Factors.Any(string.IsNullOrEmpty) ? "design.factors must name at least one factor, and none by an empty text" : null)
        ?? (design.File is DesignPoints.FileName ? null : Said($"design.file is {design.File}", $"must be {DesignPoints.FileName}"))
        ?? Hash("design.sha256", design.Sha256);

    private static string? Of(Shard? shard) =>
        shard is null ? null : Below("shard.of", shard.Of, 1) ?? Below("shard.number", shard.Number, 1) ?? Above("shard.number", shard.Number, shard.Of, "shard.of");

    /// <summary>The tables are some of those there are, in their order.</summary>
    private static string? Names(Manifest manifest)
    {
        if (manifest.Tables.Any(table => table is null))
            return "tables must not hold null";
        string[] names = [.. manifest.Tables.Select(table => table.Name)];
        return names.Length > 0 && names.SequenceEqual(Table.Names.Where(name => names.Contains(name))) ? null
            : $"tables are {(names.Length == 0 ? "none" : string.Join(", ", names))}; they must be one or more of {string.Join(", ", Table.Names)}, in this order";
    }

    private static string? Arms(IReadOnlyList<ArmRecord> arms)
    {
        if (arms.Count == 0 || arms.Any(arm => arm is null))
            return "arms must hold at least one, and no null";
        foreach (var arm in arms)
        {
            if (arm.Name.Length == 0 || arms.Count(other => other.Name == arm.Name) > 1)
                return $"the arm {arm.Name} must have a name of its own";
            if (Below($"months of the arm {arm.Name}", arm.Months, 1) is { } fault)
                return fault;
            if (arm.Parameters.FirstOrDefault(p => string.IsNullOrEmpty(p?.Path) || p.Unit is null
                || p.Value.ValueKind is not (JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null)) is { } parameter)
                return $"the parameter {parameter?.Path} of the arm {arm.Name} must have a path, a unit, and a number, true, false or null as its value";
            if (arm.Parameters.Any(p => p is null))
                return $"the parameters of the arm {arm.Name} must not hold null";
        }

        return null;
    }

    /// <summary>Every table has a part for each batch, where parts are.</summary>
    private static string? Tables(Manifest manifest)
    {
        var batches = new Batches(manifest.ReplicationsAsked, manifest.BatchSize);
        var (from, to) = batches.Of(manifest.Shard);
        var parts = new Batches(manifest.ReplicationsFinished, manifest.BatchSize).Count;
        foreach (var table in manifest.Tables)
        {
            if (table.Parts.Count != parts || parts > to - from)
                return Said($"the table {table.Name} has {table.Parts.Count} parts", $"must have {Math.Min(parts, to - from)}, one for each batch that was finished");
            for (var part = 0; part < parts; part++)
                if (Of(table.Parts[part], table.Name, from + part) is { } fault)
                    return fault;
            if (table.Parts.Sum(part => part.Rows) is var rows && rows != table.Rows)
                return Said($"the table {table.Name} has {table.Rows} rows", $"must have the {rows} of its parts");
        }

        return null;
    }

    private static string? Of(PartRecord? part, string table, int batch)
    {
        if (part is null)
            return $"the parts of the table {table} must not hold null";
        var name = Table.PartName(table, batch);
        return part.File != name ? Said($"a part of the table {table} is {part.File}", $"must be {name}")
            : part.Rows < 0 ? Said($"the rows of {name} are {part.Rows}", "must be 0 or more")
            : Hash($"sha256 of {name}", part.Sha256);
    }

    /// <summary>A study that says it is complete has all that was to be simulated.</summary>
    private static string? Counts(Manifest manifest)
    {
        var batches = new Batches(manifest.ReplicationsAsked, manifest.BatchSize);
        var (from, to) = batches.Of(manifest.Shard);
        var all = batches.Start(to) - batches.Start(from);
        return manifest.ReplicationsFinished > all || (manifest.Complete && manifest.ReplicationsFinished < all)
            ? Said($"replicationsFinished is {manifest.ReplicationsFinished}", manifest.Complete ? $"must be {all}, for the study is complete" : $"must be at most {all}")
            : null;
    }

    private static string? Below(string name, int value, int least) => value >= least ? null : Said($"{name} is {value}", $"must be {least} or more");

    private static string? Above(string name, int value, int most, string bound) => value <= most ? null : Said($"{name} is {value}", $"must be at most {bound}, {most}");

    private static string? Hash(string name, string hash) =>
        hash is { Length: HashDigits } && hash.All(char.IsAsciiHexDigitLower) ? null : $"{name} must be 64 small hexadecimal digits";

    private static string Said(FormattableString what, string must) => $"{what.ToString(CultureInfo.InvariantCulture)}; it {must}";

    private static string Said(FormattableString what, FormattableString must) => Said(what, must.ToString(CultureInfo.InvariantCulture));
}
