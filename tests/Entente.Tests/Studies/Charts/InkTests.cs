using Entente.Studies.Charts;
using NUnit.Framework;
using ScottPlot;

namespace Entente.Tests.Studies.Charts;

/// <summary>
/// Any two of twelve arms can be told apart, by whoever sees fewer colours and on prints in grey. Colours are compared by their distance in CIE L*a*b* (CIE
/// 1976), where about 2 is just noticed; dichromats see what Viénot, Brettel and Mollon (1999, Color Research and Application 24(4)) compute.
/// </summary>
public class InkTests
{
    // Of lines of one style, far more than is noticed side by side.
    private const double Apart = 20;

    private static readonly double[][] ToXyz = [[.4124564, .3575761, .1804375], [.2126729, .7151522, .0721750], [.0193339, .1191920, .9503041]];
    private static readonly double[][] ToLms = [[17.8824, 43.5161, 4.11935], [3.45565, 27.1554, 3.86714], [.0299566, .184309, 1.46709]];
    private static readonly double[][] FromLms =
        [[.0809444479, -.130504409, .116721066], [-.0102485335, .0540193266, -.113614708], [-.000365296938, -.00412161469, .693511405]];

    private static readonly Dictionary<string, Func<double[], double[]>> Eyes = new()
    {
        ["any"] = light => light,
        ["protanopia"] = light => Seen(light, lms => [(2.02344 * lms[1]) - (2.52581 * lms[2]), lms[1], lms[2]]),
        ["deuteranopia"] = light => Seen(light, lms => [lms[0], (.494207 * lms[0]) + (1.24827 * lms[2]), lms[2]]),
        ["grey"] = light => [.. Enumerable.Repeat(Times(ToXyz, light)[1], 3)],
    };

    [Test]
    public void Any_two_arms_differ_in_style_or_clearly_in_colour_to_all_eyes([ValueSource(nameof(Names))] string eye)
    {
        foreach (var (one, other) in Pairs())
        {
            var distance = Distance(Ink.Colour(one), Ink.Colour(other), eye);
            Assert.That(!Ink.Dash(one).SequenceEqual(Ink.Dash(other)) || distance >= Apart, $"{one} and {other}: {distance:0.0}");
        }
    }

    [Test]
    public void Any_two_arms_differ_in_colour_to_who_sees_them()
    {
        foreach (var (one, other) in Pairs())
            Assert.That(Distance(Ink.Colour(one), Ink.Colour(other), "any"), Is.GreaterThanOrEqualTo(Apart), $"{one} and {other}");
    }

    /// <summary>A line is seen on white paper: twice as much light comes from the paper (WCAG's contrast, 1 to 21).</summary>
    [Test]
    public void Every_colour_is_seen_on_white() => Assert.That(
        Enumerable.Range(0, Ink.Most).Select(arm => 1.05 / (Times(ToXyz, Light(Ink.Colour(arm)))[1] + .05)), Is.All.GreaterThan(2));

    [Test]
    public void Numbers_are_written_where_there_are_more_than_three_and_are_all_different()
    {
        Assert.That(Enumerable.Range(0, 3).Select(arm => Ink.Number(arm, 3)), Is.All.Null);
        Assert.That(Enumerable.Range(0, 12).Select(arm => Ink.Number(arm, 12)), Is.EqualTo("1 2 3 4 5 6 7 8 9 10 11 12".Split(' ')));
    }

    /// <summary>White on white would be 0, and white on black 100: the formulas of this test are those of the standards.</summary>
    [Test]
    public void Distances_are_as_defined()
    {
        Assert.That(Distance(Colors.White, Colors.Black, "any"), Is.EqualTo(100).Within(.01));
        Assert.That(Distance(Colors.White, Colors.Black, "deuteranopia"), Is.EqualTo(100).Within(.1));
        // Pure red and green of equal lightness differ to most, and hardly to dichromats.
        var (red, green) = (Color.FromHex("#C40000"), Color.FromHex("#007A00"));
        Assert.That(Distance(red, green, "any"), Is.GreaterThan(100));
        Assert.That(Distance(red, green, "deuteranopia"), Is.LessThan(30));
    }

    private static string[] Names => [.. Eyes.Keys];

    private static IEnumerable<(int, int)> Pairs() =>
        from one in Enumerable.Range(0, Ink.Most) from other in Enumerable.Range(0, one) select (one, other);

    private static double Distance(Color one, Color other, string eye) =>
        Math.Sqrt(Lab(Eyes[eye](Light(one))).Zip(Lab(Eyes[eye](Light(other))), (x, y) => (x - y) * (x - y)).Sum());

    private static double[] Light(Color colour) => [.. new[] { colour.R, colour.G, colour.B }.Select(byteValue =>
    {
        var c = byteValue / 255.0;
        return c <= .04045 ? c / 12.92 : Math.Pow((c + .055) / 1.055, 2.4);
    })];

    private static double[] Seen(double[] light, Func<double[], double[]> lose) => [.. Times(FromLms, lose(Times(ToLms, light))).Select(c => Math.Clamp(c, 0, 1))];

    private static double[] Lab(double[] light)
    {
        var white = Times(ToXyz, [1, 1, 1]);
        var f = Times(ToXyz, light).Zip(white, (part, whole) => part / whole).Select(t => t > 216.0 / 24389 ? Math.Cbrt(t) : ((24389.0 / 27 * t) + 16) / 116).ToArray();
        return [(116 * f[1]) - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])];
    }

    private static double[] Times(double[][] matrix, double[] vector) => [.. matrix.Select(row => row.Zip(vector, (m, v) => m * v).Sum())];
}
