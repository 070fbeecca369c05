namespace Entente.Studies.Survival;

/// <summary>One line of a regression: a number, or a level of a category against its reference.</summary>
/// <param name="Covariate">The covariate.</param>
/// <param name="Level">The level; null for a number.</param>
/// <param name="Coefficient">Its coefficient.</param>
public sealed record RegressionLine(Covariate Covariate, string? Level, CoxCoefficient Coefficient)
{
    /// <summary>What it is called.</summary>
    public string Label => Level is null ? Covariate.Name : $"{Covariate.Name}: {Level}";
}

/// <summary>
/// How the hazard of ending depends on covariates, in the alliances of a panel or of a simulated arm. Alliances of which a covariate, the stratum or the
/// cluster is missing are left out.
/// </summary>
public sealed class HazardRegression
{
    private readonly int[] firsts = [];

    private HazardRegression(
        string name, bool simulated, AlliancePanel panel, IReadOnlyCollection<PanelAlliance> alliances, int[] places, Func<int, IReadOnlyCollection<string>, Covariate> covariate)
    {
        (Name, Simulated) = (name, simulated);
        Stratified = alliances.Any(alliance => alliance.Stratum.Length > 0);
        var byCluster = !simulated && panel.Columns.ContainsKey(PanelRole.Cluster);
        PanelAlliance[] used = [.. alliances.Where(alliance => places.All(place => alliance.Covariates[place].Length > 0)
            && !(Stratified && alliance.Stratum.Length == 0) && !(byCluster && alliance.Cluster.Length == 0))];
        LeftOut = alliances.Count - used.Length;
        Lacking = [.. panel.Covariates.Where((_, place) => !places.Contains(place))];
        if (used.Length == 0 || places.Length == 0)
            return;

        Covariates = [.. places.Select(place => covariate(place, [.. used.Select(alliance => alliance.Covariates[place])]))];
        firsts = [.. Covariates.Select((_, i) => Covariates.Take(i).Sum(before => before.Variables.Count))];
        var (strata, clusters) = (new Numbering(), new Numbering());
        Outcome = CoxRegression.Fit(
            [.. used.Select(alliance => new CoxLife(
                alliance.Life,
                [.. Covariates.SelectMany((one, i) => one.Code(alliance.Covariates[places[i]]))],
                Stratified ? strata.Of(alliance.Stratum) : 0,
                byCluster ? clusters.Of(alliance.Cluster) : alliance.Replication))],
            simulated || byCluster);
        if (Outcome.Fit is not { } fit)
            return;
        Lines = [.. Covariates.SelectMany(one => one.Variables.Select(level => (one, level))).Zip(fit.Coefficients, (line, coefficient) => new RegressionLine(line.one, line.level, coefficient))];
        var tests = ProportionalHazards.Test(fit, [.. Covariates.Select(Places), [.. Enumerable.Range(0, fit.Coefficients.Count)]]);
        (Proportional, Global) = ([.. tests.SkipLast(1)], tests[^1].Test);
    }

    /// <summary>What the alliances are called.</summary>
    public string Name { get; }
    /// <summary>Whether they were simulated.</summary>
    public bool Simulated { get; }
    /// <summary>Whether alliances are compared within strata only.</summary>
    public bool Stratified { get; }
    /// <summary>Alliances that were left out because something was missing.</summary>
    public int LeftOut { get; }
    /// <summary>The covariates.</summary>
    public IReadOnlyList<Covariate> Covariates { get; } = [];
    /// <summary>Covariates that were asked for and that these alliances do not have, or not of the same kind.</summary>
    public IReadOnlyList<string> Lacking { get; }
    /// <summary>The regression, or what stands in its way.</summary>
    public CoxOutcome Outcome { get; } = new(null, [CoxObstacle.NoEvents]);
    /// <summary>The coefficients, covariate by covariate; none where there is no regression.</summary>
    public IReadOnlyList<RegressionLine> Lines { get; } = [];
    /// <summary>Of each covariate whether its hazard ratio stays the same with age.</summary>
    public IReadOnlyList<ProportionalTest> Proportional { get; } = [];
    /// <summary>Whether all hazard ratios together stay the same with age.</summary>
    public ChiSquareTest Global { get; } = ChiSquareTest.None;

    /// <summary>The line that says the same as one of another regression: of the same covariate, level and reference; null where there is none.</summary>
    /// <param name="line">The line of the other.</param>
    public RegressionLine? Like(RegressionLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Lines.FirstOrDefault(own => own.Label == line.Label && own.Covariate.Reference == line.Covariate.Reference);
    }

    /// <summary>Wald test whether the hazard depends on a covariate, all its levels together.</summary>
    /// <param name="covariate">Its number.</param>
    public ChiSquareTest Matters(int covariate) => Outcome.Fit?.WaldOf(Places(Covariates[covariate], covariate)) ?? ChiSquareTest.None;

    /// <summary>The regression of a panel.</summary>
    /// <param name="panel">The panel.</param>
    public static HazardRegression Of(AlliancePanel panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return new HazardRegression("all", false, panel, panel.Alliances, [.. Enumerable.Range(0, panel.Covariates.Count)],
            (place, texts) => Covariate.Of(panel.Covariates[place], texts, panel.References.GetValueOrDefault(panel.Covariates[place])));
    }

    /// <summary>The same regression of a simulated arm, on those covariates that it has; alliances of a replication are a cluster.</summary>
    /// <param name="arm">The name of the arm.</param>
    /// <param name="alliances">Its alliances, one or more, with the covariates of the panel in their places.</param>
    /// <param name="panel">The panel.</param>
    /// <param name="observed">The regression of the panel.</param>
    public static HazardRegression Beside(string arm, IReadOnlyCollection<PanelAlliance> alliances, AlliancePanel panel, HazardRegression observed)
    {
        ArgumentNullException.ThrowIfNull(alliances);
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(observed);
        int[] places = [.. Enumerable.Range(0, observed.Covariates.Count).Where(place => alliances.Any(alliance => alliance.Covariates[place].Length > 0))
            .Where(place => observed.Covariates[place].IsAlike([.. alliances.Select(alliance => alliance.Covariates[place]).Where(text => text.Length > 0)]))];
        return new HazardRegression(arm, true, panel, alliances, places, (place, texts) => Covariate.Of(panel.Covariates[place], texts, observed.Covariates[place].Reference));
    }

    private int[] Places(Covariate covariate, int number) => [.. Enumerable.Range(firsts[number], covariate.Variables.Count)];

    /// <summary>Numbers for names, in the order in which they come.</summary>
    private sealed class Numbering
    {
        private readonly Dictionary<string, int> numbers = [];

        public int Of(string name)
        {
            if (!numbers.TryGetValue(name, out var number))
                numbers[name] = number = numbers.Count;
            return number;
        }
    }
}
