using Entente.Studies.Statistics;

namespace Entente.Studies.Sensitivity;

/// <summary>How much of the variance over all factors one of them explains.</summary>
/// <param name="Factor">The factor, from 0.</param>
/// <param name="First">By itself: its first-order index.</param>
/// <param name="Total">With all it does together with others: its total index.</param>
public sealed record SobolIndex(int Factor, Estimate First, Estimate Total);

/// <summary>
/// Sobol indices of the mean over worlds: first-order as Saltelli et al. (2010) and total as Jansen (1999), with bootstrap intervals over base samples.
/// Where there are several replications all products are of different ones, in which the luck of the worlds cancels, so that noise makes no index
/// larger or smaller; how much of the variance of a single outcome is luck is told apart. Intervals take 32 base samples: with fewer they cover too seldom.
/// </summary>
public sealed class SobolIndices
{
    /// <summary>Base samples that intervals take.</summary>
    public const int LeastBaseSamples = 32;

    private SobolIndices(IReadOnlyList<SobolIndex> indices, Estimate variance, double luck) => (Indices, Variance, Luck) = (indices, variance, luck);

    /// <summary>The indices, in the order of the factors; none where there is no variance to explain, without intervals where it may be none.</summary>
    public IReadOnlyList<SobolIndex> Indices { get; }

    /// <summary>Variance of the mean outcome over all factors, an estimate without bias: where it is luck alone it may lie below 0.</summary>
    public Estimate Variance { get; }

    /// <summary>Share of the variance of a single outcome that is luck: within points, over within and between. NaN with one replication.</summary>
    public double Luck { get; }

    /// <summary>Estimates indices.</summary>
    /// <param name="values">Outcomes by point and replication, points as <c>SaltelliSample</c> orders them.</param>
    /// <param name="factors">How many factors.</param>
    /// <param name="seed">Draws for intervals.</param>
    public static SobolIndices Of(double[][] values, int factors, uint seed)
    {
        ArgumentNullException.ThrowIfNull(values);
        var (block, worlds) = (factors + 2, values[0].Length);
        var count = values.Length / block;

        // Centred world by world: products are of deviations.
        var means = Enumerable.Range(0, worlds).Select(world => Enumerable.Range(0, count).Average(j => (values[j * block][world] + values[j * block + factors + 1][world]) / 2)).ToArray();
        double[] Centred(int point) => [.. values[point].Select((value, world) => value - means[world])];

        var parts = new double[count][];
        for (var j = 0; j < count; j++)
        {
            var (a, b) = (Centred(j * block), Centred(j * block + factors + 1));
            parts[j] = new double[1 + 2 * factors];
            parts[j][0] = (Product(a, a) + Product(b, b)) / 2 * (2 * count / (2 * count - 1.0));
            for (var factor = 0; factor < factors; factor++)
            {
                var mixed = Centred(j * block + 1 + factor);
                var (gain, loss) = (Less(mixed, a), Less(a, mixed));
                parts[j][1 + factor] = Product(b, gain);
                parts[j][1 + factors + factor] = Product(loss, loss) / 2;
            }
        }

        // The variance, and what of it is explained.
        double[] Statistics(int[] times)
        {
            var sums = new double[1 + 2 * factors];
            for (var j = 0; j < count; j++)
                for (var i = 0; i < sums.Length; i++)
                    sums[i] += times[j] * parts[j][i];
            return [sums[0] / count, .. sums.Skip(1).Select(sum => sum / sums[0])];
        }

        var estimates = Statistics([.. Enumerable.Repeat(1, count)]);
        var intervals = count < LeastBaseSamples ? null : Bootstrap.Intervals(count, seed, Statistics);
        var variance = new Estimate(estimates[0], intervals?[0].Low ?? double.NaN, intervals?[0].High ?? double.NaN);
        Estimate At(int i) => !(variance.Value > 0) ? Estimate.None
            : variance.Low > 0 ? new Estimate(estimates[i], intervals![i].Low, intervals[i].High)
            : new Estimate(estimates[i], double.NaN, double.NaN);
        var within = worlds < 2 ? double.NaN : values.Average(of => MathNet.Numerics.Statistics.ArrayStatistics.Variance([.. of]));
        return new SobolIndices(
            [.. Enumerable.Range(0, factors).Select(factor => new SobolIndex(factor, At(1 + factor), At(1 + factors + factor)))],
            variance, within / (within + Math.Max(0, variance.Value)));
    }

    /// <summary>Mean product of two outcomes of different worlds; of the same where there is one world.</summary>
    private static double Product(double[] x, double[] y)
    {
        var (worlds, same) = (x.Length, 0.0);
        for (var world = 0; world < worlds; world++)
            same += x[world] * y[world];
        return worlds == 1 ? same : (x.Sum() * y.Sum() - same) / (worlds * (worlds - 1.0));
    }

    private static double[] Less(double[] x, double[] y) => [.. x.Zip(y, (one, other) => one - other)];
}
