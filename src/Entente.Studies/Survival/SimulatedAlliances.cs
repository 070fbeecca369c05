using System.Globalization;
using System.Reflection;
using Entente.Engine;
using Entente.Observation;
using Entente.Scenarios;
using Entente.Studies.Results;
using Entente.Studies.Running;

namespace Entente.Studies.Survival;

/// <summary>Simulated alliances as a panel has them: those that were signed, from the first month of operation on, in months; the arm is the group.</summary>
public static class SimulatedAlliances
{
    private static readonly PropertyInfo[] Properties = typeof(AllianceRow).GetProperties();

    /// <summary>
    /// The signed alliances of a result. Of a sweep those of all points, taken together; each replication at each point counts as one.
    /// </summary>
    /// <param name="folder">The result.</param>
    /// <param name="panel">The panel that they are laid beside: its covariates and strata are taken from columns of the same names.</param>
    /// <exception cref="ResultsUnreadable">The table of alliances is spoilt, or there is none.</exception>
    public static IReadOnlyList<PanelAlliance> Of(ResultFolder folder, AlliancePanel panel)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(panel);
        Check(folder);
        Func<int, string> Column(string? name) => name is not null && folder.Columns("alliances").FirstOrDefault(column => Alike(column, name)) is { } own
            && SurvivalExport.Values(folder, own) is var values ? row => Text(values.GetValue(row)) : _ => "";
        var covariates = panel.Covariates.Select(Column).ToArray();
        var strata = Column(panel.Columns.GetValueOrDefault(PanelRole.Strata));
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
                   select Alliance(months[row], ended[row], endings[row], arms[row], ((points?[row] ?? 0) * perPoint) + replications[row]) with
                   {
                       Covariates = [.. covariates.Select(covariate => covariate(row))],
                       Stratum = strata(row),
                   }];
    }

    /// <summary>Plays a scenario, writes nothing, and keeps its signed alliances.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="file">The file it was read from.</param>
    /// <param name="panel">The panel that they are laid beside: its covariates and strata are taken from columns of the same names.</param>
    /// <param name="threads">Threads to play on; what comes out does not depend on it.</param>
    /// <param name="progress">Told of every replication of an arm that is finished.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <param name="player">Plays one replication; the model's own if left out.</param>
    /// <exception cref="ReplicationFailure">A replication could not be played.</exception>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static IReadOnlyList<PanelAlliance> Play(
        Scenario scenario, string file, AlliancePanel panel, int threads, IProgress<StudyProgress>? progress, CancellationToken cancel, Player? player = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(panel);
        Func<AllianceRow, string> Column(string? name) => name is not null && Properties.FirstOrDefault(property => Alike(property.Name, name)) is { } own ? row => Text(own.GetValue(row)) : _ => "";
        var covariates = panel.Covariates.Select(Column).ToArray();
        var strata = Column(panel.Columns.GetValueOrDefault(PanelRole.Strata));
        var alliances = new List<PanelAlliance>();
        var total = checked(scenario.Replications * scenario.Arms.Count);
        var done = 0;
        foreach (var played in OrderedPlay<PanelAlliance[]>.Run(total, threads, 4 * threads, number => Played(scenario, file, number, player ?? Simulation.Run, (row, alliance) => alliance with
        {
            Covariates = [.. covariates.Select(covariate => covariate(row))],
            Stratum = strata(row),
        }), cancel))
        {
            alliances.AddRange(played);
            progress?.Report(new StudyProgress(++done, total));
        }

        cancel.ThrowIfCancellationRequested();
        return alliances;
    }

    /// <summary>Whether names of columns are the same but for case and what is no letter or digit.</summary>
    private static bool Alike(string one, string other) => PanelWords.Plain(one) == PanelWords.Plain(other);

    /// <summary>A value as a table that is read has it; nothing where there is none.</summary>
    private static string Text(object? value) => value switch
    {
        null or double.NaN => "",
        bool yes => yes ? "yes" : "no",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Makes sure that a result has alliances to look at.</summary>
    /// <exception cref="ResultsUnreadable">It has no such table.</exception>
    internal static void Check(ResultFolder folder)
    {
        if (folder.Manifest.Tables.All(table => table.Name != "alliances"))
            throw new ResultsUnreadable(folder.Directory, "has no table of alliances; a sweep writes it with --table alliances.");
    }

    private static PanelAlliance[] Played(Scenario scenario, string file, int number, Player player, Func<AllianceRow, PanelAlliance, PanelAlliance> complete)
    {
        var arm = scenario.Arms[number % scenario.Arms.Count];
        var replication = number / scenario.Arms.Count;
        try
        {
            return [.. from row in player(arm.Setting, scenario.Seed, (uint)replication).Alliances
                       where row.SignedMonth is not null
                       select complete(row, Alliance(row.OperationMonths, row.EndedMonth, row.Ending, arm.Name, replication))];
        }
        catch (Exception cause)
        {
            throw new ReplicationFailure(scenario, arm, replication, file, cause);
        }
    }

    private static PanelAlliance Alliance(int months, int? ended, string ending, string arm, int replication) =>
        new(months, ended is not null, ended is null ? "" : ending, arm, replication);
}
