using System.Text;
using System.Text.RegularExpressions;
using ScottPlot;
using SkiaSharp;

namespace Entente.Studies.Charts;

/// <summary>One line of a key: how something is drawn, and what it stands for.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Dash">Lengths of dashes and gaps of a line; null for a filled patch.</param>
/// <param name="Number">The number that it bears in the picture; null where it bears none.</param>
/// <param name="Shape">The shape of its marks; null where it has a patch or a line.</param>
internal sealed record KeyEntry(string Label, Color Colour, float[]? Dash, string? Number = null, MarkerShape? Shape = null);

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
    private const float ShortSymbol = 40;
    private const float NumberedSymbol = 64;
    private const float Gap = 8;
    private const float Room = Width - 2 * Margin;

    private readonly List<Plot[]> _rows = [];
    private readonly List<KeyEntry> _key = [];
    private int _rowHeight = 480;
    private readonly List<string> _notes = [];

    /// <summary>How wide a line above one of so many panels side by side may be: it stands in the middle of what is drawn, not of the panel.</summary>
    public static float WidthOf(int panels) => ((float)Width / panels) - (Panel.LeftSpace - Panel.RightSpace) - Margin;

    // A number on a line leaves room to see the line.
    private float Symbol => _key.Exists(entry => entry is { Number: not null, Dash: not null }) ? NumberedSymbol : ShortSymbol;

    public string Title => title;
    public string Description => string.Join(' ', _notes.Prepend(description));

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

    /// <summary>Says something below the key that a reader must know; nothing where there is nothing to say.</summary>
    public Sheet Note(string note)
    {
        if (note.Length > 0)
            _notes.Add(note);
        return this;
    }

    public byte[] Png()
    {
        var (titles, keys, notes, height) = Layout();
        using var surface = SKSurface.Create(new SKImageInfo(Width * PngScale, height * PngScale));
        surface.Canvas.Scale(PngScale);
        Render(surface.Canvas, titles, keys, notes, height);
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
        var (titles, keys, notes, height) = Layout();
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, Width, height), stream))
            Render(canvas, titles, keys, notes, height);
        var numbers = new Dictionary<string, string>();
        var text = ClippingArea().Replace(Encoding.UTF8.GetString(stream.ToArray()), area =>
            numbers.TryGetValue(area.Value, out var number) ? number : numbers[area.Value] = $"area{numbers.Count + 1}");
        return text.Replace($"\"{Typefaces.Name}\"", $"\"{Typefaces.Name}, sans-serif\"", StringComparison.Ordinal);
    }

    [GeneratedRegex("(?<=id=\"|url\\(#)cl_[0-9a-f]+")]
    private static partial Regex ClippingArea();

    private (List<string> Titles, List<List<KeyEntry>> Keys, List<string> Notes, int Height) Layout()
    {
        using var bold = Typefaces.Font(TitleSize, bold: true);
        using var regular = Typefaces.Font(KeySize, bold: false);
        var titles = Balance(title, bold);
        var keys = Fill(regular);
        List<string> notes = [.. _notes.SelectMany(note => Captions.Lines(note, regular, Room))];
        var height = Margin + titles.Count * TitleLine + Gap + _rows.Count * _rowHeight + (keys.Count + notes.Count) * KeyLine + Margin;
        return (titles, keys, notes, (int)height);
    }

    private void Render(SKCanvas canvas, List<string> titles, List<List<KeyEntry>> keys, List<string> notes, int height)
    {
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        using var paper = new SKPaint { Color = SKColors.White };
        using var nowhere = new SKNoDrawCanvas(Width, height);
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
                var (panel, place) = (row[column], new PixelRect(column * width, (column + 1) * width, y + _rowHeight, y));
                // Panels side by side share one picture: none may wipe it.
                panel.RenderManager.ClearCanvasBeforeEachRender = false;
                // The first time the library draws all of it twice, to see how wide its words are.
                if (panel.RenderManager.RenderCount == 0)
                    panel.Render(nowhere, place);
                panel.Render(canvas, place);
            }

            y += _rowHeight;
        }

        using var regular = Typefaces.Font(KeySize, bold: false);
        foreach (var line in keys)
        {
            // One line stands in the middle; several stand in columns.
            var column = keys.Count == 1 ? 0 : keys.SelectMany(entries => entries).Max(entry => Length(entry, regular));
            var x = (Width - keys[0].Sum(entry => Math.Max(column, Length(entry, regular))) + Gap) / 2;
            foreach (var entry in line)
            {
                Draw(canvas, entry, x, y + KeyLine / 2);
                canvas.DrawText(entry.Label, x + Symbol + Gap, y + KeyLine / 2 + KeySize / 3, regular, ink);
                x += Math.Max(column, Length(entry, regular));
            }

            y += KeyLine;
        }

        foreach (var line in notes)
        {
            canvas.DrawText(line, Margin, y + KeyLine / 2 + KeySize / 3, regular, ink);
            y += KeyLine;
        }
    }

    private void Draw(SKCanvas canvas, KeyEntry entry, float x, float y)
    {
        using var paint = new SKPaint { Color = entry.Colour.ToSKColor(), IsAntialias = true };
        if (entry.Shape is { } shape)
        {
            (paint.IsStroke, paint.StrokeWidth) = (shape is MarkerShape.Cross || shape.ToString().StartsWith("Open", StringComparison.Ordinal), 1.6f);
            DrawMark(canvas, shape, x + Symbol - 10, y, paint);
        }
        else if (entry.Dash is { } dash)
        {
            using var dashes = dash.Length == 0 ? null : SKPathEffect.CreateDash(dash, 0);
            using var line = new SKPaint { Color = paint.Color, IsAntialias = true, IsStroke = true, StrokeWidth = 3, PathEffect = dashes };
            canvas.DrawLine(x, y, x + Symbol, y, line);
        }
        else if (entry.Number is null)
        {
            canvas.DrawRect(x + Symbol - 20, y - 7, 20, 14, paint);
        }

        if (entry.Number is { } number)
            Badge.Draw(canvas, number, entry.Colour, entry.Dash is null ? x + Symbol - Badge.Size / 2 : x + Symbol / 2, y);
    }

    private static void DrawMark(SKCanvas canvas, MarkerShape shape, float x, float y, SKPaint paint)
    {
        const float Half = 5;
        switch (shape)
        {
            case MarkerShape.FilledSquare or MarkerShape.OpenSquare:
                canvas.DrawRect(x - Half, y - Half, 2 * Half, 2 * Half, paint);
                break;
            case MarkerShape.FilledTriangleUp or MarkerShape.OpenTriangleUp:
                using (var triangle = SKPath.ParseSvgPathData(FormattableString.Invariant($"M{x - Half - 1},{y + Half} h{2 * Half + 2} L{x},{y - Half} Z")))
                    canvas.DrawPath(triangle, paint);
                break;
            case MarkerShape.Cross:
                canvas.DrawLine(x - Half, y, x + Half, y, paint);
                canvas.DrawLine(x, y - Half, x, y + Half, paint);
                break;
            default:
                canvas.DrawCircle(x, y, Half, paint);
                break;
        }
    }

    private float Length(KeyEntry entry, SKFont font) => Length(entry.Label, font);

    private float Length(string label, SKFont font) => Symbol + Gap + font.MeasureText(label) + 3 * Gap;

    /// <summary>Puts as many entries on a line as it holds, cut where a single one is too long for it.</summary>
    private List<List<KeyEntry>> Fill(SKFont font)
    {
        if (_key.Count == 0)
            return [];
        var labels = ShortNames.Of([.. _key.Select(entry => entry.Label)], label => Length(label, font) <= Room);
        KeyEntry[] entries = [.. _key.Zip(labels, (entry, label) => entry with { Label = label })];
        if (entries.Sum(entry => Length(entry, font)) <= Room)
            return [[.. entries]];
        var columns = Math.Max(1, (int)(Room / entries.Max(entry => Length(entry, font))));
        return [.. entries.Chunk(columns).Select(line => line.ToList())];
    }

    /// <summary>Breaks a title into as few lines as it needs, about equally long.</summary>
    private static List<string> Balance(string text, SKFont font)
    {
        var lines = Captions.Lines(text, font, Room);
        for (var width = Room; width > 0; width -= 10)
        {
            var narrower = Captions.Lines(text, font, width);
            if (narrower.Count > lines.Count)
                break;
            lines = narrower;
        }

        return lines;
    }
}
