using ScottPlot;

namespace Entente.Studies.Charts;

/// <summary>
/// How the arms are told apart: the colours of Okabe and Ito (2008), which the colour-blind can tell apart too, without the
/// yellow that vanishes on white; and a line style each, for prints in grey.
/// </summary>
internal static class Ink
{
    private static readonly Color[] Colours =
    [
        Color.FromHex("#0072B2"), Color.FromHex("#D55E00"), Color.FromHex("#009E73"), Color.FromHex("#CC79A7"),
        Color.FromHex("#E69F00"), Color.FromHex("#56B4E9"), Color.FromHex("#000000"),
    ];

    private static readonly float[][] Dashes = [[], [9, 4], [2, 3], [10, 4, 2, 4], [16, 5], [4, 4], [16, 4, 2, 4, 2, 4]];

    public static Color Colour(int arm) => Colours[arm % Colours.Length];

    public static float[] Dash(int arm) => Dashes[arm % Dashes.Length];

    public static LinePattern Pattern(int arm) => Dash(arm).Length == 0 ? LinePattern.Solid : new(Dash(arm), 0, $"dash {arm}");
}
