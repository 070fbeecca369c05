using CsCheck;
using Entente.Randomness;
using MathNet.Numerics;
using NUnit.Framework;

namespace Entente.Tests.Accuracy;

/// <summary>The normal quantiles against values that Wichura (1988) prints to check implementations, and against the error function.</summary>
public class NormalQuantileAccuracy
{
    [TestCase(0.25, -0.6744897501960817)]
    [TestCase(0.001, -3.090232306167814)]
    [TestCase(1e-20, -9.262340089798408)]
    public void Quantiles_are_as_published(double probability, double quantile) =>
        Assert.That(NormalQuantile.At(probability), Is.EqualTo(quantile).Within(1e-14 * Math.Abs(quantile)));

    [Test]
    public void The_quantile_of_a_probability_has_that_probability_below_it() =>
        Gen.Double[1e-9, 1 - 1e-9].Sample(p =>
            Math.Abs(0.5 * SpecialFunctions.Erfc(-NormalQuantile.At(p) / Math.Sqrt(2)) - p) < 1e-13);

    [Test]
    public void A_larger_probability_has_a_larger_quantile() =>
        Gen.Select(Gen.Double[1e-9, 1 - 1e-9], Gen.Double[1e-9, 1 - 1e-9]).Sample((p, q) =>
            p == q || p < q == NormalQuantile.At(p) < NormalQuantile.At(q));
}
