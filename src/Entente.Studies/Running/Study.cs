using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Entente.Engine;
using Entente.Observation;
using Entente.Scenarios;
using Entente.Studies.Results;

namespace Entente.Studies.Running;

/// <summary>
/// Plays the arms and replications of a scenario, or of every point of its design, and leaves the results on disk batch by batch, so that memory
/// does not grow with the study and what is killed loses no more than a batch.
/// </summary>
public static class Study
{
    // Replications that may wait to be written: enough to keep players busy while a batch is written.
    internal const int Waiting = 20;

    /// <summary>Plays a scenario as it is.</summary>
    /// <inheritdoc cref="Run(StudyPlan, StudyOptions, IProgress{StudyProgress}?, TimeProvider, CancellationToken, Player?)"/>
    public static StudyResult Run(
        Scenario scenario, StudyOptions options, IProgress<StudyProgress>? progress, TimeProvider clock, CancellationToken cancel,
        Player? player = null) => Run(StudyPlan.Of(scenario), options, progress, clock, cancel, player);

    /// <summary>
    /// Plays a study. Replications are played at the same time and written in order, so that the tables are the same byte for
    /// byte on any number of threads, interrupted and resumed or not. The manifest is written last.
    /// </summary>
    /// <param name="plan">What to play.</param>
    /// <param name="options">How to play it, and where the results go.</param>
    /// <param name="progress">Told of every replication of an arm that is finished, in order.</param>
    /// <param name="clock">Tells when the study was played, for the manifest.</param>
    /// <param name="cancel">Ends the study early: replications that are finished in all arms are kept, and the results say that they are not complete.</param>
    /// <param name="player">Plays one replication; the model's own if left out.</param>
    /// <exception cref="ReplicationFailure">A replication could not be played; batches finished before it are kept.</exception>
    /// <exception cref="ResultsInTheWay">There is something else in the folder already; nothing was played.</exception>
    /// <exception cref="ResultsUnreadable">What is to be gone on with is spoilt; nothing was played.</exception>
    /// <exception cref="ResultsNotWritable">The folder cannot be written to, or the disk is full; batches finished before are kept.</exception>
    /// <exception cref="StudyStopped">Something else went wrong; batches finished before are kept.</exception>
    public static StudyResult Run(
        StudyPlan plan, StudyOptions options, IProgress<StudyProgress>? progress, TimeProvider clock, CancellationToken cancel,
        Player? player = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BatchSize, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(options.FirstReplication);

        var (started, timestamp) = (clock.GetUtcNow(), clock.GetTimestamp());
        var head = Head(plan, options);
        var kept = 0;
        try
        {
            if (options.Resume && StudyFolder.Whole(options.OutputDirectory, head) is { } whole)
                return new StudyResult(Path.GetFullPath(options.OutputDirectory), whole, true);
            using var folder = StudyFolder.Open(options.OutputDirectory, head, options.Resume);
            kept = folder.Batches.Sum(batch => batch.Replications);
            var complete = Play(folder, plan, options, progress, player ?? Simulation.Run, batch => kept += batch.Replications, cancel)
                .GetAwaiter().GetResult();
            var manifest = Describe(head, folder.Batches, complete) with { Machine = Machine(options, started, clock.GetElapsedTime(timestamp)) };
            if (kept > 0)
                folder.Publish(manifest, plan.Design?.Csv);
            return new StudyResult(folder.Directory, manifest, complete);
        }
        catch (Exception cause) when (DiskFault.Is(cause))
        {
            throw new ResultsNotWritable(options.OutputDirectory, cause, kept);
        }
        catch (ReplicationFailure failure)
        {
            failure.Kept = kept;
            throw;
        }
        catch (Exception cause) when (cause is not (ResultsInTheWay or ResultsUnreadable))
        {
            throw new StudyStopped(cause, kept);
        }
    }

    /// <summary>Plays batch after batch; false where it was cancelled before the last.</summary>
    private static async Task<bool> Play(
        StudyFolder folder, StudyPlan plan, StudyOptions options, IProgress<StudyProgress>? progress, Player player,
        Action<BatchRecord> told, CancellationToken cancel)
    {
        var tables = Tables(options);
        var meanings = ColumnMeanings.OfThisProgram();
        var metadata = Metadata(plan.Scenario, options);
        TableFile[] files = [.. tables.Select(table => table.Create(folder.PathOf(table.DraftName), plan.Design is not null, meanings, metadata))];
        try
        {
            return await Play(folder, tables, files, plan, options, progress, player, told, cancel);
        }
        finally
        {
            foreach (var file in files)
                file.Dispose();
        }
    }

