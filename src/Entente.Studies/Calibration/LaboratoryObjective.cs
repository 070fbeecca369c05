using Entente.Laboratory;
using Entente.Scenarios;
using Entente.Scenarios.Laboratory;
using Entente.Studies.Laboratory;

namespace Entente.Studies.Calibration;

/// <summary>
/// Distance from what people did in laboratory experiments: the root of the mean, over treatments, of three mean squared differences of
/// shares added up: the four summary shares, choices by period, and answers to what happened last period. A share seen n times counts with
/// weight n / (n + 25), so that rare situations count, and count less.
/// </summary>
/// <param name="experiments">The experiments, each with what was observed.</param>
/// <param name="paths">The parameters, by path.</param>
/// <param name="replications">Times each experiment is played to judge a point.</param>
public sealed class LaboratoryObjective(
    IReadOnlyList<(Experiment Experiment, LaboratoryCounts Observed)> experiments, IReadOnlyList<string> paths, int replications)
    : ICalibrationObjective
{
    private const double HalfWeight = 25;
    private const int FitReplications = 200;
    private const uint FitFirst = 1_000_000;

    /// <inheritdoc/>
    public string Description =>
        "Root of the mean, over treatments, of three mean squared differences of shares added up: the four summary shares, choices by "
        + "period, and answers to what happened last period. A share seen n times counts with weight n / (n + 25).";

    /// <inheritdoc/>
    public double Distance(IReadOnlyList<double> values, uint firstReplication) => Math.Sqrt(experiments.Average(e =>
    {
        var simulated = Pooled(e.Experiment, People(e.Experiment, values), firstReplication, replications);
        var measures = LaboratoryMeasures.All(e.Observed.Partners, e.Observed.Periods);
        return measures.Where(m => m.Group != LaboratoryMeasures.Summary || LaboratoryMeasures.FourShares.Contains(m))
            .GroupBy(m => m.Group)
            .Sum(group => MeanSquare(group, simulated, e.Observed));
    }));

    /// <inheritdoc/>
    public IReadOnlyList<FitLine> Fit(IReadOnlyList<double> values) =>
    [
        .. from e in experiments
           let simulated = Pooled(e.Experiment, People(e.Experiment, values), FitFirst, FitReplications)
           from measure in LaboratoryMeasures.FourShares
           let observed = measure.Share(e.Observed)
           where !double.IsNaN(observed)
           select new FitLine(e.Experiment.Treatment.Name, measure.Name, measure.Share(simulated), observed, observed, "observed"),
    ];

    /// <summary>Root mean square difference of the four summary shares over all treatments.</summary>
    public static double SummaryError(IEnumerable<FitLine> lines) => Math.Sqrt(lines.Average(line => line.Miss * line.Miss));

    private LaboratoryPeople People(Experiment experiment, IReadOnlyList<double> values)
    {
        var people = experiment.People;
        for (var i = 0; i < paths.Count; i++)
            people = ParameterChange.With(people, paths[i], values[i]);
        return people;
    }

    private static LaboratoryCounts Pooled(Experiment experiment, LaboratoryPeople people, uint first, int replications)
    {
        var pooled = new LaboratoryCounts(experiment.Treatment.Partners);
        for (var replication = 0u; replication < replications; replication++)
            pooled.Add(LaboratoryGame.Play(experiment.Treatment, people, experiment.Seed, first + replication));
        return pooled;
    }

    private static double MeanSquare(IEnumerable<LaboratoryMeasure> measures, LaboratoryCounts simulated, LaboratoryCounts observed)
    {
        var (sum, weights) = (0.0, 0.0);
        foreach (var measure in measures)
        {
            var (hits, of) = measure.Count(observed);
            if (of == 0)
                continue;
            var weight = of / (of + HalfWeight);
            // A situation that people met and the simulated never do is missed by all that there is.
            var share = measure.Share(simulated);
            var miss = double.IsNaN(share) ? 1 : share - (double)hits / of;
            sum += weight * miss * miss;
            weights += weight;
        }

        return weights > 0 ? sum / weights : 0;
    }
}
