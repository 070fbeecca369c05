using System.Globalization;
using Entente.Engine;
using Entente.Observation;
using Entente.Scenarios;
using Entente.Scenarios.Calibrations;
using Entente.Studies.Claims;

namespace Entente.Studies.Calibration;

/// <summary>
/// Distance from published figures of the field: the root of the mean, over targets, of the squared way outside each target's range, in units
/// of its tolerance. Outcomes are means over replications, then over the arms of the scenario.
/// </summary>
public sealed class FieldObjective(CalibrationPlan plan) : ICalibrationObjective
{
    private const int FitReplications = 200;
    private const uint FitFirst = 1_000_000;
    private const double Unmeasured = 10;

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

    private static double Miss(FieldTarget target, double simulated) =>
        double.IsNaN(simulated) ? Unmeasured
        : Math.Max(0, Math.Max(target.Low - simulated, simulated - target.High)) / target.Tolerance;

    private double[] Simulate(IReadOnlyList<double> values, uint first, int replications)
    {
        var sums = new double[plan.Targets.Count];
        foreach (var arm in plan.Scenario!.Arms)
        {
            var setting = arm.Setting;
            for (var i = 0; i < values.Count; i++)
                setting = ParameterChange.With(setting, plan.Parameters[i].Path, values[i]);
            var (means, counts) = (new double[sums.Length], new int[sums.Length]);
            for (var replication = 0u; replication < replications; replication++)
            {
                var recording = Simulation.Run(setting, plan.Seed, first + replication);
                for (var target = 0; target < sums.Length; target++)
                {
                    var outcome = Readers[plan.Targets[target].Outcome](recording);
                    if (double.IsNaN(outcome))
                        continue;
                    means[target] += outcome;
                    counts[target]++;
                }
            }

            for (var target = 0; target < sums.Length; target++)
                sums[target] += means[target] / counts[target] / plan.Scenario.Arms.Count;
        }

        return sums;
    }

    private static Dictionary<string, Func<Recording, double>> OutcomeReaders() => typeof(RunRow).GetProperties()
        .Where(column => column.PropertyType == typeof(double) || column.PropertyType == typeof(int))
        .Select(column => (
            Name: string.Concat(column.Name[..1].ToLowerInvariant(), column.Name.AsSpan(1)),
            Of: (Func<Recording, double>)(recording => Convert.ToDouble(column.GetValue(recording.Run), CultureInfo.InvariantCulture))))
        .Concat(Measures.All.Select(measure => (measure.Name, measure.Of)))
        .ToDictionary(outcome => outcome.Name, outcome => outcome.Of);
}
