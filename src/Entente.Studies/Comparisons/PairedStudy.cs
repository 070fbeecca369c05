using Entente.Engine;
using Entente.Scenarios;
using Entente.Studies.Claims;
using Entente.Studies.Running;

namespace Entente.Studies.Comparisons;

/// <summary>What to compare, and how well.</summary>
public sealed record PairedStudyOptions
{
    /// <summary>The outcome: a column of the table of runs, or a measure.</summary>
    public required string Outcome { get; init; }
    /// <summary>The arm that the others are compared with, by number.</summary>
    public required int Reference { get; init; }
    /// <summary>The other arms, by number.</summary>
    public required IReadOnlyList<int> Others { get; init; }
    /// <summary>How well differences are to be known.</summary>
    public required Precision Within { get; init; }
    /// <summary>Probability that all that is said holds, above 0 and below 1.</summary>
    public double Confidence { get; init; } = 0.95;
    /// <summary>The most replications.</summary>
    public int Budget { get; init; } = 2000;
    /// <summary>Replications played at the same time; no result depends on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}

/// <summary>Values of arms, replication by replication in the same worlds, and what they say of the differences.</summary>
/// <param name="Values">By arm (the reference first) and replication.</param>
/// <param name="Contrasts">One for each other arm.</param>
/// <param name="Interrupted">Whether it was ended early.</param>
public sealed record PairedResult(IReadOnlyList<IReadOnlyList<double>> Values, IReadOnlyList<Contrast> Contrasts, bool Interrupted)
{
    /// <summary>Replications played.</summary>
    public int Replications => Values[0].Count;

    /// <summary>Whether every difference is known as asked, or small.</summary>
    public bool Decided => Contrasts.All(contrast => contrast.State != ContrastState.Open);
}

/// <summary>Adds paired replications until differences are known, or the budget is spent.</summary>
public static class PairedStudy
{
    /// <summary>Replications between two looks.</summary>
    public const int Look = 20;

    /// <summary>Plays and looks. The same on any number of threads.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="file">The file it was read from, for the command that replays a failure.</param>
    /// <param name="options">What to compare, and how well.</param>
    /// <param name="progress">Told of replications that are finished; of the whole budget.</param>
    /// <param name="cancel">Ends it early; what is known so far is the result.</param>
    /// <param name="player">Plays one replication; the model's own if left out.</param>
    /// <exception cref="ReplicationFailure">A replication could not be played.</exception>
    public static PairedResult Run(
        Scenario scenario, string? file, PairedStudyOptions options, IProgress<StudyProgress>? progress, CancellationToken cancel, Player? player = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(options);
        Arm[] arms = [scenario.Arms[options.Reference], .. options.Others.Select(arm => scenario.Arms[arm])];
        var values = arms.Select(_ => new List<double>()).ToArray();
        var diverged = arms.Select(_ => new List<int?>()).ToArray();

        PairedResult Seen(bool interrupted) => new(values, [.. arms.Skip(1).Select((arm, i) => Contrast.Look(
            arm.Name, values[0], values[i + 1], diverged[i + 1], options.Within, (1 - options.Confidence) / options.Others.Count, scenario.Seed))], interrupted);

        while (true)
        {
            var (before, next) = (values[0].Count, Math.Min(values[0].Count + Look, options.Budget));
            var played = OrderedPlay<(double Value, int? Month)[]>.Run(next - before, options.Threads, 4 * options.Threads,
                number => Play(scenario, file, arms, before + number, options.Outcome, player ?? Simulation.Run), cancel);
            foreach (var replication in played)
            {
                for (var arm = 0; arm < arms.Length; arm++)
                {
                    values[arm].Add(replication[arm].Value);
                    diverged[arm].Add(replication[arm].Month);
                }

                progress?.Report(new StudyProgress(values[0].Count, options.Budget));
            }

            var seen = Seen(values[0].Count < next);
            if (seen.Interrupted || seen.Decided || next == options.Budget)
                return seen;
        }
    }

    private static (double, int?)[] Play(Scenario scenario, string? file, Arm[] arms, int replication, string outcome, Player player)
    {
        var recordings = arms.Select(arm =>
        {
            try
            {
                return player(arm.Setting, scenario.Seed, (uint)replication);
            }
            catch (Exception cause)
            {
                throw new ReplicationFailure(scenario, arm, replication, file, cause);
            }
        }).ToArray();
        return [.. recordings.Select(recording => (OutcomeValues.Of(outcome, recording), Divergence.Month(recordings[0], recording)))];
    }
}
