using System.Globalization;
using Entente.Engine;
using Entente.Observation;
using Entente.Scenarios;
using Entente.Scenarios.Calibrations;
using Entente.Settings;
using Entente.Studies.Claims;
using Entente.Studies.Running;

namespace Entente.Studies.Calibration;

/// <summary>
/// Distance from published figures of the field: the root of the mean, over targets, of the squared way outside each target's range, in units
/// of its tolerance. Outcomes are means over replications, then over the arms of the scenario.
/// </summary>
/// <param name="plan">The calibration, with a scenario and targets.</param>
/// <param name="player">Plays one replication; the model's own if left out.</param>
public sealed class FieldObjective(CalibrationPlan plan, Player? player = null) : ICalibrationObjective
{
    private const int FitReplications = 200;
    private const uint FitFirst = 1_000_000;
    private const double Unmeasured = 10;

    private readonly Player player = player ?? Simulation.Run;

    private static readonly IReadOnlyDictionary<string, Func<Recording, double>> Readers = OutcomeReaders();

    /// <summary>What targets may be of.</summary>
    public static IReadOnlyCollection<string> Outcomes => [.. Readers.Keys];

    /// <inheritdoc/>
    public string Description =>
        "Root of the mean, over targets, of the squared way outside each target's range, in units of its tolerance. Outcomes are means over "
        + "replications, then over the arms of the scenario.";

    /// <inheritdoc/>
    public double Distance(IReadOnlyList<double> values, uint firstReplication)
    {
        var simulated = Simulate(values, firstReplication, plan.Replications);
        return Math.Sqrt(plan.Targets.Select((target, i) => Miss(target, simulated[i])).Average(miss => miss * miss));
    }

    /// <inheritdoc/>
    public IReadOnlyList<FitLine> Fit(IReadOnlyList<double> values)
    {
        var simulated = Simulate(values, FitFirst, FitReplications);
        return [.. plan.Targets.Select((target, i) =>
            new FitLine("field", target.Outcome, simulated[i], target.Low, target.High, target.Source))];
    }

    /// <summary>
    /// The targets that nothing can be fitted to: those whose outcome exists in some arm in no replication of any of some points. Each is told
    /// with its place. Points are tried in order until every outcome has existed, which is usually at the first.
    /// </summary>
    /// <param name="points">The points, by values of the parameters.</param>
    /// <param name="threads">Points tried at the same time.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public IReadOnlyList<Problem> Missing(IReadOnlyList<IReadOnlyList<double>> points, int threads, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(points);
        var arms = plan.Scenario!.Arms;
        var missing = (from target in Enumerable.Range(0, plan.Targets.Count) from arm in Enumerable.Range(0, arms.Count) select (target, arm)).ToList();
        foreach (var means in OrderedPlay<double[][]>.Run(points.Count, threads, threads, point => Means(points[point], 0, plan.Replications), cancel))
        {
            missing.RemoveAll(pair => !double.IsNaN(means[pair.arm][pair.target]));
            if (missing.Count == 0)
                break;
        }

        cancel.ThrowIfCancellationRequested();
        return [.. missing.GroupBy(pair => plan.Targets[pair.target], pair => arms[pair.arm].Name).Select(target => new Problem(
            plan.File, target.Key.Line, target.Key.Column, Never(target.Key.Outcome, [.. target], points.Count)))];
    }

    private string Never(string outcome, string[] arms, int points) => string.Create(CultureInfo.InvariantCulture,
        $"{outcome} never exists in {(arms.Length == 1 ? "arm" : "arms")} {string.Join(", ", arms)}: in none of {plan.Replications:N0} replications at any of the {points:N0} points that the search starts from. Nothing can be fitted to it; take another outcome or another scenario. To see which outcomes exist: ")
        + SuggestedCommand.Of("run", plan.ScenarioFile ?? "");

    private static double Miss(FieldTarget target, double simulated) =>
        double.IsNaN(simulated) ? Unmeasured
        : Math.Max(0, Math.Max(target.Low - simulated, simulated - target.High)) / target.Tolerance;

    private double[] Simulate(IReadOnlyList<double> values, uint first, int replications)
    {
        var means = Means(values, first, replications);
        return [.. plan.Targets.Select((_, target) => means.Average(arm => arm[target]))];
    }

    /// <summary>Means over the replications in which an outcome exists, by arm and target; NaN where it exists in none.</summary>
    private double[][] Means(IReadOnlyList<double> values, uint first, int replications) => [.. plan.Scenario!.Arms.Select(arm =>
    {
        var setting = arm.Setting;
        for (var i = 0; i < values.Count; i++)
            setting = ParameterChange.With(setting, plan.Parameters[i].Path, values[i]);
        var (sums, counts) = (new double[plan.Targets.Count], new int[plan.Targets.Count]);
        for (var replication = first; replication < first + replications; replication++)
        {
            var recording = Play(arm, setting, replication);
            for (var target = 0; target < sums.Length; target++)
            {
                var outcome = Readers[plan.Targets[target].Outcome](recording);
                if (double.IsNaN(outcome))
                    continue;
                sums[target] += outcome;
                counts[target]++;
            }
        }

        return sums.Zip(counts, (sum, count) => sum / count).ToArray();
    })];

    private Recording Play(Arm arm, Setting setting, uint replication)
    {
        try
        {
            return player(setting, plan.Seed, replication);
        }
        catch (Exception cause)
        {
            var now = ParameterCatalogue.Of(setting).ToDictionary(parameter => parameter.Path);
            var scenario = plan.Scenario! with { Seed = plan.Seed, Overrides = [.. plan.Parameters.Select(parameter => $"arms.{arm.Name}.{parameter.Path}={now[parameter.Path].Text}")] };
            throw new ReplicationFailure(scenario, arm, (int)replication, plan.ScenarioFile, cause);
        }
    }

    private static Dictionary<string, Func<Recording, double>> OutcomeReaders() => typeof(RunRow).GetProperties()
        .Where(column => column.PropertyType == typeof(double) || column.PropertyType == typeof(int))
        .Select(column => (
            Name: string.Concat(column.Name[..1].ToLowerInvariant(), column.Name.AsSpan(1)),
            Of: (Func<Recording, double>)(recording => Convert.ToDouble(column.GetValue(recording.Run), CultureInfo.InvariantCulture))))
        .Concat(Measures.All.Select(measure => (measure.Name, measure.Of)))
        .ToDictionary(outcome => outcome.Name, outcome => outcome.Of);
}
