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
    public SurvivalStudy(AlliancePanel panel, IReadOnlyCollection<PanelAlliance>? simulated = null)
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
        LogRank = Survival.LogRank.Test([.. Observed.Select(group => group.Durations)]);
        CurveTests = [.. from @group in Observed.Count > 1 ? Observed.Prepend(Whole) : Observed
                         from arm in Simulated
                         select new CurveTest(@group.Name, arm.Name, OneSampleLogRank.Test(@group.Durations, arm.CumulativeHazard, arm.Longest))];
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
    /// <summary>Whether the observed groups have the same survival.</summary>
    public LogRankResult LogRank { get; }
    /// <summary>The panel, and each of its groups, against the curve of each arm.</summary>
    public IReadOnlyList<CurveTest> CurveTests { get; }
}
