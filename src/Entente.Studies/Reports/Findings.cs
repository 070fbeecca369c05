using Entente.Studies.Results;
using Entente.Studies.Statistics;

namespace Entente.Studies.Reports;

/// <summary>What a comparison of two arms comes to in one outcome, in the words of a reader.</summary>
internal enum Standing
{
    Better,
    Worse,
    More,
    Less,
    Unclear,
    OnePair,
    Same,
    NothingToCompare,
    NoAlliances,
}

/// <summary>The values of one outcome.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="ByArm">Its values by arm and replication; NaN where a replication has none.</param>
internal sealed record Measured(Outcome Outcome, string Unit, string Meaning, double[][] ByArm)
{
    /// <summary>Its means by arm, as they are shown.</summary>
    public string[] Means => Figures.Row([.. ByArm.Select(Findings.Mean)]);
}

/// <summary>One outcome of one arm against the reference.</summary>
/// <param name="Measured">The outcome.</param>
/// <param name="Comparison">The paired comparison, arm less reference.</param>
/// <param name="HoldsAtOnce">Whether the verdict stays where all intervals of the page are widened to hold together (Bonferroni).</param>
/// <param name="Standing">What it comes to.</param>
internal sealed record Finding(Measured Measured, PairedComparison Comparison, bool HoldsAtOnce, Standing Standing);

/// <summary>One arm against the reference.</summary>
/// <param name="Arm">The position of the arm.</param>
/// <param name="Findings">One finding for each outcome.</param>
internal sealed record Contrast(int Arm, IReadOnlyList<Finding> Findings);

/// <summary>All a result says of the outcomes of its scenario.</summary>
internal sealed class Findings
{
    public const double Confidence = 0.95;

    /// <summary>What exists without alliances too.</summary>
    private static readonly HashSet<string> OfFirms =
        ["income", "medianIncome", "worstIncome", "coreRetained", "builds", "purchases", "acquired", "firmsFailed", "valueCaptured"];

    /// <summary>Compares every arm with the first.</summary>
    /// <param name="arms">Names of the arms.</param>
    /// <param name="replications">Replications of each arm.</param>
    /// <param name="outcomes">The outcomes.</param>
    /// <param name="allied">By arm: whether any alliance was formed or founded in any replication.</param>
    public Findings(IReadOnlyList<string> arms, int replications, IReadOnlyList<Measured> outcomes, bool[] allied)
    {
        (Arms, Replications, Outcomes, Allied) = (arms, replications, outcomes, allied);
        Contrasts = [.. Enumerable.Range(1, arms.Count - 1).Select(Against)];
    }

    public IReadOnlyList<string> Arms { get; }

    public int Replications { get; }

    public IReadOnlyList<Measured> Outcomes { get; }

    /// <summary>By arm: whether any alliance was formed or founded in any replication.</summary>
    public IReadOnlyList<bool> Allied { get; }

    /// <summary>Every arm but the first, against the first.</summary>
    public IReadOnlyList<Contrast> Contrasts { get; }

    /// <summary>Intervals on the page.</summary>
    public int Intervals => (Arms.Count - 1) * Outcomes.Count;

    /// <summary>Reads a result.</summary>
    /// <exception cref="ResultsUnreadable">It shows outcomes that this program does not know, or a file is spoilt.</exception>
    public static Findings Of(ResultFolder folder)
    {
        var manifest = folder.Manifest;
        string[] arms = [.. manifest.Arms.Select(arm => arm.Name)];
        var rows = folder.Column<string>("runs", "arm");
        double[][] ByArm(string column)
        {
            var values = folder.Column<double>("runs", column);
            return [.. arms.Select(arm => values.Where((_, row) => rows[row] == arm).ToArray())];
        }

        var (formed, signed) = (ByArm("formed"), ByArm("signed"));
        return new Findings(
            arms,
            manifest.ReplicationsFinished,
            [.. manifest.Scenario.Outcomes.Select(column => new Measured(
                Known(folder, column), folder.Unit("runs", column), folder.Meaning("runs", column), ByArm(column)))],
            [.. arms.Select((_, arm) => formed[arm].Concat(signed[arm]).Any(count => count > 0))]);
    }

    public static double Mean(double[] values)
    {
        var there = values.Where(value => !double.IsNaN(value)).ToArray();
        return there.Length == 0 ? double.NaN : there.Average();
    }

    private static Outcome Known(ResultFolder folder, string column) =>
        Statistics.Outcomes.All.FirstOrDefault(outcome => outcome.Column == column)
        ?? throw new ResultsUnreadable(folder.Directory, $"shows the outcome {column}, which this version of the program does not know.");

    private Contrast Against(int arm) => new(arm, [.. Outcomes.Select(measured =>
    {
        var (reference, other) = (measured.ByArm[0], measured.ByArm[arm]);
        var comparison = PairedStatistics.Compare(reference, other, Confidence);
        var atOnce = PairedStatistics.Compare(reference, other, 1 - ((1 - Confidence) / Intervals));
        return new Finding(measured, comparison, atOnce.Verdict == comparison.Verdict, StandingOf(measured, arm, comparison));
    })]);

    private Standing StandingOf(Measured measured, int arm, PairedComparison comparison)
    {
        bool Empty(int which) => !Allied[which] && measured.ByArm[which].All(value => value is 0 or double.NaN);
        if (!OfFirms.Contains(measured.Outcome.Column) && (Empty(0) || Empty(arm)))
            return Standing.NoAlliances;
        return (comparison.Verdict, measured.Outcome.Preference) switch
        {
            (Verdict.None, _) => Standing.NothingToCompare,
            (Verdict.Same, _) => Standing.Same,
            (Verdict.Unclear, _) => comparison.Pairs == 1 ? Standing.OnePair : Standing.Unclear,
            (Verdict.Higher, Preference.MoreIsBetter) or (Verdict.Lower, Preference.LessIsBetter) => Standing.Better,
            (Verdict.Lower, Preference.MoreIsBetter) or (Verdict.Higher, Preference.LessIsBetter) => Standing.Worse,
            (Verdict.Higher, _) => Standing.More,
            _ => Standing.Less,
        };
    }
}
