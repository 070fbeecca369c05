using ScottPlot;
using SkiaSharp;

namespace Entente.Studies.Charts;

/// <summary>
/// Open Sans, regular and bold, from the resources of this assembly: charts look the same on every machine, and keep their
/// text on one that has no fonts at all.
/// </summary>
internal sealed class Typefaces : IFontResolver
{
    private const string Family = "Open Sans";

    private readonly SKTypeface _regular = Load("OpenSans-Regular.ttf");
    private readonly SKTypeface _bold = Load("OpenSans-Bold.ttf");

    // Ahead of the system's fonts, where another version of the family may wait.
    private static readonly Typefaces Registered = Register();

    private Typefaces()
    {
    }

    /// <summary>The family to write in; asking for it makes it known to charts.</summary>
    public static string Name => Registered is null ? "" : Family;

    /// <summary>A face in a size.</summary>
    public static SKFont Font(float size, bool bold) => new(bold ? Registered._bold : Registered._regular, size) { Subpixel = true };

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName != Family ? null : weight >= FontWeight.SemiBold ? _bold : _regular;

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
        CreateTypeface(fontName, bold ? FontWeight.Bold : FontWeight.Normal, FontSlant.Upright, FontSpacing.Normal);

    private static Typefaces Register()
    {
        var faces = new Typefaces();
        Fonts.FontResolvers.Insert(0, faces);
        // Parts of a plot take over the default when they are made.
        Fonts.Default = Family;
        return faces;
    }

    private static SKTypeface Load(string resource)
    {
        using var stream = typeof(Typefaces).Assembly.GetManifestResourceStream(resource)!;
        using var bytes = SKData.Create(stream);
        return SKTypeface.FromData(bytes);
    }
}
