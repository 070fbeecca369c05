using Entente.Laboratory;
using Entente.Scenarios.Laboratory;
using Entente.Studies.Statistics;
using MathNet.Numerics.Statistics;

namespace Entente.Studies.Laboratory;

/// <summary>One share, simulated beside observed.</summary>
/// <param name="Measure">The share.</param>
/// <param name="Simulated">Its mean over replications of the whole experiment; NaN where it never came up.</param>
/// <param name="Low">Lower end of what 95% of replications hold: what an experiment of this size may show.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Observed">The share that was observed; NaN without observations.</param>
/// <param name="ObservedLow">Lower end of Wilson's 95% interval, which takes choices for independent.</param>
/// <param name="ObservedHigh">Its upper end.</param>
/// <param name="Count">Observations that the observed share is of.</param>
public sealed record LaboratoryComparison(
    LaboratoryMeasure Measure, double Simulated, double Low, double High, double Observed, double ObservedLow, double ObservedHigh, long Count);

/// <summary>Plays an experiment many times and lays it beside what was observed.</summary>
public static class LaboratoryStudy
{
    private const double Confidence = 0.95;

    /// <summary>Plays every replication; the results are the same on any number of threads.</summary>
    /// <param name="experiment">What to play.</param>
    /// <param name="threads">Replications played at the same time.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static LaboratoryCounts[] Play(Experiment experiment, int threads, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        var played = new LaboratoryCounts[experiment.Replications];
        Parallel.For(0, played.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel },
            replication => played[replication] = LaboratoryGame.Play(
                experiment.Treatment, experiment.People, experiment.Seed, (uint)replication));
        return played;
    }

    /// <summary>Compares every share.</summary>
    /// <param name="played">All replications.</param>
    /// <param name="observed">What people did; null where nobody looked.</param>
    public static IReadOnlyList<LaboratoryComparison> Compare(IReadOnlyList<LaboratoryCounts> played, LaboratoryCounts? observed)
    {
        ArgumentNullException.ThrowIfNull(played);
        var partners = played[0].Partners;
        var periods = Math.Max(played.Max(counts => counts.Periods), observed?.Periods ?? 0);
        return [.. LaboratoryMeasures.All(partners, periods).Select(measure => Compare(measure, played, observed))];
    }

    /// <summary>Root mean square difference between simulated and observed over the four summary shares; NaN where one of them was not observed.</summary>
    public static double SummaryError(IEnumerable<LaboratoryComparison> comparisons) => Math.Sqrt(comparisons
        .Where(c => LaboratoryMeasures.FourShares.Contains(c.Measure)).Average(c => Math.Pow(c.Simulated - c.Observed, 2)));

    private static LaboratoryComparison Compare(LaboratoryMeasure measure, IReadOnlyList<LaboratoryCounts> played, LaboratoryCounts? observed)
    {
        var shares = played.Select(measure.Share).Where(share => !double.IsNaN(share)).ToArray();
        var (hits, of) = observed is null ? (0, 0) : measure.Count(observed);
        var (low, high) = Proportion.Wilson(hits, of, Confidence);
        return new LaboratoryComparison(
            measure,
            shares.Length == 0 ? double.NaN : shares.Average(),
            shares.Length == 0 ? double.NaN : shares.Quantile((1 - Confidence) / 2),
            shares.Length == 0 ? double.NaN : shares.Quantile((1 + Confidence) / 2),
            of == 0 ? double.NaN : (double)hits / of, low, high, of);
    }
}
