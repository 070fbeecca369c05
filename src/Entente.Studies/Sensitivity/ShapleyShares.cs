using System.Numerics;
using Entente.Studies.Statistics;

namespace Entente.Studies.Sensitivity;

/// <summary>What one of several factors contributes to a whole difference.</summary>
/// <param name="Factor">The factor, from 0.</param>
/// <param name="Share">Its Shapley value: what it adds, averaged over all orders in which factors can be switched.</param>
/// <param name="First">What it adds when it is switched first, alone.</param>
/// <param name="Last">What it adds when it is switched last, after all others.</param>
public sealed record ShapleyShare(int Factor, Estimate Share, Estimate First, Estimate Last);

/// <summary>How much two factors do together beyond what each does without the other.</summary>
/// <param name="One">A factor.</param>
/// <param name="Other">Another.</param>
/// <param name="Together">The Shapley interaction index; above 0: they need each other, below 0: one does for the other.</param>
public sealed record ShapleyInteraction(int One, int Other, Estimate Together);

/// <summary>
/// The whole difference between all factors switched and none, parted among them (Shapley 1953), and by pairs (Grabisch and Roubens 1999, International
/// Journal of Game Theory 28). The shares add up to the whole, in every replication.
/// </summary>
public sealed class ShapleyShares
{
    private readonly int factors;
    private readonly double[][] values;

    /// <summary>Parts a difference.</summary>
    /// <param name="values">Outcomes by combination and replication: combinations as <c>Factorial.Full</c> orders them, so that the last factor is the lowest bit.</param>
    /// <param name="factors">How many factors.</param>
    public ShapleyShares(double[][] values, int factors)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, 1 << factors);
        (this.factors, this.values) = (factors, values);
        Whole = Over(world => values[^1][world] - values[0][world]);
        Shares = [.. Enumerable.Range(0, factors).Select(factor => new ShapleyShare(
            factor,
            Over(world => Sum([factor], world)),
            Over(world => values[Bit(factor)][world] - values[0][world]),
            Over(world => values[^1][world] - values[^(1 + Bit(factor))][world])))];
        Interactions = [.. from one in Enumerable.Range(0, factors)
                           from other in Enumerable.Range(one + 1, factors - one - 1)
                           select new ShapleyInteraction(one, other, Over(world => Sum([one, other], world)))];
    }

    /// <summary>The whole difference.</summary>
    public Estimate Whole { get; }

    /// <summary>The shares, in the order of the factors.</summary>
    public IReadOnlyList<ShapleyShare> Shares { get; }

    /// <summary>All pairs, in the order of the factors.</summary>
    public IReadOnlyList<ShapleyInteraction> Interactions { get; }

    private int Bit(int factor) => 1 << (factors - 1 - factor);

    private Estimate Over(Func<int, double> of) => Means.Of([.. Enumerable.Range(0, values[0].Length).Select(of)]);

    /// <summary>The index of a set of factors: its joint difference over the combinations of the others, each size of them weighing the same.</summary>
    private double Sum(int[] set, int world)
    {
        var mask = set.Sum(Bit);
        var others = factors - set.Length;
        var sum = 0.0;
        for (var rest = 0; rest < values.Length; rest++)
        {
            if ((rest & mask) != 0)
                continue;
            // |T|! (n - |T| - |S|)! / (n - |S| + 1)!
            var size = BitOperations.PopCount((uint)rest);
            var weight = 1 / ((others + 1) * MathNet.Numerics.SpecialFunctions.Binomial(others, size));
            sum += weight * Joint(set, rest, world);
        }

        return sum;
    }

    /// <summary>The joint difference of a set on top of the rest: the sum over its subsets, with changing sign.</summary>
    private double Joint(int[] set, int rest, int world)
    {
        var sum = 0.0;
        for (var subset = 0; subset < 1 << set.Length; subset++)
        {
            var combination = rest;
            for (var i = 0; i < set.Length; i++)
                if (((subset >> i) & 1) == 1)
                    combination |= Bit(set[i]);
            var sign = (set.Length - BitOperations.PopCount((uint)subset)) % 2 == 0 ? 1 : -1;
            sum += sign * values[combination][world];
        }

        return sum;
    }
}
