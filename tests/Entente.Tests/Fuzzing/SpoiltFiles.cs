using Entente.Scenarios;
using Entente.Scenarios.Calibrations;
using Entente.Scenarios.Claims;
using Entente.Scenarios.Laboratory;
using Entente.Scenarios.Landscapes;
using Entente.Studies.Calibration;
using Entente.Studies.Claims;
using Entente.Studies.Cluster;
using Entente.Studies.Laboratory;
using Entente.Studies.Results;
using Entente.Studies.Survival;
using Entente.Tests.Scenarios;
using Entente.Tests.Studies;
using Entente.Tests.Studies.Calibration;
using Entente.Tests.Studies.Cluster;
using NUnit.Framework;

namespace Entente.Tests.Fuzzing;

/// <summary>
/// Every reader of a file is given files of ours that were spoilt. Whatever comes of it is a reading, or what the reader says is wrong; never another
/// exception, never without end, never without bound on memory. More mutations by hand: <c>ENTENTE_FUZZ=100000 dotnet test --filter SpoiltFiles</c>;
/// a failure says how to replay it.
/// </summary>
[NonParallelizable]
public sealed class SpoiltFiles : IDisposable
{
    private const int Usual = 200;
    private const string Count = "ENTENTE_FUZZ";
    private const string Case = "ENTENTE_FUZZ_CASE";
    private const long MostBytes = 400L << 20;

    // Far more than any takes, so that a busy machine is no failure.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestCase("scenario")]
    [TestCase("parameters")]
    [TestCase("included")]
    [TestCase("experiment")]
    [TestCase("alliances")]
    [TestCase("choices-by-period")]
    [TestCase("responses")]
    [TestCase("claim")]
    [TestCase("landscape")]
    [TestCase("calibration")]
    [TestCase("panel")]
    [TestCase("manifest")]
    [TestCase("ledger")]
    [TestCase("submission")]
    [TestCase("points")]
    [TestCase("part")]
    [TestCase("foreign-part")]
    public void A_spoilt_file_is_read_or_refused(string name)
    {
        var reader = Reader(name);
        byte[][] files = [.. reader.Files.Select(File.ReadAllBytes)];
        Assert.That(files, Is.Not.Empty);
        foreach (var file in files)
            Assert.That(reader.Read(file), Is.EqualTo(""), "what is not spoilt is read");
        foreach (var number in Numbers(name))
            Try(name, reader, number, Mutation.Of(files[number % files.Length], files[number / files.Length % files.Length], (ulong)number));
    }

    private static void Try(string name, Spoilt reader, int number, byte[] bytes)
    {
        var replay = $"{name}, mutation {number}. To replay it: {Case}={name}:{number} dotnet test tests/Entente.Tests --filter SpoiltFiles";
        var said = "";
        var allocated = 0L;
        var reading = Task.Factory.StartNew(
            () =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                said = reader.Read(bytes);
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            if (!reading.Wait(Longest))
                Assert.Fail($"is not read after {Longest.TotalSeconds} s: {replay}");
        }
        catch (AggregateException cause)
        {
            Assert.Fail($"{cause.InnerException}\n{replay}");
        }

        if (allocated > MostBytes)
            Assert.Fail($"takes {allocated >> 20} MB: {replay}");
        if (said.Any(char.IsControl) || said.Contains("System.", StringComparison.Ordinal) || said.Contains("Entente.", StringComparison.Ordinal) || said.Contains("CsvHelper", StringComparison.Ordinal))
            Assert.Fail($"says {said}\n{replay}");
    }

    private static IEnumerable<int> Numbers(string name) =>
        Environment.GetEnvironmentVariable(Case)?.Split(':') is [var only, var number] ? only == name ? [int.Parse(number)] : []
        : Enumerable.Range(0, int.TryParse(Environment.GetEnvironmentVariable(Count), out var count) ? count : Usual);

    /// <summary>A reader, the files that it reads, and how it reads bytes: what it says is wrong, or nothing.</summary>
    private sealed record Spoilt(IReadOnlyList<string> Files, Func<byte[], string> Read);

