using System.Globalization;
using Entente.Studies.Designs;
using Entente.Studies.Results;
using Entente.Studies.Running;

namespace Entente.Studies.Verifying;

/// <summary>Whether a manifest says what follows from the scenario in it, and a folder holds the files that its manifest describes and no others.</summary>
internal static class ManifestVerification
{
    /// <summary>What is wrong, a sentence each.</summary>
    /// <param name="folder">The result.</param>
    /// <param name="plan">What its scenario says is simulated.</param>
    public static IEnumerable<string> Faults(ResultFolder folder, StudyPlan plan)
    {
        var (stored, derived) = (folder.Manifest, Study.Head(plan, Options(folder)));
        return Plain(stored, derived)
            .Where(field => field.Stored != field.Derived)
            .Select(field => $"manifest.json: {field.Name} is {Text(field.Stored)}; by the scenario it is {Text(field.Derived)}.")
            .Concat(Parameters(stored, derived))
            .Concat(Files(folder, plan));
    }

    private static StudyOptions Options(ResultFolder folder) => new()
    {
        OutputDirectory = folder.Directory,
        ProgramVersion = folder.Manifest.ProgramVersion,
        Commit = folder.Manifest.Commit,
        BatchSize = folder.Manifest.BatchSize,
        FirstReplication = folder.Manifest.FirstReplication,
        Shard = folder.Manifest.Shard,

        // Only of a design may tables be left out.
        Tables = folder.Manifest.Design is null ? null : [.. folder.Manifest.Tables.Select(table => table.Name)],
    };

    private static IEnumerable<(string Name, string Stored, string Derived)> Plain(Manifest stored, Manifest derived)
    {
        (string, Func<Manifest, string>)[] fields =
        [
            ("scenario.name", manifest => manifest.Scenario.Name),
            ("scenario.question", manifest => manifest.Scenario.Question),
            ("scenario.outcomes", manifest => string.Join(", ", manifest.Scenario.Outcomes)),
            ("scenario.sha256", manifest => manifest.Scenario.Sha256),
            ("seed", manifest => manifest.Seed.ToString(CultureInfo.InvariantCulture)),
            ("replicationsAsked", manifest => manifest.ReplicationsAsked.ToString(CultureInfo.InvariantCulture)),
            ("the list of tables", manifest => string.Join(", ", manifest.Tables.Select(table => table.Name))),
            ("the list of arms", manifest => string.Join(", ", manifest.Arms.Select(arm => arm.Name))),
            ("design", manifest => manifest.Design is not { } design ? "" : string.Create(CultureInfo.InvariantCulture,
                $"{design.Method}, {design.Points} points of {design.Replications} replications over {string.Join(", ", design.Factors)}, {design.File} with SHA-256 {design.Sha256}")),
        ];
        return fields.Select(field => (field.Item1, field.Item2(stored), field.Item2(derived)));
    }

    private static IEnumerable<string> Parameters(Manifest stored, Manifest derived)
    {
        foreach (var (one, other) in stored.Arms.Zip(derived.Arms).Where(arms => arms.First.Name == arms.Second.Name))
        {
            var fields = Fields(one).ToArray();
            var expected = Fields(other).ToArray();
            foreach (var (name, value) in expected.Except(fields))
                yield return $"manifest.json: {name} of the arm {one.Name} is {Text(fields.FirstOrDefault(field => field.Name == name).Value ?? "")}; by the scenario it is {Text(value)}.";
            foreach (var (name, value) in fields.ExceptBy(expected.Select(field => field.Name), field => field.Name))
                yield return $"manifest.json: {name} of the arm {one.Name} is {Text(value)}; the scenario has no such parameter.";
        }
    }

    private static IEnumerable<(string Name, string Value)> Fields(ArmRecord arm) =>
    [
        ("preset", arm.Preset),
        ("theory", arm.Theory),
        ("months", arm.Months.ToString(CultureInfo.InvariantCulture)),
        .. arm.Parameters.Select(p => (p.Path, $"{p.Value.GetRawText()} ({p.Unit})")),
    ];

    private static IEnumerable<string> Files(ResultFolder folder, StudyPlan plan)
    {
        var parts = folder.Manifest.Tables.SelectMany(table => table.Parts).ToArray();
        foreach (var part in parts.Where(part => !folder.IsAsWritten(part)))
            yield return $"{part.File} is not the file that the manifest describes: its SHA-256 differs.";
        foreach (var table in folder.Manifest.Tables)
        {
            for (var part = 0; part < table.Parts.Count; part++)
                if (folder.IsAsWritten(table.Parts[part]) && Scenario(folder, table, part) is var scenario && scenario != folder.Manifest.Scenario.Sha256)
                    yield return $"{table.Parts[part].File} is of another scenario: it says that the SHA-256 of its text is {Text(scenario)}.";
        }

        if (plan.Design is { } design && Design(folder) != design.Csv)
            yield return $"{DesignPoints.FileName} is not the one that follows from the scenario.";
        foreach (var file in ResultFolder.TableNames.Select(folder.At).Where(Directory.Exists).SelectMany(Directory.EnumerateFiles)
            .Select(file => Path.GetRelativePath(folder.Directory, file).Replace('\\', '/'))
            .Except(parts.Select(part => part.File)).Order(StringComparer.Ordinal))
            yield return $"{file} is not in the manifest, and yet whoever reads all files of the table reads it.";
    }

    private static string Scenario(ResultFolder folder, TableRecord table, int part) =>
        folder.Read(table.Name).MetadataAsync(part).GetAwaiter().GetResult().GetValueOrDefault("scenario.sha256", "");

    private static string Design(ResultFolder folder)
    {
        var path = folder.At(DesignPoints.FileName);
        return File.Exists(path) ? OwnFile.Text(path) : "";
    }

    private static string Text(string value) => value.Length == 0 ? "nothing" : value;
}
