using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Entente.Engine;
using Entente.Observation;
using Entente.Scenarios;
using Entente.Studies.Results;

namespace Entente.Studies.Running;

/// <summary>
/// Plays every arm and replication of a scenario and leaves the results on disk. Replications are played on several threads and written in
/// order, batch by batch: the bytes do not depend on the threads.
/// </summary>
public static class Study
{
    /// <summary>Plays a study.</summary>
    /// <param name="scenario">What to play.</param>
    /// <param name="options">How, and where results go.</param>
    /// <param name="progress">Told after every replication; may be null.</param>
    /// <param name="clock">Tells the time, for the manifest.</param>
    /// <param name="cancel">Stops after the batches that are whole; the result is then marked incomplete.</param>
    /// <param name="player">Who plays a replication; the engine unless given.</param>
    /// <exception cref="ReplicationFailure">A replication failed; nothing is left behind.</exception>
    /// <exception cref="ResultsNotWritable">The folder cannot be written; nothing is left behind.</exception>
    public static StudyResult Run(
        Scenario scenario, StudyOptions options, IProgress<StudyProgress>? progress, TimeProvider clock, CancellationToken cancel,
        Player? player = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        var started = clock.GetUtcNow();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(scenario.Text)));
        try
        {
            using var writer = new ResultWriter(options.Directory, About(scenario, options, hash));
            var played = Play(scenario, options, writer, progress, player ?? Simulation.Run, cancel);
            var manifest = writer.Complete(tables => new Manifest
            {
                Program = options.Program,
                Commit = options.Commit,
                Complete = played == scenario.Replications,
                Scenario = scenario.Name,
                Question = scenario.Question,
                Seed = scenario.Seed,
                Replications = scenario.Replications,
                ReplicationsPlayed = played,
                Overrides = scenario.Overrides,
                Outcomes = scenario.Outcomes,
                Arms = [.. scenario.Arms.Select(Describe)],
                Tables = tables,
                ScenarioHash = hash,
                ScenarioText = scenario.Text,
                Circumstances = new Circumstances(started, (clock.GetUtcNow() - started).TotalSeconds, options.Threads,
                    RuntimeInformation.RuntimeIdentifier, Environment.ProcessorCount, RuntimeInformation.FrameworkDescription),
            });
            return new StudyResult(options.Directory, manifest);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new ResultsNotWritable(options.Directory, cause);
        }
    }

    private static int Play(Scenario scenario, StudyOptions options, ResultWriter writer, IProgress<StudyProgress>? progress,
        Player player, CancellationToken cancel)
    {
        // While one batch is written the next is played.
        var writing = Task.CompletedTask;
        var done = 0;
        var first = 0;
        try
        {
            for (; first < scenario.Replications && !cancel.IsCancellationRequested; first += options.BatchSize)
            {
                var count = Math.Min(options.BatchSize, scenario.Replications - first);
                var batch = new (string Arm, int Replication, Recording Recording)[count * scenario.Arms.Count];
                var start = first;
                Parallel.For(0, batch.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancel },
                    item =>
                    {
                        var replication = start + item / scenario.Arms.Count;
                        var arm = scenario.Arms[item % scenario.Arms.Count];
                        batch[item] = (arm.Name, replication, PlayOne(scenario, arm, replication, player));
                        progress?.Report(new StudyProgress(
                            Interlocked.Increment(ref done), scenario.Replications * scenario.Arms.Count));
                    });
                writing.GetAwaiter().GetResult();
                writing = Task.Run(() => writer.Write(batch), CancellationToken.None);
            }
        }
        catch (OperationCanceledException)
        {
            // The batch at hand is not whole, so it does not count.
        }
        catch (AggregateException several) when (several.InnerExceptions.Count > 0)
        {
            Settle(writing);
            ExceptionDispatchInfo.Throw(Earliest(several));
        }

        writing.GetAwaiter().GetResult();
        return Math.Min(first, scenario.Replications);
    }

    private static Recording PlayOne(Scenario scenario, Arm arm, int replication, Player player)
    {
        try
        {
            return player(arm.Setting, scenario.Seed, (uint)replication);
        }
        catch (Exception cause)
        {
            throw new ReplicationFailure(scenario.Name, arm.Name, scenario.Seed, replication, cause);
        }
    }

    private static Exception Earliest(AggregateException several) =>
        several.InnerExceptions.OfType<ReplicationFailure>().OrderBy(failure => failure.Replication).FirstOrDefault()
        ?? several.InnerExceptions[0];

    // A failed replication is what there is to report, whatever becomes of the batch still being written.
    private static void Settle(Task writing) => Task.WhenAny(writing).GetAwaiter().GetResult();

    private static ArmInfo Describe(Arm arm) => new(arm.Name, arm.Preset,
        new SortedDictionary<string, string>(
            ParameterCatalogue.Of(arm.Setting).ToDictionary(entry => entry.Path, entry => entry.Text), StringComparer.Ordinal));

    private static Dictionary<string, string> About(Scenario scenario, StudyOptions options, string hash) => new()
    {
        ["entente.program"] = options.Program,
        ["entente.commit"] = options.Commit,
        ["entente.scenario"] = scenario.Name,
        ["entente.scenarioHash"] = hash,
        ["entente.seed"] = scenario.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
