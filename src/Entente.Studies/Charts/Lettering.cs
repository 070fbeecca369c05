using ScottPlot;
using SkiaSharp;

namespace Entente.Studies.Charts;

/// <summary>The letters that charts are set in come with the program: where a system has no fonts, text would vanish without a word.</summary>
internal sealed class Lettering : IFontResolver
{
    private const string Family = "Lato";

    private static readonly Lazy<bool> Registered = new(Register);

    /// <summary>Makes sure that plots use these letters.</summary>
    public static void Use() => _ = Registered.Value;

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName == Family ? Load(weight >= FontWeight.SemiBold ? "Lato-Bold.ttf" : "Lato-Regular.ttf") : null;

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
        CreateTypeface(fontName, bold ? FontWeight.Bold : FontWeight.Normal, FontSlant.Upright, FontSpacing.Normal);

    private static bool Register()
    {
        ScottPlot.Fonts.FontResolvers.Insert(0, new Lettering());
        ScottPlot.Fonts.Default = Family;
        return true;
    }

    private static SKTypeface Load(string resource)
    {
        using var stream = typeof(Lettering).Assembly.GetManifestResourceStream(resource)!;
        return SKTypeface.FromStream(stream);
    }
}
