using CsCheck;
using Entente.Studies.Sensitivity;
using NUnit.Framework;

namespace Entente.Tests.Studies.Sensitivity;

/// <summary>Adjusted probabilities against p.adjust of R 4.2.2.</summary>
public class MultiplicityTests
{
    private static readonly double[] P = [0.01, 0.02, 0.03, 0.04, 0.05, 0.001, 0.2, 0.9];

    [Test]
    public void Adjusted_probabilities_are_those_of_R()
    {
        Assert.That(Multiplicity.Holm(P), Is.EqualTo([0.070, 0.120, 0.150, 0.160, 0.160, 0.008, 0.400, 0.900]).Within(1e-12));
        Assert.That(Multiplicity.BenjaminiHochberg(P),
            Is.EqualTo([0.04, 0.05333333333, 0.06, 0.064, 0.06666666667, 0.008, 0.22857142857, 0.9]).Within(1e-10));
    }

    [Test]
    public void Adjusting_keeps_the_order_and_makes_nothing_smaller_and_what_does_not_exist_does_not_count() => Gen.Double[0, 1].Array[1, 20].Sample(p =>
    {
        foreach (var adjust in (Func<IReadOnlyList<double>, double[]>[])[Multiplicity.Holm, Multiplicity.BenjaminiHochberg])
        {
            var adjusted = adjust(p);
            Assert.That(adjusted.Zip(p, (a, b) => a >= b * (1 - 1e-12) && a <= 1), Has.All.True);
            var sorted = p.Zip(adjusted).OrderBy(pair => pair.First).Select(pair => pair.Second).ToArray();
            Assert.That(sorted, Is.Ordered);
            Assert.That(adjust([.. p, double.NaN])[..^1], Is.EqualTo(adjusted));
        }
    }, iter: 100);
}
