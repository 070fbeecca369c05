using Entente.Mechanisms.Environment;
using Entente.Settings;

namespace Entente.Studies.Running;

/// <summary>
/// What a study takes, estimated before it starts: the worlds that are simulated at a time, and the rows of a batch until they are written. The numbers
/// are fitted to what was measured from 30 firms to 100,000, and are right within a factor of about two there; how much goes on in a world is not known
/// before.
/// </summary>
/// <param name="Memory">Bytes of memory, at the most that is taken at a time.</param>
/// <param name="Disk">Bytes of the tables.</param>
public sealed record StudyDemand(double Memory, double Disk)
{
    // The program, the libraries and the charts.
    private const double Program = 120e6;
    private const double Firm = 650;
    private const double Opportunity = 256;
    private const double FirmRow = 250;
    private const double FirmMonth = 250;

    private const double PartOnDisk = 15e3;
    private const double RunOnDisk = 600;
    private const double MonthOnDisk = 200;
    private const double FirmOnDisk = 86;

    private static readonly (string Table, double Bytes)[] FirmMonthOnDisk = [("events", 3), ("alliances", 1), ("projects", 1)];

    /// <summary>What a study takes.</summary>
    /// <param name="plan">What is simulated.</param>
    /// <param name="threads">Replications simulated at a time.</param>
    /// <param name="batchSize">Replications written together.</param>
    /// <param name="tables">The tables that are written; all of them if null.</param>
    public static StudyDemand Of(StudyPlan plan, int threads, int batchSize, IReadOnlyList<string>? tables = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var arms = plan.Scenario.Arms;
        var written = tables ?? Results.ResultFolder.TableNames;
        var replications = (double)plan.Replications;
        var atATime = Math.Min(threads, replications * arms.Count);
        // Where nothing but runs is written, the rest of a recording is dropped as soon as it is its turn.
        var batch = Math.Min(Math.Min(batchSize, replications), written.Count == 1 ? Study.Waiting : int.MaxValue);
        var firms = arms.Sum(arm => (double)arm.Setting.Industry.Firms);
        var months = arms.Sum(arm => (double)arm.Setting.Months);
        var firmMonths = arms.Sum(arm => (double)arm.Setting.Industry.Firms * arm.Setting.Months);
        var happening = FirmMonthOnDisk.Where(part => written.Contains(part.Table)).Sum(part => part.Bytes);
        return new StudyDemand(
            Program + atATime * arms.Max(arm => World(arm.Setting)) + batch * (firms * FirmRow + firmMonths * FirmMonth),
            Math.Ceiling(replications / batchSize) * written.Count * PartOnDisk
            + replications * (arms.Count * RunOnDisk + (written.Contains("months") ? months * MonthOnDisk : 0) + (written.Contains("firms") ? firms * FirmOnDisk : 0) + firmMonths * happening));
    }

    private static double World(Setting setting) =>
        setting.Industry.Firms * (Firm + sizeof(double) * (2 * setting.Industry.Domains + setting.Industry.Markets)) + EnvironmentRules.MostOpen(setting) * Opportunity;
}