    private Spoilt Reader(string name) => name switch
    {
        "scenario" => new(Delivered(""), At("scenario.yaml", path => Said(ScenarioReader.Read(path).Problems))),
        "parameters" => new(
            [Delivered("calibration").Single(file => file.EndsWith("starting-numbers.yaml", StringComparison.Ordinal))],
            At("parameters.yaml", path =>
            {
                FileKinds.Read(path, out var text, out var problem);
                return problem is null ? Said(FileKinds.CheckParameters(text, path)) : Said([problem]);
            })),
        "included" => new(
            [Delivered("calibration").Single(file => file.EndsWith("starting-numbers.yaml", StringComparison.Ordinal))],
            At("below.yaml", path => Said(ScenarioReader.Parse(
                "{ name: x, question: x, seed: 1, replications: 1, include: below.yaml, arms: [{ name: a, preset: tight-contract }] }", Path.Combine(Path.GetDirectoryName(path)!, "above.yaml")).Problems))),
        "experiment" => new(Delivered("lab"), At("experiment.yaml", path => Said(ExperimentReader.Read(path).Problems))),
        "claim" => new([.. Delivered("claims"), .. Delivered("facts")], At("claim.yaml", path => Said(ClaimReader.Read(path, Measures.Names).Problems))),
        "landscape" => new(Delivered("landscape"), At("landscape.yaml", path => Said(LandscapeReader.Read(path).Problems))),
        "calibration" => new(
            [.. Delivered("calibration").Where(file => File.ReadAllText(file).Contains("\nparameters:\n  - ", StringComparison.Ordinal))],
            // What it names is beside it.
            At(Path.Combine(Copied("calibration"), "spoilt.yaml"), path => Said(CalibrationReader.Read(path, FieldObjective.Outcomes).Problems))),
        "panel" => new([Path.Combine(Example.Folder(), "panels", "artificial.csv")], At("panel.csv", path => Said(PanelReader.Read(path, new PanelRequest { Until = "2000-12-31" }).Problems))),
        "alliances" or "choices-by-period" or "responses" => Counts($"{name}.csv"),
        "submission" => Submitted(),
        "points" => Points(),
        "foreign-part" => Foreign(),
        _ => Results(name),
    };

    private Spoilt Counts(string file)
    {
        var folder = Copied("lab", "observed");
        return new([Path.Combine(Example.Folder(), "lab", "observed", file)], bytes =>
        {
            File.WriteAllBytes(Path.Combine(folder, file), bytes);
            try
            {
                ObservedCounts.Read(folder, "pd2", 2);
                return "";
            }
            catch (ObservationsUnreadable problem)
            {
                return Blind(problem.Message);
            }
        });
    }

    private Spoilt Submitted()
    {
        SlurmScriptTests.Toy("--time=1:00").Write(_folder.At("whole"));
        SlurmScriptTests.Toy("--time=1:00").Write(_folder.At("spoilt"));
        return new([_folder.At("whole", "slurm", "submission.json")], At(Path.Combine("spoilt", "slurm", "submission.json"), _ =>
        {
            Submission.Read(_folder.At("spoilt"));
            return "";
        }));
    }

    private Spoilt Points()
    {
        var plan = LedgerTests.Plan with { Start = 20 };
        CalibrationLedger.Open(_folder.At("search"), plan, "1").Save([.. Enumerable.Range(0, 20).Select(i => new TriedPoint(0, [i / 20.0], i, i))]);
        var first = File.ReadAllText(_folder.At("search", "points.csv")).Split('\n')[0] + "\n";
        var below = _folder.At("below.csv");
        File.WriteAllText(below, File.ReadAllText(_folder.At("search", "points.csv"))[first.Length..]);
        // The first line says of which search they are; with another nothing below it is looked at.
        return new([below], bytes =>
        {
            File.WriteAllBytes(_folder.At("search", "points.csv"), [.. System.Text.Encoding.ASCII.GetBytes(first), .. bytes]);
            return Refused(() => CalibrationLedger.Open(_folder.At("search"), plan, "1"));
        });
    }

