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

/// <summary>Plays the arms and replications of a scenario and leaves the results on disk.</summary>
public static class Study
{
    /// <summary>
    /// Plays a study. Replications are played at the same time and written in order, so that the tables are the same byte for
    /// byte on any number of threads. The folder gets its files when all are whole, the manifest last.
    /// </summary>
    /// <param name="scenario">What to play.</param>
    /// <param name="options">How to play it, and where the results go.</param>
    /// <param name="progress">Told of every replication of an arm that is finished, in order.</param>
    /// <param name="clock">Tells when the study was played, for the manifest.</param>
    /// <param name="cancel">Ends the study early: replications that are finished in all arms are kept, and the results say that they are not complete.</param>
    /// <param name="player">Plays one replication; the model's own if left out.</param>
    /// <exception cref="ReplicationFailure">A replication could not be played; nothing is left behind.</exception>
    /// <exception cref="ResultsInTheWay">There is something in the folder already; nothing was played.</exception>
    /// <exception cref="ResultsNotWritable">The folder cannot be written to, or the disk is full; nothing is left behind.</exception>
    public static StudyResult Run(
        Scenario scenario, StudyOptions options, IProgress<StudyProgress>? progress, TimeProvider clock, CancellationToken cancel,
        Player? player = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BatchSize, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(options.FirstReplication);

        var (started, timestamp) = (clock.GetUtcNow(), clock.GetTimestamp());
        try
        {
            using var draft = ResultsDraft.Begin(options.OutputDirectory);
            var (tables, finished) = Write(draft, scenario, options, progress, player ?? Simulation.Run, cancel)
                .GetAwaiter().GetResult();
            var manifest = Describe(scenario, options, tables, finished, started, clock.GetElapsedTime(timestamp));
            draft.Save(ResultFolder.ManifestName, ManifestJson.Write(manifest));
            draft.Publish([.. tables.Select(table => table.File), ResultFolder.ManifestName]);
            return new StudyResult(draft.Directory, manifest, manifest.Complete);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new ResultsNotWritable(options.OutputDirectory, cause);
        }
    }

    private static async Task<(TableRecord[] Tables, int Finished)> Write(
        ResultsDraft draft, Scenario scenario, StudyOptions options, IProgress<StudyProgress>? progress, Player player,
        CancellationToken cancel)
    {
        var meanings = ColumnMeanings.OfThisProgram();
        var metadata = Metadata(scenario, options);
        var files = new List<TableFile>();
        try
        {
            foreach (var table in Table.All)
                files.Add(table.Create(draft.PathOf(table.FileName), meanings, metadata));

            var arms = scenario.Arms.Count;
            var total = checked(scenario.Replications * arms);
            var batch = Math.Min(options.BatchSize, scenario.Replications);
            var (done, finished, written) = (0, 0, 0);
            var replication = new Recording[arms];
            foreach (var recording in Play(scenario, options, player, total, batch * arms, cancel))
            {
                replication[done++ % arms] = recording;
                if (done % arms == 0)
                {
                    foreach (var file in files)
                        for (var arm = 0; arm < arms; arm++)
                            file.Add(scenario.Arms[arm].Name, options.FirstReplication + finished, replication[arm]);
                    finished++;
                    if (finished - written == batch)
                        await WriteGroups();
                }

                progress?.Report(new StudyProgress(done, total));
            }

            if (finished > written)
                await WriteGroups();
            foreach (var file in files)
                await file.FinishAsync();
            files.ForEach(file => file.Dispose());
            var tables = Table.All.Zip(files, (table, file) =>
                new TableRecord(table.Name, table.FileName, file.Rows, draft.HashOf(table.FileName)));
            return ([.. tables], finished);

            async Task WriteGroups()
            {
                foreach (var file in files)
                    await file.WriteGroupAsync();
                written = finished;
            }
        }
        finally
        {
            files.ForEach(file => file.Dispose());
        }
    }

    private static IEnumerable<Recording> Play(
        Scenario scenario, StudyOptions options, Player player, int total, int batch, CancellationToken cancel) =>
        OrderedPlay<Recording>.Run(total, options.Threads, Math.Max(batch, 4 * options.Threads), number =>
        {
            var arm = scenario.Arms[number % scenario.Arms.Count];
            var replication = options.FirstReplication + (number / scenario.Arms.Count);
            try
            {
                return player(arm.Setting, scenario.Seed, (uint)replication);
            }
            catch (Exception cause)
            {
                throw new ReplicationFailure(scenario, arm, replication, options.ScenarioFile, cause);
            }
        }, cancel);

    private static Dictionary<string, string> Metadata(Scenario scenario, StudyOptions options) => new()
    {
        ["program.version"] = options.ProgramVersion,
        ["program.commit"] = options.Commit,
        ["scenario.name"] = scenario.Name,
        ["scenario.sha256"] = Hash(scenario.Text),
        ["scenario.overrides"] = string.Join('\n', scenario.Overrides),
        ["seed"] = scenario.Seed.ToString(CultureInfo.InvariantCulture),
    };

    private static Manifest Describe(
        Scenario scenario, StudyOptions options, TableRecord[] tables, int finished, DateTimeOffset started, TimeSpan duration) => new()
        {
            ProgramVersion = options.ProgramVersion,
            Commit = options.Commit,
            Scenario = new ScenarioRecord
            {
                Name = scenario.Name,
                Question = scenario.Question,
                Outcomes = scenario.Outcomes,
                Overrides = scenario.Overrides,
                Sha256 = Hash(scenario.Text),
                Text = scenario.Text,
            },
            Seed = scenario.Seed,
            FirstReplication = options.FirstReplication,
            ReplicationsAsked = scenario.Replications,
            ReplicationsFinished = finished,
            BatchSize = options.BatchSize,
            Complete = finished == scenario.Replications,
            Arms = [.. scenario.Arms.Select(Describe)],
            Tables = tables,
            Machine = new MachineRecord
            {
                Started = started.ToUniversalTime(),
                Seconds = duration.TotalSeconds,
                Threads = options.Threads,
                Processors = Environment.ProcessorCount,
                OperatingSystem = RuntimeInformation.OSDescription,
                Architecture = RuntimeInformation.ProcessArchitecture.ToString(),
                Runtime = RuntimeInformation.FrameworkDescription,
            },
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
