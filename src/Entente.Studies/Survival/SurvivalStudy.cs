using Entente.Observation;

namespace Entente.Studies.Survival;

/// <summary>A group laid against the curve of a simulated arm, taken as known.</summary>
/// <param name="Group">The group.</param>
/// <param name="Arm">The arm.</param>
/// <param name="Test">What came of it.</param>
public sealed record CurveTest(string Group, string Arm, OneSampleResult Test);

/// <summary>How long the alliances of a panel last, by group, and simulated ones beside them.</summary>
public sealed class SurvivalStudy
{
    /// <summary>Studies a panel.</summary>
    /// <param name="panel">The panel, with one alliance or more.</param>
    /// <param name="simulated">Alliances of simulated arms, by the name of the arm as their group, in months; none where there is nothing beside it.</param>
    /// <param name="regression">The regression of the panel on its covariates; none where nobody asked for it.</param>
    public SurvivalStudy(AlliancePanel panel, IReadOnlyCollection<PanelAlliance>? simulated = null, HazardRegression? regression = null)
    {
        ArgumentNullException.ThrowIfNull(panel);
        Panel = panel;
        var everything = "all";
        // A group may have this very name.
        while (panel.Alliances.Any(alliance => alliance.Group == everything))
            everything = $"({everything})";
        Whole = new SurvivalGroup(everything, false, panel.Unit, panel.Alliances);
        Observed = !panel.Columns.ContainsKey(PanelRole.Group)
            ? [Whole]
            : [.. panel.Alliances.GroupBy(alliance => alliance.Group).Select(group => new SurvivalGroup(group.Key, false, panel.Unit, [.. group]))];
        var perMonth = panel.Unit.PerYear() / 12;
        Simulated = [.. (simulated ?? []).GroupBy(alliance => alliance.Group).Select(arm => new SurvivalGroup(
            arm.Key, true, panel.Unit, [.. arm.Select(alliance => alliance with { Duration = alliance.Duration * perMonth })]))];
        LogRank = panel.Columns.ContainsKey(PanelRole.Strata)
            ? Survival.LogRank.TestWithin([.. panel.Alliances.Where(alliance => alliance.Stratum.Length > 0).GroupBy(alliance => alliance.Stratum).Select(stratum => (IReadOnlyCollection<Spell>[])
                [.. Observed.Select(group => (Spell[])[.. stratum.Where(alliance => alliance.Group == group.Name).Select(alliance => alliance.Life)])])])
            : Survival.LogRank.Test([.. Observed.Select(group => group.Lives)]);
        Regressions = regression is null ? [] : [regression, .. (simulated ?? []).GroupBy(alliance => alliance.Group).Select(arm => HazardRegression.Beside(arm.Key, [.. arm], panel, regression))];
        CurveTests = [.. from @group in Observed.Count > 1 ? Observed.Prepend(Whole) : Observed
                         from arm in Simulated
                         select new CurveTest(@group.Name, arm.Name, OneSampleLogRank.Test(@group.Lives, arm.CumulativeHazard, arm.Longest))];
    }

    /// <summary>The panel.</summary>
    public AlliancePanel Panel { get; }
    /// <summary>All its alliances as one group.</summary>
    public SurvivalGroup Whole { get; }
    /// <summary>Its groups, in the order of the file; the whole panel where it has none.</summary>
    public IReadOnlyList<SurvivalGroup> Observed { get; }
    /// <summary>The simulated arms beside it.</summary>
    public IReadOnlyList<SurvivalGroup> Simulated { get; }
    /// <summary>Observed groups, then simulated arms.</summary>
    public IEnumerable<SurvivalGroup> Groups => Observed.Concat(Simulated);
    /// <summary>Whether the observed groups have the same survival; where there are strata, within these.</summary>
    public LogRankResult LogRank { get; }
    /// <summary>The panel, and each of its groups, against the curve of each arm.</summary>
    public IReadOnlyList<CurveTest> CurveTests { get; }
    /// <summary>How the hazard of ending depends on covariates: as observed, then in each simulated arm; none where nobody asked for it.</summary>
    public IReadOnlyList<HazardRegression> Regressions { get; }

    /// <summary>
    /// Whether a coefficient of a simulated arm differs from the one observed: p of the Wald test of two independent estimates. NaN where there is no such
    /// coefficient, or the regressions are not on the same covariates.
    /// </summary>
    /// <param name="regression">The regression of the arm.</param>
    /// <param name="line">Its line.</param>
    public double Difference(HazardRegression regression, RegressionLine line)
    {
        ArgumentNullException.ThrowIfNull(regression);
        ArgumentNullException.ThrowIfNull(line);
        if (!regression.Simulated || regression.Lacking.Count > 0 || Regressions[0].Like(line) is not { Coefficient: var observed })
            return double.NaN;
        var (value, error) = (observed.Value - line.Coefficient.Value, Math.Sqrt(Math.Pow(observed.Error, 2) + Math.Pow(line.Coefficient.Error, 2)));
        return new ChiSquareTest(Math.Pow(value / error, 2), 1).P;
    }
}
