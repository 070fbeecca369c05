using System.Text;
using System.Text.RegularExpressions;
using ScottPlot;
using SkiaSharp;

namespace Entente.Studies.Charts;

/// <summary>One line of a key: how something is drawn, and what it stands for.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Dash">Lengths of dashes and gaps of a line; null for a filled patch.</param>
internal sealed record KeyEntry(string Label, Color Colour, float[]? Dash);

/// <summary>A whole picture: a title that says the finding, panels in rows, and a key below them.</summary>
/// <param name="title">The finding.</param>
/// <param name="description">What is drawn and how to read it.</param>
internal sealed partial class Sheet(string title, string description)
{
    private const int Width = 1000;
    // Printed at 16 cm, a PNG has 300 dots an inch.
    private const int PngScale = 2;
    private const int Margin = 24;
    private const float TitleSize = 21;
    private const float TitleLine = 28;
    private const float KeySize = 15;
    private const float KeyLine = 26;
    private const float Symbol = 40;
    private const float Gap = 8;

    private readonly List<Plot[]> _rows = [];
    private readonly List<KeyEntry> _key = [];
    private int _rowHeight = 480;
    private string _note = "";

    public string Title => title;
    public string Description => _note.Length == 0 ? description : $"{description} {_note}";

    /// <summary>Adds a row of panels of equal width.</summary>
    public Sheet Row(params Plot[] panels)
    {
        _rows.Add(panels);
        return this;
    }

    /// <summary>Sets the height of each row.</summary>
    public Sheet Tall(int rowHeight)
    {
        _rowHeight = rowHeight;
        return this;
    }

    /// <summary>Adds a line to the key.</summary>
    public Sheet Explain(KeyEntry entry)
    {
        _key.Add(entry);
        return this;
    }

    /// <summary>Says something below the key that a reader must know.</summary>
    public Sheet Note(string note)
    {
        _note = note;
        return this;
    }

    public byte[] Png()
    {
        var (titles, keys, height) = Layout();
        using var surface = SKSurface.Create(new SKImageInfo(Width * PngScale, height * PngScale));
        surface.Canvas.Scale(PngScale);
        Render(surface.Canvas, titles, keys, height);
        using var image = surface.Snapshot();
        using var pixels = image.PeekPixels();
        using var bytes = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, 4))
            ?? throw new InvalidOperationException($"The chart \"{title}\" could not be encoded as PNG.");
        return bytes.ToArray();
    }

    /// <summary>
    /// The picture as SVG. The library counts clipping areas on from picture to picture; counted anew, the same picture has
    /// the same bytes. Where the face is missing another without serifs takes its place.
    /// </summary>
    public string Svg()
    {
        var (titles, keys, height) = Layout();
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, Width, height), stream))
            Render(canvas, titles, keys, height);
        var numbers = new Dictionary<string, string>();
        var text = ClippingArea().Replace(Encoding.UTF8.GetString(stream.ToArray()), area =>
            numbers.TryGetValue(area.Value, out var number) ? number : numbers[area.Value] = $"area{numbers.Count + 1}");
        return text.Replace($"\"{Typefaces.Name}\"", $"\"{Typefaces.Name}, sans-serif\"", StringComparison.Ordinal);
    }

    [GeneratedRegex("(?<=id=\"|url\\(#)cl_[0-9a-f]+")]
    private static partial Regex ClippingArea();

    private (List<string> Titles, List<List<KeyEntry>> Keys, int Height) Layout()
    {
        using var bold = Typefaces.Font(TitleSize, bold: true);
        using var regular = Typefaces.Font(KeySize, bold: false);
        var titles = Balance(title, bold);
        var keys = Fill(regular);
        var height = Margin + titles.Count * TitleLine + Gap + _rows.Count * _rowHeight + keys.Count * KeyLine + (_note.Length > 0 ? KeyLine : 0) + Margin;
        return (titles, keys, (int)height);
    }

    private void Render(SKCanvas canvas, List<string> titles, List<List<KeyEntry>> keys, int height)
    {
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        using var paper = new SKPaint { Color = SKColors.White };
        using var bold = Typefaces.Font(TitleSize, bold: true);
        canvas.DrawRect(0, 0, Width, height, paper);
        float y = Margin;
        foreach (var line in titles)
        {
            canvas.DrawText(line, Margin, y + TitleSize, bold, ink);
            y += TitleLine;
        }

        y += Gap;
        foreach (var row in _rows)
        {
            var width = (float)Width / row.Length;
            for (var column = 0; column < row.Length; column++)
            {
                // Panels side by side share one picture: none may wipe it.
                row[column].RenderManager.ClearCanvasBeforeEachRender = false;
                row[column].Render(canvas, new PixelRect(column * width, (column + 1) * width, y + _rowHeight, y));
            }

            y += _rowHeight;
        }

        using var regular = Typefaces.Font(KeySize, bold: false);
        foreach (var line in keys)
        {
            // One line stands in the middle; several stand in columns.
            var column = keys.Count == 1 ? 0 : _key.Max(entry => Length(entry, regular));
            var x = (Width - keys[0].Sum(entry => Math.Max(column, Length(entry, regular))) + Gap) / 2;
            foreach (var entry in line)
            {
                Draw(canvas, entry, x, y + KeyLine / 2);
                canvas.DrawText(entry.Label, x + Symbol + Gap, y + KeyLine / 2 + KeySize / 3, regular, ink);
                x += Math.Max(column, Length(entry, regular));
            }

            y += KeyLine;
        }

        if (_note.Length > 0)
            canvas.DrawText(_note, Margin, y + KeyLine / 2 + KeySize / 3, regular, ink);
    }

    private static void Draw(SKCanvas canvas, KeyEntry entry, float x, float y)
    {
        using var paint = new SKPaint { Color = entry.Colour.ToSKColor(), IsAntialias = true };
        if (entry.Dash is null)
        {
            canvas.DrawRect(x + Symbol - 20, y - 7, 20, 14, paint);
            return;
        }

        (paint.IsStroke, paint.StrokeWidth) = (true, 3);
        using var dashes = entry.Dash.Length == 0 ? null : SKPathEffect.CreateDash(entry.Dash, 0);
        paint.PathEffect = dashes;
        canvas.DrawLine(x, y, x + Symbol, y, paint);
    }

    private static float Length(KeyEntry entry, SKFont font) => Symbol + Gap + font.MeasureText(entry.Label) + 3 * Gap;

    /// <summary>Puts as many entries on a line as it holds.</summary>
    private List<List<KeyEntry>> Fill(SKFont font)
    {
        const float Room = Width - 2 * Margin;
        if (_key.Count == 0)
            return [];
        if (_key.Sum(entry => Length(entry, font)) <= Room)
            return [[.. _key]];
        var columns = Math.Max(1, (int)(Room / _key.Max(entry => Length(entry, font))));
        return [.. _key.Chunk(columns).Select(line => line.ToList())];
    }

    /// <summary>Breaks a title into as few lines as it needs, about equally long.</summary>
    private static List<string> Balance(string text, SKFont font)
    {
        const float Widest = Width - 2 * Margin;
        var lines = Break(text, font, Widest);
        for (var width = Widest; width > 0; width -= 10)
        {
            var narrower = Break(text, font, width);
            if (narrower.Count > lines.Count)
                break;
            lines = narrower;
        }

        return lines;
    }

    private static List<string> Break(string text, SKFont font, float width)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' '))
            if (lines.Count > 0 && font.MeasureText($"{lines[^1]} {word}") <= width)
                lines[^1] += $" {word}";
            else
                lines.Add(word);
        return lines;
    }
}
