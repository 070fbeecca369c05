using System.Globalization;
using Entente.Scenarios;
using Entente.Studies.Charts;
using Entente.Studies.Statistics;

namespace Entente.Studies.Survival;

/// <summary>What a regression says, in sentences.</summary>
public static class HazardWords
{
    /// <summary>Below so many events for each coefficient, estimates and intervals are not to be relied on (Peduzzi, Concato, Feinstein and Holford 1995).</summary>
    public const int EventsPerCoefficient = 10;

    /// <summary>Over fewer clusters intervals are narrower than they should be.</summary>
    public const int ManyClusters = 50;

    private const double Clear = 0.05;
    private const double Twice = 2;

    /// <summary>A difference in a covariate that is worth speaking of, as a label: rivalry, 0.2 higher; sector: telecom, not banking.</summary>
    public static string Difference(RegressionLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return $"{line.Covariate.Name}{(IsStep(line) ? "," : ":")} {Step(line)}";
    }

    /// <summary>The same in a sentence: rivalry is 0.2 higher; sector is telecom, not banking.</summary>
    public static string Where(RegressionLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return $"{line.Covariate.Name} is {Step(line)}";
    }

    /// <summary>What a line of a regression says of the hazard.</summary>
    public static string Finding(RegressionLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var ratio = Ratio(line);
        var where = $"Where {Where(line)}";
        if (double.IsInfinity(line.Coefficient.Value))
        {
            var first = (line.Covariate.IsNumber, ratio.Value > 1) switch { (true, true) => "the higher value", (true, false) => "the lower value", (false, true) => "this level", _ => "another level" };
            return $"{where}, the hazard of ending is {Side(ratio.Value)} without bound: of those compared, the ones with {first} always ended first. There is no interval, and no p-value.";
        }

        var size = $"{where}, the hazard of ending is {Change(ratio.Value)}";
        return double.IsNaN(ratio.Low) ? $"{size}." : $"{size} (95% interval: {Interval(ratio)}; {P(line.Coefficient.P)}){(line.Coefficient.P < Clear ? "" : ", no significant difference")}.";
    }

    /// <summary>The hazard ratio for the difference that is spoken of.</summary>
    public static Estimate Ratio(RegressionLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Coefficient.RatioFor(line.Covariate.Difference);
    }

    /// <summary>Whether a covariate clearly matters.</summary>
    public static bool IsClear(RegressionLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Coefficient.P < Clear;
    }

    /// <summary>A hazard ratio in words: 23% higher, 40% lower, 2.4 times as high.</summary>
    public static string Change(double ratio) => ratio >= Twice ? $"{Times(ratio)} times as high" : ratio == 1 ? "the same" : $"{Percent(ratio)} {Side(ratio)}";

    /// <summary>What keeps a regression from being worked out, a sentence for each obstacle.</summary>
    /// <param name="regression">The regression.</param>
    public static IReadOnlyList<string> Obstacles(HazardRegression regression)
    {
        ArgumentNullException.ThrowIfNull(regression);
        string[] labels = [.. regression.Covariates.SelectMany(covariate => covariate.Labels)];
        return [.. regression.Outcome.Obstacles.Select(obstacle => obstacle switch
        {
            { Covariate: < 0 } => "No alliance of which all covariates are known ended: there is no hazard to explain.",
            { Others.Count: 0 } => $"{labels[obstacle.Covariate]} is the same for all alliances that are compared{(regression.Stratified ? " within a stratum" : "")}: nothing can be said of it.",
            _ => $"{labels[obstacle.Covariate]} follows from {Figure.List([.. obstacle.Others.Select(other => labels[other])])}: their hazard ratios cannot be told apart.",
        })];
    }

    /// <summary>What is wrong with the covariates of a panel.</summary>
    /// <param name="file">The file of the panel.</param>
    /// <param name="regression">Its regression.</param>
    public static IReadOnlyList<Problem> Problems(string file, HazardRegression regression)
    {
        ArgumentNullException.ThrowIfNull(regression);
        string[] names = [.. regression.Covariates.SelectMany(covariate => covariate.Labels.Select(_ => covariate.Name))];
        return [.. regression.Outcome.Obstacles.Zip(Obstacles(regression), (obstacle, words) =>
            new Problem(file, 0, 0, obstacle.Covariate < 0 ? $"{words} Leave out covariates that are seldom known." : $"{words} Leave out --covariate {names[obstacle.Covariate]}."))];
    }

