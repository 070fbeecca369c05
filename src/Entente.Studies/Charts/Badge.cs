using ScottPlot;
using SkiaSharp;

namespace Entente.Studies.Charts;

/// <summary>The number of an arm in a circle of its colour. Drawn by itself: the library would go on with the dashes of the line before.</summary>
/// <param name="number">The number, of one or two digits.</param>
/// <param name="place">Where it stands.</param>
/// <param name="colour">The colour of the arm.</param>
internal sealed class Badge(string number, Coordinates place, Color colour) : IPlottable
{
    /// <summary>How wide the circle is.</summary>
    public const float Size = 18;

    private const float TextSize = 11;

    public bool IsVisible { get; set; } = true;
    public IAxes Axes { get; set; } = new Axes();
    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        var pixel = Axes.GetPixel(place);
        Draw(rp.Canvas, number, colour, pixel.X, pixel.Y);
    }

    /// <summary>Draws one.</summary>
    public static void Draw(SKCanvas canvas, string number, Color colour, float x, float y)
    {
        using var rim = new SKPaint { Color = SKColors.White, IsAntialias = true };
        using var ground = new SKPaint { Color = colour.ToSKColor(), IsAntialias = true };
        using var letters = new SKPaint { Color = Ink.Readable(colour).ToSKColor(), IsAntialias = true };
        using var font = Typefaces.Font(TextSize, bold: true);
        canvas.DrawCircle(x, y, Size / 2 + 1.5f, rim);
        canvas.DrawCircle(x, y, Size / 2, ground);
        canvas.DrawText(number, x - font.MeasureText(number) / 2, y + TextSize * .36f, font, letters);
    }
}
