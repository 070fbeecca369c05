using System.Numerics;

namespace Entente.Studies.Designs;

/// <summary>
/// A regular fraction of the combinations of two levels (Box and Hunter 1961, Technometrics 3(3)). The first factors take every combination; each of the others
/// is a product of some of them, its generator. Up to 11 factors and 128 runs the generators are those of least aberration (Fries and Hunter 1980, Technometrics 22(4)); beyond, products
/// of odd numbers of factors while there are enough, which keeps main effects apart from interactions of two.
/// </summary>
public sealed class TwoLevelFraction
{
    private const string Letters = "ABCDEFGHJKLMNOPQRSTUVWXYZabcdefghjklmnopqrstuvwxyz";

    // By number of runs: generators of the factors beyond the base, for one factor more each time.
    private static readonly Dictionary<int, string[]> Table = new()
    {
        [4] = ["AB"],
        [8] = ["ABC", "AB AC", "AB AC BC", "AB AC BC ABC"],
        [16] = ["ABCD", "ABC BCD", "ABC BCD ACD", "BCD ACD ABC ABD", "ABC BCD ACD ABD ABCD", "ABC BCD ACD ABD ABCD AB", "ABC BCD ACD ABD ABCD AB AC"],
        [32] = ["ABCDE", "ABCD ABDE", "ABC ABD BCDE", "BCDE ACDE ABDE ABCE", "ABCD ABCE ABDE ACDE BCDE", "ABC BCD CDE ACD ADE BDE"],
        [64] = ["ABCDEF", "ABCD ABEF", "ABCD ACEF CDEF", "BCDF ACDF ABDE ABCE", "CDE ABCD ABF BDEF ADEF"],
        [128] = ["ABCDEFG", "ACDFG BCEFG", "ABCG BCDE ACDF", "ABCG BCDE ACDF ABCDEFG"],
    };

    private const int MostListed = 16;

    private readonly int baseFactors;
    private readonly int[] masks;

    private TwoLevelFraction(int baseFactors, int[] masks) => (this.baseFactors, this.masks) = (baseFactors, masks);

    /// <summary>A fraction.</summary>
    /// <param name="factors">How many factors.</param>
    /// <param name="runs">How many points, a power of 2.</param>
    /// <exception cref="ArgumentException">So many points hold fewer factors, or all of their combinations.</exception>
    public static TwoLevelFraction Of(int factors, int runs)
    {
        var first = BitOperations.Log2((uint)runs);
        if (!BitOperations.IsPow2(runs) || factors < first || factors > runs - 1)
            throw new ArgumentException($"{factors} factors do not go into {runs} points.", nameof(runs));
        int[] masks = [.. Enumerable.Range(0, first).Select(factor => 1 << factor)];
        if (factors == first)
            return new TwoLevelFraction(first, masks);
        if (Table.TryGetValue(runs, out var known) && factors - first <= known.Length)
            return new TwoLevelFraction(first, [.. masks, .. known[factors - first - 1].Split(' ').Select(Mask)]);
        var odd = factors <= runs / 2;
        var products = Enumerable.Range(1, runs - 1).Where(mask => BitOperations.PopCount((uint)mask) > 1 && (!odd || BitOperations.PopCount((uint)mask) % 2 == 1));
        return new TwoLevelFraction(first, [.. masks, .. products.OrderByDescending(mask => BitOperations.PopCount((uint)mask)).ThenBy(mask => mask).Take(factors - first)]);
    }

    /// <summary>The points, as 0 and 1; the last of the base factors changes fastest.</summary>
    public int[][] Points => [.. Enumerable.Range(0, 1 << baseFactors).Select(run =>
        masks.Select(mask => Sign(mask, run)).ToArray())];

    /// <summary>The generators, in words: <c>D = ABC</c>.</summary>
    public IReadOnlyList<string> Generators => [.. masks.Skip(baseFactors).Select((mask, i) => $"{Letters[baseFactors + i]} = {Word(mask)}")];

    /// <summary>Length of the shortest word of the defining relation: 3 mixes main effects with interactions of two, 4 interactions of two with each other, 5 neither. 0 where all combinations are there.</summary>
    public int Resolution => Words.Select(word => BitOperations.PopCount((ulong)word)).DefaultIfEmpty(0).Min();

    /// <summary>Pairs of factors whose interaction cannot be told from that of a given pair, or from a main effect, each as factors from 0.</summary>
    /// <param name="effect">The factors of the effect, from 0.</param>
    /// <param name="most">How many factors an alias may have.</param>
    public IReadOnlyList<IReadOnlyList<int>> Aliases(IReadOnlyList<int> effect, int most)
    {
        ArgumentNullException.ThrowIfNull(effect);
        var of = effect.Aggregate(0L, (mask, factor) => mask ^ (1L << factor));
        return [.. Words.Select(word => word ^ of).Where(alias => BitOperations.PopCount((ulong)alias) <= most).Order()
            .Select(alias => (IReadOnlyList<int>)[.. Enumerable.Range(0, masks.Length).Where(factor => ((alias >> factor) & 1) == 1)])];
    }

    /// <summary>The words of the defining relation: sets of factors whose product is the same at all points.</summary>
    private IEnumerable<long> Words
    {
        get
        {
            var generators = masks.Skip(baseFactors).Select((mask, i) => (long)(uint)mask | (1L << (baseFactors + i))).ToArray();
            // All products of few generators; of many, those of up to four.
            return (generators.Length <= MostListed
                    ? Enumerable.Range(1, (1 << generators.Length) - 1).Select(subset => (long)subset)
                    : Few(generators.Length))
                .Select(subset => generators.Where((_, i) => ((subset >> i) & 1) == 1).Aggregate(0L, (product, word) => product ^ word));
        }
    }

    /// <summary>Sets of up to four of so many, as bits.</summary>
    private static IEnumerable<long> Few(int count, int most = 4, int from = 0) => most == 0
        ? []
        : Enumerable.Range(from, count - from).SelectMany(i => Few(count, most - 1, i + 1).Select(rest => rest | (1L << i)).Prepend(1L << i));

    /// <summary>The level, 0 or 1, of a product of base factors: 1 where all are 1 or an even number is 0.</summary>
    private int Sign(int mask, int run)
    {
        var zeros = 0;
        for (var factor = 0; factor < baseFactors; factor++)
            if (((mask >> factor) & 1) == 1 && ((run >> (baseFactors - 1 - factor)) & 1) == 0)
                zeros++;
        return zeros % 2 == 0 ? 1 : 0;
    }

    private static int Mask(string word) => word.Aggregate(0, (mask, letter) => mask | (1 << Letters.IndexOf(letter, StringComparison.Ordinal)));

    private static string Word(int mask) => string.Concat(Letters.Where((_, factor) => factor < 31 && ((mask >> factor) & 1) == 1));
}
