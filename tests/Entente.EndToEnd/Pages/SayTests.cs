using NUnit.Framework;

namespace Entente.EndToEnd.Pages;

/// <summary>How pages write numbers, and the one interval that only they state.</summary>
public class SayTests
{
    // By hand: residuals -.25, .125, -.125, .25 about 10/16; their standard deviation .22822, over the square root of 4 and the mean of 4
    // .028527, times the 97.5% quantile of Student's t on three degrees of freedom, 3.18245.
    [Test]
    public void A_share_has_the_interval_of_the_delta_method()
    {
        var (share, low, high) = Say.Ratio([1, 2, 3, 4], [2, 3, 5, 6]);
        Assert.That(new[] { share, low, high }, Is.EqualTo([0.625, 0.625 - 0.090786, 0.625 + 0.090786]).Within(1e-6));
    }

    [Test]
    public void Numbers_have_a_true_minus_sign_and_no_sign_at_zero() => Assert.That(
        new[] { Say.Signed(-1234.5), Say.Signed(0.04, 1), Say.Number(-0.04, 1), Say.Percent(0.5641), Say.SignedPercent(0.0061, 2), Say.WithError(1768.3, 15.6), Say.WithError(0.4807, 0.00402) },
        Is.EqualTo((string[])["−1,235", "0.0", "0.0", "56%", "+0.61%", "1,768 ± 16", "0.4807 ± 0.0040"]));
}