    private static async Task<bool> Play(
        StudyFolder folder, IReadOnlyList<Table> tables, TableFile[] files, StudyPlan plan, StudyOptions options, IProgress<StudyProgress>? progress, Player player,
        Action<BatchRecord> told, CancellationToken cancel)
    {
        var batches = new Batches(plan.Replications, options.BatchSize);
        var (from, to) = batches.Of(options.Shard);
        var batch = from + folder.Batches.Count;
        var (arms, first, last) = (plan.Scenario.Arms.Count, batches.Start(batch), batches.Start(to));
        var total = checked((last - batches.Start(from)) * arms);
        var before = (first - batches.Start(from)) * arms;
        var recordings = new Recording[arms];
        var (done, next) = (0, first);
        foreach (var recording in Recordings(plan, options, player, first, last, cancel))
        {
            recordings[done++ % arms] = recording;
            if (done % arms == 0)
            {
                var (point, replication) = Math.DivRem(next, plan.Scenario.Replications);
                foreach (var file in files)
                    for (var arm = 0; arm < arms; arm++)
                        await file.AddAsync(new Origin(point, plan.Scenario.Arms[arm].Name, options.FirstReplication + replication), recordings[arm]);
                next++;
                if (next == batches.Start(batch + 1))
                {
                    told(await Keep(folder, tables, files, batch, next - batches.Start(batch), whole: true));
                    batch++;
                }
            }

            progress?.Report(new StudyProgress(before + done, total));
        }

        if (next > batches.Start(batch))
            told(await Keep(folder, tables, files, batch, next - batches.Start(batch), whole: false));
        return next == last;
    }

    private static async Task<BatchRecord> Keep(StudyFolder folder, IReadOnlyList<Table> tables, TableFile[] files, int batch, int replications, bool whole)
    {
        var parts = new List<PartRecord>();
        foreach (var (table, file) in tables.Zip(files))
            parts.Add(folder.Part(table, batch, await file.EndAsync()));
        var record = new BatchRecord(batch, replications, parts);
        folder.Keep(tables, record, whole);
        return record;
    }

    private static IEnumerable<Recording> Recordings(StudyPlan plan, StudyOptions options, Player player, int first, int last, CancellationToken cancel)
    {
        var (arms, count) = (plan.Scenario.Arms.Count, (last - first) * plan.Scenario.Arms.Count);
        var window = Math.Max(Math.Min(options.BatchSize, Waiting) * arms, 4 * options.Threads);
        return OrderedPlay<Recording>.Run(count, options.Threads, window, number =>
        {
            var (point, index) = Math.DivRem(first + (number / arms), plan.Scenario.Replications);
            var scenario = plan.At(point);
            var arm = scenario.Arms[number % arms];
            var replication = options.FirstReplication + index;
            try
            {
                return player(arm.Setting, scenario.Seed, (uint)replication);
            }
            catch (Exception cause)
            {
                throw new ReplicationFailure(scenario, arm, replication, options.ScenarioFile, cause);
            }
        }, cancel);
    }

    private static Table[] Tables(StudyOptions options) =>
        [.. Table.All.Where(table => options.Tables is null || options.Tables.Contains(table.Name))];

    private static Dictionary<string, string> Metadata(Scenario scenario, StudyOptions options) => new()
    {
        ["program.version"] = options.ProgramVersion,
        ["program.commit"] = options.Commit,
        ["scenario.name"] = scenario.Name,
        ["scenario.sha256"] = Hash(scenario.Text),
        ["scenario.overrides"] = string.Join('\n', scenario.Overrides),
        ["seed"] = scenario.Seed.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The manifest before anything was played.</summary>
    internal static Manifest Head(StudyPlan plan, StudyOptions options) => new()
    {
        ProgramVersion = options.ProgramVersion,
        Commit = options.Commit,
        Scenario = new ScenarioRecord
        {
            Name = plan.Scenario.Name,
            Question = plan.Scenario.Question,
            Outcomes = plan.Scenario.Outcomes,
            Overrides = plan.Scenario.Overrides,
            Sha256 = Hash(plan.Scenario.Text),
            Text = plan.Scenario.Text,
        },
        Seed = plan.Scenario.Seed,
        FirstReplication = options.FirstReplication,
        ReplicationsAsked = plan.Replications,
        ReplicationsFinished = 0,
        BatchSize = options.BatchSize,
        Complete = false,
        Design = plan.Record,
        Shard = options.Shard,
        Arms = [.. plan.Scenario.Arms.Select(Describe)],
        Tables = [.. Tables(options).Select(table => new TableRecord(table.Name, 0, []))],
        Machine = Machine(options, default, default),
    };

    /// <summary>The manifest of what is there.</summary>
    internal static Manifest Describe(Manifest head, IReadOnlyList<BatchRecord> batches, bool complete) => head with
    {
        ReplicationsFinished = batches.Sum(batch => batch.Replications),
        Complete = complete,
        Tables = [.. head.Tables.Select((table, i) => new TableRecord(table.Name, batches.Sum(batch => batch.Parts[i].Rows), [.. batches.Select(batch => batch.Parts[i])]))],
    };

    private static MachineRecord Machine(StudyOptions options, DateTimeOffset started, TimeSpan duration) => new()
    {
        Started = started.ToUniversalTime(),
        Seconds = duration.TotalSeconds,
        Threads = options.Threads,
        Processors = Environment.ProcessorCount,
        OperatingSystem = RuntimeInformation.OSDescription,
        Architecture = RuntimeInformation.ProcessArchitecture.ToString(),
        Runtime = RuntimeInformation.FrameworkDescription,
    };

    private static ArmRecord Describe(Arm arm) => new()
    {
        Name = arm.Name,
        Preset = arm.Preset,
        Theory = Theories.NameOf(arm.Setting.Theory),
        Months = arm.Setting.Months,
        Parameters =
        [
            .. ParameterCatalogue.Of(arm.Setting).Select(p => new ParameterRecord(p.Path, JsonElement.Parse(p.Text), p.Unit)),
        ],
    };

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
