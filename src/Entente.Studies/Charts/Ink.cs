using System.Globalization;
using ScottPlot;

namespace Entente.Studies.Charts;

/// <summary>
/// How arms are told apart: by a colour and a line style each, and by a number on the line where there are many. The first seven
/// colours are those of Okabe and Ito (2008), which the colour-blind can tell apart too, without the yellow that vanishes on white; the others are dark ones
/// of Tol (2021). Lines of one style differ in lightness too, for prints in grey.
/// </summary>
internal static class Ink
{
    /// <summary>How many can be told apart in one panel.</summary>
    public const int Most = 12;

    // Up to so many are told apart by colour and style alone.
    private const int Few = 3;

    private static readonly (Color Colour, float[] Dash)[] Styles =
    [
        (Color.FromHex("#0072B2"), []), (Color.FromHex("#D55E00"), [9, 4]), (Color.FromHex("#009E73"), [2, 3]), (Color.FromHex("#CC79A7"), [10, 4, 2, 4]),
        (Color.FromHex("#E69F00"), [16, 5]), (Color.FromHex("#56B4E9"), [4, 4]), (Color.FromHex("#000000"), [16, 4, 2, 4, 2, 4]),
        (Color.FromHex("#332288"), []), (Color.FromHex("#661100"), [9, 4]), (Color.FromHex("#4D4D4D"), [2, 3]), (Color.FromHex("#882255"), [10, 4, 2, 4]),
        (Color.FromHex("#117733"), [16, 5]),
    ];

    public static Color Colour(int arm) => Styles[arm % Most].Colour;

    public static float[] Dash(int arm) => Styles[arm % Most].Dash;

    public static LinePattern Pattern(int arm) => Dash(arm).Length == 0 ? LinePattern.Solid : new(Dash(arm), 0, $"dash {arm % Most}");

    /// <summary>What to write on the lines of so many arms, by arm; nothing where they are few.</summary>
    public static string? Number(int arm, int arms) => arms > Few ? (arm + 1).ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>Black on light, white on dark.</summary>
    public static Color Readable(Color ground) => ground.Luminance > .5 ? Colors.Black : Colors.White;
}