    /// <summary>Whether hazard ratios stay the same with age, a sentence for each that does not.</summary>
    /// <param name="regression">The regression.</param>
    public static IReadOnlyList<string> Ageing(HazardRegression regression)
    {
        ArgumentNullException.ThrowIfNull(regression);
        return [.. regression.Covariates.Zip(regression.Proportional).Where(pair => pair.Second.Test.P < Clear).Select(pair => double.IsNaN(pair.Second.Slope)
            ? $"The hazard ratios of {pair.First.Name} change as alliances grow older ({P(pair.Second.Test.P)}): the ones stated are averages over ages."
            : $"The hazard ratio of {pair.First.Labels[0]} {(pair.Second.Slope > 0 ? "rises" : "falls")} as alliances grow older ({P(pair.Second.Test.P)}): the one stated is an average over ages.")];
    }

    /// <summary>Why the figures of a regression are to be taken with care, a sentence for each reason.</summary>
    /// <param name="regression">The regression.</param>
    public static IReadOnlyList<string> Cautions(HazardRegression regression)
    {
        ArgumentNullException.ThrowIfNull(regression);
        if (regression.Outcome.Fit is not { } fit)
            return [];
        List<string> cautions = [];
        var perCoefficient = (double)fit.Events / fit.Coefficients.Count;
        if (perCoefficient < EventsPerCoefficient)
            cautions.Add($"There are {Figure.Of(perCoefficient)} ends for each coefficient; below {EventsPerCoefficient} estimates are unstable and intervals too narrow.");
        if (fit.Clusters is > 0 and < CoxRegression.FewestClusters)
            cautions.Add($"There {(fit.Clusters == 1 ? "is 1 cluster" : $"are {fit.Clusters} clusters")}: over fewer than {CoxRegression.FewestClusters} no intervals and p-values are stated.");
        else if (fit.Clusters is > 0 and < ManyClusters)
            cautions.Add($"There are {fit.Clusters} clusters; over fewer than {ManyClusters} intervals are too narrow and p-values too small.");
        return cautions;
    }

    /// <summary>p = 0.012, or p &lt; 0.0001.</summary>
    public static string P(double p) => p < .0001 ? "p < 0.0001" : string.Create(CultureInfo.InvariantCulture, $"p = {p:0.0000}");

    private static string Interval(Estimate ratio) => (ratio.Low >= Twice, ratio.High >= Twice) switch
    {
        (true, true) => $"{Times(ratio.Low)} to {Times(ratio.High)} times as high",
        (false, false) when ratio.Low > 1 => $"{Percent(ratio.Low)} to {Percent(ratio.High)} higher",
        (false, false) when ratio.High < 1 => $"{Percent(ratio.High)} to {Percent(ratio.Low)} lower",
        _ => $"{Change(ratio.Low)} to {Change(ratio.High)}",
    };

    private static bool IsStep(RegressionLine line) => line.Covariate is { IsNumber: true, Pair: null };

    private static string Step(RegressionLine line) => line.Covariate switch
    {
        { Pair: { } pair } => $"{Figure.Tick(pair.High)}, not {Figure.Tick(pair.Low)}",
        { IsNumber: true } number => $"{Figure.Tick(number.Difference)} higher",
        _ => $"{line.Level}, not {line.Covariate.Reference}",
    };

    private static string Times(double ratio) => ratio < 10 ? ratio.ToString("0.0", CultureInfo.InvariantCulture) : ratio < 1e6 ? ratio.ToString("N0", CultureInfo.InvariantCulture) : ratio.ToString("0e+0", CultureInfo.InvariantCulture);

    private static string Side(double ratio) => ratio > 1 ? "higher" : "lower";

    private static string Percent(double ratio)
    {
        var percent = 100 * Math.Abs(ratio - 1);
        return percent < 1 ? $"{percent.ToString("G1", CultureInfo.InvariantCulture)}%" : percent is > 99 and < 100 ? $"{Significant.Of(percent)}%" : $"{Figure.Tick(Math.Round(percent, MidpointRounding.AwayFromZero))}%";
    }
}
