using Entente.Engine;
using Entente.Scenarios;
using Entente.Studies.Results;
using Entente.Studies.Running;

namespace Entente.Studies.Survival;

/// <summary>Simulated alliances as a panel has them: those that were signed, from the first month of operation on, in months; the arm is the group.</summary>
public static class SimulatedAlliances
{
    /// <summary>
    /// The signed alliances of a result. Of a sweep those of all points, taken together; each replication at each point counts as one.
    /// </summary>
    /// <param name="folder">The result.</param>
    /// <exception cref="ResultsUnreadable">The table of alliances is spoilt, or there is none.</exception>
    public static IReadOnlyList<PanelAlliance> Of(ResultFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        Check(folder);
        var arms = folder.Column<string>("alliances", "arm");
        var replications = folder.Column<int>("alliances", "replication");
        var signed = folder.Column<int?>("alliances", "signedMonth");
        var ended = folder.Column<int?>("alliances", "endedMonth");
        var months = folder.Column<int>("alliances", "operationMonths");
        var endings = folder.Column<string>("alliances", "ending");
        var points = folder.Manifest.Design is null ? null : folder.Column<int>("alliances", "point");
        var perPoint = replications.DefaultIfEmpty().Max() + 1;
        return [.. from row in Enumerable.Range(0, arms.Length)
                   where signed[row] is not null
                   select Alliance(months[row], ended[row], endings[row], arms[row], ((points?[row] ?? 0) * perPoint) + replications[row])];
    }

    /// <summary>Plays a scenario, writes nothing, and keeps its signed alliances.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="file">The file it was read from.</param>
    /// <param name="threads">Threads to play on; what comes out does not depend on it.</param>
    /// <param name="progress">Told of every replication of an arm that is finished.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <param name="player">Plays one replication; the model's own if left out.</param>
    /// <exception cref="ReplicationFailure">A replication could not be played.</exception>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static IReadOnlyList<PanelAlliance> Play(
        Scenario scenario, string file, int threads, IProgress<StudyProgress>? progress, CancellationToken cancel, Player? player = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var alliances = new List<PanelAlliance>();
        var total = checked(scenario.Replications * scenario.Arms.Count);
        var done = 0;
        foreach (var played in OrderedPlay<PanelAlliance[]>.Run(total, threads, 4 * threads, number => Played(scenario, file, number, player ?? Simulation.Run), cancel))
        {
            alliances.AddRange(played);
            progress?.Report(new StudyProgress(++done, total));
        }

        cancel.ThrowIfCancellationRequested();
        return alliances;
    }

    /// <summary>Makes sure that a result has alliances to look at.</summary>
    /// <exception cref="ResultsUnreadable">It has no such table.</exception>
    internal static void Check(ResultFolder folder)
    {
        if (folder.Manifest.Tables.All(table => table.Name != "alliances"))
            throw new ResultsUnreadable(folder.Directory, "has no table of alliances; a sweep writes it with --table alliances.");
    }

    private static PanelAlliance[] Played(Scenario scenario, string file, int number, Player player)
    {
        var arm = scenario.Arms[number % scenario.Arms.Count];
        var replication = number / scenario.Arms.Count;
        try
        {
            return [.. from row in player(arm.Setting, scenario.Seed, (uint)replication).Alliances
                       where row.SignedMonth is not null
                       select Alliance(row.OperationMonths, row.EndedMonth, row.Ending, arm.Name, replication)];
        }
        catch (Exception cause)
        {
            throw new ReplicationFailure(scenario, arm, replication, file, cause);
        }
    }

    private static PanelAlliance Alliance(int months, int? ended, string ending, string arm, int replication) =>
        new(months, ended is not null, ended is null ? "" : ending, arm, replication);
}
