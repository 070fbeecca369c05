using System.Numerics;
using CsCheck;
using Entente.Studies.Sensitivity;
using NUnit.Framework;

namespace Entente.Tests.Studies.Sensitivity;

/// <summary>Shapley shares: the axioms as laws, and games with published answers.</summary>
public class ShapleyTests
{
    private static readonly Gen<(int Factors, double[][] Values)> Games = Gen.Int[1, 5].SelectMany(factors =>
        Gen.Double[-100, 100].Array[3].Array[1 << factors].Select(values => (factors, values)));

    [Test]
    public void Shares_add_up_to_the_whole() => Games.Sample(game =>
    {
        var shares = new ShapleyShares(game.Values, game.Factors);
        Assert.That(shares.Shares.Sum(share => share.Share.Value), Is.EqualTo(shares.Whole.Value).Within(1e-9));
        Assert.That(shares.Whole.Value, Is.EqualTo(game.Values[^1].Average() - game.Values[0].Average()).Within(1e-9));
    }, iter: 100);

    [Test]
    public void Shares_of_a_sum_of_games_are_sums_of_shares_and_interactions_too() => Gen.Select(Games, Gen.Double[-3, 3]).Sample((game, weight) =>
    {
        double[][] turned = [.. game.Values.Select((values, i) => values.Select((value, w) => value + weight * game.Values[game.Values.Length - 1 - i][w]).ToArray())];
        double[][] other = [.. game.Values.Reverse()];
        var (one, two, sum) = (new ShapleyShares(game.Values, game.Factors), new ShapleyShares(other, game.Factors), new ShapleyShares(turned, game.Factors));
        for (var factor = 0; factor < game.Factors; factor++)
            Assert.That(sum.Shares[factor].Share.Value, Is.EqualTo(one.Shares[factor].Share.Value + weight * two.Shares[factor].Share.Value).Within(1e-8));
        for (var i = 0; i < one.Interactions.Count; i++)
            Assert.That(sum.Interactions[i].Together.Value, Is.EqualTo(one.Interactions[i].Together.Value + weight * two.Interactions[i].Together.Value).Within(1e-8));
    }, iter: 50);

    [Test]
    public void A_factor_that_adds_the_same_everywhere_has_that_share_and_interacts_with_none() => Gen.Select(Games, Gen.Double[-9, 9]).Sample((game, adds) =>
    {
        double[][] values = [.. game.Values.SelectMany(v => (double[][])[v, [.. v.Select(x => x + adds)]])];
        var shares = new ShapleyShares(values, game.Factors + 1);
        Assert.That(shares.Shares[^1].Share.Value, Is.EqualTo(adds).Within(1e-9));
        Assert.That((shares.Shares[^1].First.Value, shares.Shares[^1].Last.Value), Is.EqualTo((adds, adds)).Using<(double, double)>((x, y) => Math.Abs(x.Item1 - y.Item1) < 1e-9 && Math.Abs(x.Item2 - y.Item2) < 1e-9));
        Assert.That(shares.Interactions.Where(i => i.Other == game.Factors).Select(i => i.Together.Value), Is.All.EqualTo(0).Within(1e-9));
    }, iter: 50);

    /// <summary>The glove game (one left, two right gloves): 2/3, 1/6, 1/6. The airport game with costs 1, 2, 3 (Littlechild and Owen 1973): 1/3, 5/6, 11/6.</summary>
    [Test]
    public void Games_with_published_answers()
    {
        double[][] gloves = [.. Enumerable.Range(0, 8).Select(c => (double[])[(c & 4) != 0 && (c & 3) != 0 ? 1 : 0])];
        Assert.That(new ShapleyShares(gloves, 3).Shares.Select(share => share.Share.Value), Is.EqualTo([2 / 3.0, 1 / 6.0, 1 / 6.0]).Within(1e-12));
        double[][] airport = [.. Enumerable.Range(0, 8).Select(c => (double[])[(c & 1) != 0 ? 3 : (c & 2) != 0 ? 2 : (c & 4) != 0 ? 1 : 0])];
        Assert.That(new ShapleyShares(airport, 3).Shares.Select(share => share.Share.Value), Is.EqualTo([1 / 3.0, 5 / 6.0, 11 / 6.0]).Within(1e-12));
    }

    /// <summary>Two of three decide: by symmetry each has 1/3; every pair: 1/2 (1 - 0) + 1/2 (1 - 2 + 0) = 0 (Grabisch and Roubens 1999).</summary>
    [Test]
    public void Of_a_majority_of_three_all_have_equal_shares_and_pairs_neither_need_nor_replace_each_other()
    {
        double[][] majority = [.. Enumerable.Range(0, 8).Select(c => (double[])[BitOperations.PopCount((uint)c) > 1 ? 1 : 0])];
        var shares = new ShapleyShares(majority, 3);
        Assert.That(shares.Shares.Select(share => share.Share.Value), Is.All.EqualTo(1 / 3.0).Within(1e-12));
        Assert.That(shares.Interactions.Select(i => i.Together.Value), Is.All.EqualTo(0).Within(1e-12));
    }
}
