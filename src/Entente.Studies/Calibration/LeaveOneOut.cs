using Entente.Laboratory;
using Entente.Scenarios.Calibrations;
using Entente.Scenarios.Laboratory;
using Entente.Studies.Running;

namespace Entente.Studies.Calibration;

/// <summary>How well a theory, fitted to all treatments but one, predicts that one.</summary>
/// <param name="Treatment">The treatment left out.</param>
/// <param name="Fitted">Distance of the best point from the treatments it was fitted to.</param>
/// <param name="Predicted">Its distance from the one left out.</param>
/// <param name="Shares">Root mean square error of the four summary shares of the one left out.</param>
public sealed record Prediction(string Treatment, double Fitted, double Predicted, double Shares);

/// <summary>Compares theories by prediction: each treatment is left out in turn.</summary>
public static class LeaveOneOut
{
    /// <summary>Fits and predicts, treatment by treatment.</summary>
    /// <param name="plan">A calibration to two experiments or more.</param>
    /// <param name="experiments">Its experiments with what was observed.</param>
    /// <param name="threads">Points judged at the same time.</param>
    /// <param name="progress">Told of every point of all fits.</param>
    /// <param name="cancel">Ends it early.</param>
    public static IReadOnlyList<Prediction> Run(
        CalibrationPlan plan, IReadOnlyList<(Experiment Experiment, LaboratoryCounts Observed)> experiments, int threads,
        IProgress<StudyProgress>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(experiments);
        string[] paths = [.. plan.Parameters.Select(parameter => parameter.Path)];
        return [.. experiments.Select((left, number) =>
        {
            var search = new Calibrator(plan, new LaboratoryObjective([.. experiments.Where(e => e != left)], paths, plan.Replications));
            var best = search.Run([], threads, new Shifted(progress, number * search.Total, experiments.Count * search.Total), _ => { }, cancel)
                .MinBy(point => point.Cost)!;
            var one = new LaboratoryObjective([left], paths, plan.Replications);
            return new Prediction(
                left.Experiment.Treatment.Name, best.Distance, one.Distance(best.Values, 0), LaboratoryObjective.SummaryError(one.Fit(best.Values)));
        })];
    }

    private sealed class Shifted(IProgress<StudyProgress>? progress, int before, int total) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value) => progress?.Report(new StudyProgress(before + value.Done, total));
    }
}
