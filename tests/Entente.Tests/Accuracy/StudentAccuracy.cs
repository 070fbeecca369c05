using CsCheck;
using Entente.Studies.Statistics;
using MathNet.Numerics;
using NUnit.Framework;

namespace Entente.Tests.Accuracy;

/// <summary>Student's t against closed forms, and against R 4.2.2: <c>qt(tail, freedom, lower.tail = FALSE)</c>.</summary>
public class StudentAccuracy
{
    private static readonly Gen<double> Tails = Gen.Double[-12, Math.Log10(0.4)].Select(x => Math.Pow(10, x));

    [TestCase(1.5, 0.025, 6.0166631044279324)]
    [TestCase(1.5, 1e-10, 2422663.101134394)]
    [TestCase(2.7, 1e-6, 156.89075300921564)]
    [TestCase(3, 0.025, 3.182446305283709)]
    [TestCase(3, 1e-10, 2225.7692846830946)]
    [TestCase(5, 1e-10, 156.82559270889428)]
    [TestCase(9.3, 0.4, 0.2607065775260007)]
    [TestCase(30, 1e-10, 9.3774897804071440)]
    [TestCase(99, 0.00038, 3.4748796515660234)]
    [TestCase(1000, 1e-10, 6.4278762831342060)]
    [TestCase(100000, 0.025, 1.959987707534609)]
    [TestCase(10000000, 1e-6, 4.753427112755577)]
    [TestCase(1e10, 1e-10, 6.361340908998645)]
    public void Quantiles_are_those_of_R(double freedom, double tail, double expected) =>
        Assert.That(Student.Quantile(tail, freedom), Is.EqualTo(expected).Within(1e-11 * expected));

    /// <summary>Cauchy's distribution: a tail of one half less atan(t) over pi.</summary>
    [TestCase(0.25, 1)]
    [TestCase(0.025, 12.706204736174707)]
    [TestCase(0.05 / 2 / 65, 827.60530130952759)]
    [TestCase(1e-10, 3183098861.8379064)]
    public void One_degree_of_freedom_is_Cauchy_s_distribution(double tail, double quantile)
    {
        Assert.That(Student.Quantile(tail, 1), Is.EqualTo(quantile).Within(1e-14 * quantile));
        Assert.That(Math.Atan(1 / Student.Quantile(tail, 1)) / Math.PI, Is.EqualTo(tail).Within(1e-15 * tail + 1e-17));
    }

    /// <summary>A tail of one half less t over twice the root of 2 + t squared, written so that nothing cancels.</summary>
    [Test]
    public void Two_degrees_of_freedom_have_a_closed_form() =>
        Tails.Sample(tail =>
        {
            var t = Student.Quantile(tail, 2);
            var root = Math.Sqrt(2 + (t * t));
            return Near(1 / (root * (root + t)), tail);
        });

    /// <summary>Four degrees of freedom: a cubic in the cosine (Shaw 2006, Journal of Computational Finance 9(4)).</summary>
    [Test]
    public void Four_degrees_of_freedom_have_a_closed_form() =>
        Gen.Double[0.01, 0.4].Sample(tail =>
        {
            var a = 4 * tail * (1 - tail);
            var q = Math.Cos(Math.Acos(Math.Sqrt(a)) / 3) / Math.Sqrt(a);
            return Near(Student.Quantile(tail, 4), 2 * Math.Sqrt(q - 1));
        });

    [Test]
    public void The_quantile_of_a_tail_has_that_tail_beyond_it() =>
        Gen.Select(Gen.Double[0, 3.9].Select(x => Math.Pow(10, x)), Tails).Sample((freedom, tail) =>
            Math.Abs(Student.Tail(Student.Quantile(tail, freedom), freedom) / tail - 1) < 1e-11);

    [Test]
    public void A_smaller_tail_or_fewer_degrees_of_freedom_lie_farther_out() =>
        Gen.Select(Gen.Double[0, 7].Select(x => Math.Pow(10, x)), Tails).Sample((freedom, tail) =>
            Student.Quantile(tail / 1.01, freedom) > Student.Quantile(tail, freedom) && Student.Quantile(tail, freedom) >= Student.Quantile(tail, freedom * 1.01) * (1 - 1e-12));

    [Test]
    public void With_many_degrees_of_freedom_it_is_the_normal_distribution() =>
        Tails.Sample(tail => Math.Abs(0.5 * SpecialFunctions.Erfc(Student.Quantile(tail, 1e13) / Math.Sqrt(2)) / tail - 1) < 1e-9);

    [Test]
    public void What_is_unknown_stays_unknown()
    {
        Assert.That(Student.Quantile(0.025, double.NaN), Is.NaN);
        Assert.That(Student.Quantile(double.NaN, 1), Is.NaN);
        Assert.That(Student.Tail(double.PositiveInfinity, 1), Is.Zero);
        Assert.That(Student.Quantile(0.5, 7), Is.Zero);
    }

    private static bool Near(double x, double y) => Math.Abs(x / y - 1) < 1e-12;
}
