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
/// larger or smaller; how much of the variance of a single outcome is luck is told apart.
/// </summary>
public sealed class SobolIndices
{
    private SobolIndices(IReadOnlyList<SobolIndex> indices, double variance, double luck) => (Indices, Variance, Luck) = (indices, variance, luck);

    /// <summary>The indices, in the order of the factors.</summary>
    public IReadOnlyList<SobolIndex> Indices { get; }

    /// <summary>Variance of the mean outcome over all factors.</summary>
    public double Variance { get; }

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

        double[] Indices(int[] times)
        {
            var sums = new double[1 + 2 * factors];
            for (var j = 0; j < count; j++)
                for (var i = 0; i < sums.Length; i++)
                    sums[i] += times[j] * parts[j][i];
            return [.. sums.Skip(1).Select(sum => sum / sums[0])];
        }

        var estimates = Indices([.. Enumerable.Repeat(1, count)]);
        var intervals = Bootstrap.Intervals(count, seed, Indices);
        Estimate At(int i) => new(estimates[i], intervals[i].Low, intervals[i].High);
        var variance = parts.Average(part => part[0]);
        var within = worlds < 2 ? double.NaN : values.Average(of => MathNet.Numerics.Statistics.ArrayStatistics.Variance([.. of]));
        return new SobolIndices(
            [.. Enumerable.Range(0, factors).Select(factor => new SobolIndex(factor, At(factor), At(factors + factor)))],
            variance, within / (within + variance));
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