    /// <summary>The manifest, the ledger or a part of a study.</summary>
    private Spoilt Results(string name)
    {
        var (kept, spoilt) = (_folder.At($"{name}-whole"), _folder.At($"{name}-spoilt"));
        foreach (var folder in (string[])[kept, spoilt])
        {
            try
            {
                Fakes.Run(Fakes.Scenario(2, 6), Fakes.Options(folder, batchSize: 2), (setting, seed, replication) =>
                    name == "ledger" && replication == 5 ? throw new InvalidOperationException("a study that is not finished") : Fakes.Play(setting, seed, replication));
            }
            catch (Entente.Studies.Running.ReplicationFailure)
            {
                // Two batches are whole.
            }
        }

        var file = name switch { "manifest" => ResultFolder.ManifestName, "ledger" => Ledger.FileName, _ => Path.Combine("runs", "00000.parquet") };
        var whole = File.ReadAllBytes(Path.Combine(kept, file));
        return new([Path.Combine(kept, file)], bytes =>
        {
            File.WriteAllBytes(Path.Combine(spoilt, file), bytes);
            if (name == "ledger")
                return Refused(() => Ledger.Read(spoilt));
            var read = false;
            var said = Refused(() =>
            {
                var results = ResultFolder.Open(spoilt);
                results.Column<double>("runs", "netValue");
                results.Columns("firms");
                read = true;
            });
            return name == "part" && read != bytes.AsSpan().SequenceEqual(whole) ? "a spoilt part is read \n" : said;
        });
    }

    /// <summary>A part that somebody spoilt, with a manifest that says that it is as it was written.</summary>
    private Spoilt Foreign()
    {
        var folder = _folder.At("foreign");
        Fakes.Run(Fakes.Scenario(2, 6), Fakes.Options(folder, batchSize: 6), Fakes.Play);
        var (part, manifest) = (Path.Combine(folder, "events", "00000.parquet"), Path.Combine(folder, ResultFolder.ManifestName));
        var (original, written) = (_folder.At("events.parquet"), File.ReadAllText(manifest));
        File.Copy(part, original);
        var hash = Hash(File.ReadAllBytes(part));
        return new([original], bytes =>
        {
            File.WriteAllBytes(part, bytes);
            File.WriteAllText(manifest, written.Replace(hash, Hash(bytes), StringComparison.Ordinal));
            return Refused(() =>
            {
                var results = ResultFolder.Open(folder);
                results.Column<int>("events", "month");
                results.Column<string>("events", "kind");
                results.Column<double>("events", "amount");
                var table = results.Read("events");
                table.ColumnsAsync().GetAwaiter().GetResult();
                for (var group = table.GroupsAsync(0).GetAwaiter().GetResult() - 1; group >= 0; group--)
                    table.GroupAsync(0, group).GetAwaiter().GetResult();
            });
        });
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));

    private Func<byte[], string> At(string name, Func<string, string> read)
    {
        var path = Path.IsPathRooted(name) ? name : _folder.At(name);
        return bytes =>
        {
            File.WriteAllBytes(path, bytes);
            try
            {
                return read(path);
            }
            catch (ResultsUnreadable problem)
            {
                return Blind(problem.Message);
            }
        };
    }

    /// <summary>What results that are spoilt are refused with.</summary>
    private string Refused(Action read)
    {
        try
        {
            read();
            return "";
        }
        catch (Exception problem) when (problem is ResultsUnreadable or ResultsInTheWay)
        {
            return Blind(problem.Message);
        }
    }

    /// <summary>A message without the path of the file, which is a test's own.</summary>
    private string Blind(string message) => message.Replace(_folder.Root, "", StringComparison.Ordinal);

    private static string Said(IReadOnlyList<Problem> problems) => string.Join(' ', problems.Select(problem => problem.Message));

    private static string[] Delivered(string below) =>
        [.. Directory.GetFiles(Path.Combine(Example.Folder(), below), "*.yaml").Order(StringComparer.Ordinal)];

    /// <summary>A copy of the delivered scenarios; the path of a folder in it.</summary>
    private string Copied(params string[] folder)
    {
        foreach (var file in Directory.EnumerateFiles(Example.Folder(), "*", SearchOption.AllDirectories))
        {
            var copy = _folder.At("scenarios", Path.GetRelativePath(Example.Folder(), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }

        return _folder.At(["scenarios", .. folder]);
    }
}
