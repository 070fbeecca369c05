using Entente.Studies.Reports;
using Entente.Studies.Statistics;
using NUnit.Framework;

namespace Entente.Tests.Studies.Reports;

public class FigureTests
{
    [TestCase(1234567.89, 0, "1,234,568")]
    [TestCase(-0.0004, 3, "0.000")]
    [TestCase(-1.5, 1, "\u22121.5")]
    [TestCase(double.NaN, 2, "\u2013")]
    public void Numbers_have_a_true_minus_and_no_minus_nought(double value, int decimals, string shown) =>
        Assert.That(Figures.Show(value, decimals), Is.EqualTo(shown));

    [TestCase(0.0004, 3, "0.000")]
    [TestCase(0.0006, 3, "+0.001")]
    [TestCase(-3, 0, "\u22123")]
    [TestCase(0, 1, "0.0")]
    public void A_plus_stands_before_what_is_seen_to_be_above_0(double value, int decimals, string shown) =>
        Assert.That(Figures.Signed(value, decimals), Is.EqualTo(shown));

    [Test]
    public void Means_side_by_side_share_their_decimals_and_a_small_one_does_not_read_as_0() =>
        Assert.That(Figures.Row([1333, 0.2, 0, double.NaN]), Is.EqualTo("1,333 0.2 0 \u2013".Split(' ')));

    [TestCase(244.3, 313, Verdict.Unclear, "+244", "\u221269 to +557")]
    [TestCase(0.0389, 0.0038, Verdict.Higher, "+0.0389", "+0.0351 to +0.0427")]
    [TestCase(10.001, 10, Verdict.Higher, "+10.001", "+0.001 to +20.001")]
    [TestCase(-5, 0, Verdict.Lower, "\u22125.00", "\u22125.00 to \u22125.00")]
    public void A_difference_has_the_digits_its_interval_deserves(double mean, double half, Verdict verdict, string difference, string interval)
    {
        var comparison = new PairedComparison(20, mean, mean - half, mean + half, 1, verdict);
        Assert.That((Figures.Difference(comparison), Figures.Interval(comparison)), Is.EqualTo((difference, interval)));
    }
}
