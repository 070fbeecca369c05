using Entente.Engine;
using Entente.Scenarios.Claims;
using Entente.Studies.Designs;
using Entente.Studies.Running;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Entente.Studies.Claims;

/// <summary>How claims are tried over uncertain parameters.</summary>
public sealed record RobustnessOptions
{
    /// <summary>Points of the Latin hypercube.</summary>
    public int Points { get; init; } = 100;
    /// <summary>Replications of each arm at each point.</summary>
    public int Replications { get; init; } = 4;
    /// <summary>How far parameters range on either side of their defaults, as a share of them.</summary>
    public double Spread { get; init; } = 0.5;
    /// <summary>Points played at the same time; no result depends on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}

/// <summary>How a parameter goes with a contrast over the points.</summary>
/// <param name="Path">The parameter.</param>
/// <param name="Correlation">Spearman's rank correlation: above 0, the contrast is larger where the parameter is.</param>
public sealed record Influence(string Path, double Correlation);

/// <summary>What becomes of a proposition over uncertain parameters.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Proposition">The proposition.</param>
/// <param name="Points">Points at which the contrast has a value.</param>
/// <param name="Holding">Points at which its mean is on the proposition's side of the threshold.</param>
/// <param name="Parameters">How many parameters were varied.</param>
/// <param name="ByChance">A correlation that the largest of so many would exceed by chance alone in one case of twenty.</param>
/// <param name="Deciding">The three parameters it goes with most.</param>
public sealed record RobustFinding(
    Claim Claim, Proposition Proposition, int Points, int Holding, int Parameters, double ByChance, IReadOnlyList<Influence> Deciding)
{
    /// <summary>Share of the points at which the proposition holds; NaN without a point.</summary>
    public double Share => Points == 0 ? double.NaN : (double)Holding / Points;
}

/// <summary>Asks claims again at many points of the space of uncertain parameters.</summary>
public static class Robustness
{
    private const int Shown = 3;

    /// <summary>Tries claims over a Latin hypercube.</summary>
    /// <param name="claims">The claims; those that are not testable are passed over.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told of points that are finished.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <param name="player">Plays one replication; the model's own if left out.</param>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    /// <exception cref="ReplicationFailure">A replication could not be played.</exception>
    public static IReadOnlyList<RobustFinding> Run(
        IReadOnlyList<Claim> claims, RobustnessOptions options, IProgress<StudyProgress>? progress, CancellationToken cancel,
        Player? player = null)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Points, 2);
        var designs = claims.Where(claim => claim.NotTestable is null).Select(claim => Design.Of(claim, options)).ToArray();
        var total = designs.Length * options.Points;
        var contrasts = new List<double[]>();
        foreach (var contrast in OrderedPlay<double[]>.Run(total, options.Threads, 4 * options.Threads,
            number => designs[number / options.Points].Play(number % options.Points, options.Replications, player ?? Simulation.Run), cancel))
        {
            contrasts.Add(contrast);
            progress?.Report(new StudyProgress(contrasts.Count, total));
        }

        cancel.ThrowIfCancellationRequested();
        return [.. designs.SelectMany((design, i) => design.Judge(contrasts.GetRange(i * options.Points, options.Points)))];
    }

    /// <summary>The points of one claim.</summary>
    private sealed record Design(Claim Claim, IReadOnlyList<UncertainParameter> Parameters, double[][] Points)
    {
        public static Design Of(Claim claim, RobustnessOptions options)
        {
            var variant = claim.AsItStands();
            var parameters = UncertainParameter.Of(variant, options.Spread);
            return new Design(claim, parameters, LatinHypercube.Sample(options.Points, parameters.Count, variant.Plays[0].Scenario.Seed));
        }

        /// <summary>The mean contrast of every proposition at a point.</summary>
        public double[] Play(int point, int replications, Player player)
        {
            var variant = Claim.Vary($"point {point + 1}", VariantKind.Point, [.. Parameters.Zip(Points[point], (parameter, place) => parameter.At(place))]);
            var contrasts = Claim.Propositions.Select(proposition => new Contrast(proposition)).ToArray();
            for (var replication = 0; replication < replications; replication++)
            {
                var outcomes = variant.Plays.Select((play, number) => Claim.Play(play, number, replication, player)).ToArray();
                foreach (var contrast in contrasts)
                    contrast.Add(outcomes);
            }

            return [.. contrasts.Select(contrast => contrast.Mean)];
        }

        public IEnumerable<RobustFinding> Judge(List<double[]> contrasts) => Claim.Propositions.Select((proposition, number) =>
        {
            var there = Enumerable.Range(0, Points.Length).Where(point => !double.IsNaN(contrasts[point][number])).ToArray();
            var values = there.Select(point => contrasts[point][number]).ToArray();
            return new RobustFinding(Claim, proposition, there.Length, values.Count(value => Holds(proposition, value)), Parameters.Count,
                ByChance(there.Length, Parameters.Count), there.Length < 3 ? [] : Deciding(there, values));
        });

        private Influence[] Deciding(int[] there, double[] values) =>
        [
            .. Parameters
                .Select((parameter, i) => new Influence(parameter.Path,
                    Correlation.Spearman(there.Select(point => parameter.Value(Points[point][i])), values)))
                .Where(influence => !double.IsNaN(influence.Correlation))
                .OrderByDescending(influence => Math.Abs(influence.Correlation))
                .ThenBy(influence => influence.Path, StringComparer.Ordinal)
                .Take(Shown),
        ];

        // Without any connection a rank correlation of n points is about normal with variance 1 / (n - 1) (Kendall and Gibbons 1990).
        private static double ByChance(int points, int parameters) =>
            points < 3 ? double.NaN : Normal.InvCDF(0, 1, 1 - 0.025 / Math.Max(1, parameters)) / Math.Sqrt(points - 1);

        private static bool Holds(Proposition proposition, double contrast) => proposition.Direction switch
        {
            Direction.MoreThan => contrast > proposition.Threshold,
            Direction.LessThan => contrast < proposition.Threshold,
            _ => Math.Abs(contrast) > proposition.Threshold,
        };
    }
}
