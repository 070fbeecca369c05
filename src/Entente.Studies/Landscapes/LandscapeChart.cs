using Entente.Landscapes;
using Entente.Studies.Charts;
using ScottPlot;

namespace Entente.Studies.Landscapes;

/// <summary>
/// Energy against distance: how many firms stand elsewhere than in one stable configuration, the nearest to what was seen or else
/// the one of lowest energy. Valleys are where the stable ones lie.
/// </summary>
internal static class LandscapeChart
{
    // More dots than these cover each other; bands hold as many configurations as can be summed up in a second.
    private const int MostDots = 1 << 12;
    private const int MostInBands = 1 << 20;
    private const int MostBasins = 4;
    private const int LongestLabel = 105;
    private const int ShortestName = 14;

    private static readonly MarkerShape[] Shapes =
        [MarkerShape.FilledCircle, MarkerShape.OpenTriangleUp, MarkerShape.Cross, MarkerShape.OpenSquare, MarkerShape.OpenCircle];

    public static Sheet Draw(LandscapeStudy study)
    {
        var reference = study.Nearest ?? study.Findings[0];
        var panel = Panel.Empty(
            study.Nearest is null
                ? $"firms on another side than in stable configuration {Figure.Tick(reference.Number)}"
                : $"firms on another side than in stable configuration {Figure.Tick(reference.Number)}, the nearest to what was seen",
            study.Enumeration is { Count: <= MostDots } ? "energy; a dot for each way to take sides" : "energy");
        panel.Axes.Left.MinimumSize = 92; // energies have many digits
        var sheet = new Sheet(Title(study), Description(study, reference)).Tall(520);
        var drawn = study.Enumeration switch
        {
            { Count: <= MostDots } few => Dots(panel, study, few, reference),
            { Count: <= MostInBands } many => Bands(panel, study, many, reference),
            _ => study.Findings.Select(finding => finding.Stable.Energy).ToArray(),
        };
        var height = Scale(panel, study, drawn);
        Marks(panel, study, reference, height);
        Seen(panel, study, reference);
        var shapes = study.Enumeration is { Count: <= MostDots } ? Shapes : null;
        foreach (var (place, finding) in Named(study).Index())
            sheet.Explain(new KeyEntry(Label(study, finding), Ink.Colour(place), null, Shape: shapes?[place]));
        if (study.Survey.Stable.Count > MostBasins)
            sheet.Explain(new KeyEntry($"{Figure.Tick(study.Survey.Stable.Count - MostBasins)} further stable configurations", Colors.Grey, null, Shape: shapes?[MostBasins]));
        if (study.Enumeration is { Count: > MostDots and <= MostInBands })
            sheet.Explain(new KeyEntry("all ways to take sides, the middle half of them darker", Colors.Black.WithAlpha(.2), null));
        return sheet.Row(panel);
    }

    /// <summary>The stable configurations that are told apart: the first, and the nearest to what was seen.</summary>
    private static Finding[] Named(LandscapeStudy study)
    {
        Finding[] first = [.. study.Findings.Take(MostBasins)];
        return study.Nearest is not { } nearest || first.Contains(nearest) ? first : [.. first[..^1], nearest];
    }

    /// <summary>Every configuration, coloured and shaped by where it leads.</summary>
    private static double[] Dots(Plot panel, LandscapeStudy study, Enumeration enumeration, Finding reference)
    {
        var named = Named(study).Index().ToDictionary(finding => finding.Item.Stable.Configuration, finding => finding.Index);
        var placed = new Dictionary<int, int>();
        var energies = new double[enumeration.Count];
        var points = new Dictionary<int, List<Coordinates>>();
        for (var number = 0; number < enumeration.Count; number++)
        {
            var configuration = Enumeration.At(number);
            var distance = study.Distance(configuration, reference.Stable.Configuration);
            var basin = named.GetValueOrDefault(enumeration.EndOf(configuration), MostBasins);
            energies[number] = study.Landscape.Energy(configuration);
            var nth = placed[distance] = placed.GetValueOrDefault(distance) + 1;
            if (!points.TryGetValue(basin, out var here))
                points[basin] = here = [];
            here.Add(new Coordinates(distance + .6 * (Spread(nth) - .5), energies[number]));
        }

        foreach (var (basin, here) in points.OrderByDescending(pair => pair.Key))
        {
            var dots = panel.Add.Markers(here);
            dots.MarkerStyle = Style(Shapes[basin], basin == MostBasins ? Colors.Grey : Ink.Colour(basin), enumeration.Count <= 512 ? 7 : 4, .7);
        }

        return energies;
    }

    /// <summary>From where to where the energies at each distance reach, and where the middle half of them lies.</summary>
    private static double[] Bands(Plot panel, LandscapeStudy study, Enumeration enumeration, Finding reference)
    {
        var byDistance = new SortedDictionary<int, List<double>>();
        for (var number = 0; number < enumeration.Count; number++)
        {
            var configuration = Enumeration.At(number);
            var distance = study.Distance(configuration, reference.Stable.Configuration);
            if (!byDistance.TryGetValue(distance, out var energies))
                byDistance[distance] = energies = [];
            energies.Add(study.Landscape.Energy(configuration));
        }

        foreach (var (distance, energies) in byDistance)
        {
            energies.Sort();
            void Band(double low, double high, double width, double opacity)
            {
                var band = panel.Add.Rectangle(distance - width, distance + width, low, high);
                (band.FillColor, band.LineWidth) = (Colors.Black.WithAlpha(opacity), 0);
            }

            Band(energies[0], energies[^1], .3, .12);
            Band(energies[energies.Count / 4], energies[energies.Count * 3 / 4], .3, .2);
        }

        return [byDistance.Values.Min(energies => energies[0]), byDistance.Values.Max(energies => energies[^1])];
    }

    private static void Marks(Plot panel, LandscapeStudy study, Finding reference, double height)
    {
        var named = Named(study);
        foreach (var (nth, finding) in study.Findings.Except(named).Take(500).Index())
        {
            var place = Place(study, finding.Stable.Configuration, reference);
            place.X += .6 * (Spread(nth + 1) - .5);
            panel.Add.Marker(place).MarkerStyle = Circle(Colors.Grey, 10);
        }

        // Those that would cover each other stand side by side.
        var placed = new List<Coordinates>();
        foreach (var (nth, finding) in named.Index())
        {
            var place = Place(study, finding.Stable.Configuration, reference);
            placed.Add(place);
            place.X += .3 * placed.SkipLast(1).Count(other => other.X == place.X && Math.Abs(other.Y - place.Y) < .06 * height);
            panel.Add.Marker(place).MarkerStyle = Circle(Ink.Colour(nth), 26);
            // Up to two digits fit into the circle.
            Write(panel, Figure.Tick(finding.Number), place, finding.Number < 100 ? null : -24);
        }
    }

    /// <summary>What was seen, where it is one configuration.</summary>
    private static void Seen(Plot panel, LandscapeStudy study, Finding reference)
    {
        if (study.Alignment?.Configuration is not { } seen || study.Findings.Any(finding => finding.Stable.Configuration == seen))
            return;
        var place = Place(study, seen, reference);
        var marker = panel.Add.Marker(place);
        marker.MarkerStyle = Style(MarkerShape.FilledDiamond, Colors.Black, 18, 1);
        (marker.MarkerStyle.OutlineColor, marker.MarkerStyle.OutlineWidth) = (Colors.White, 2);
        var label = panel.Add.Text("seen", place);
        (label.LabelFontSize, label.LabelFontName, label.LabelBold) = (15, Typefaces.Name, true);
        (label.LabelAlignment, label.OffsetX) = (ScottPlot.Alignment.MiddleLeft, 12);
        (label.LabelBackgroundColor, label.LabelPadding) = (Colors.White.WithAlpha(.8), 2);
    }

    /// <summary>Sets the axes; returns how much energy the panel is high.</summary>
    private static double Scale(Plot panel, LandscapeStudy study, double[] energies)
    {
        var farthest = study.Landscape.Actors / 2;
        double[] ticks = [.. Enumerable.Range(0, farthest + 1).Select(distance => (double)distance)];
        panel.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual(ticks, [.. ticks.Select(Figure.Tick)]);
        panel.Axes.SetLimitsX(-.5, farthest + .5);
        var (low, high) = (energies.Min(), energies.Max());
        if (study.Alignment?.Configuration is { } seen)
            (low, high) = (Math.Min(low, study.Landscape.Energy(seen)), Math.Max(high, study.Landscape.Energy(seen)));
        var margin = high > low ? .08 * (high - low) : 1;
        panel.Axes.SetLimitsY(low - margin, high + margin);
        return high - low + 2 * margin;
    }

    private static Coordinates Place(LandscapeStudy study, Configuration configuration, Finding reference) =>
        new(study.Distance(configuration, reference.Stable.Configuration), study.Landscape.Energy(configuration));

    /// <summary>Writes white into a circle, or black above it.</summary>
    private static void Write(Plot panel, string text, Coordinates place, float? above)
    {
        var label = panel.Add.Text(text, place);
        (label.LabelFontSize, label.LabelFontName, label.LabelBold) = (15, Typefaces.Name, true);
        (label.LabelFontColor, label.OffsetY) = (above is null ? Colors.White : Colors.Black, above ?? 0);
        label.LabelAlignment = ScottPlot.Alignment.MiddleCenter;
    }

    private static MarkerStyle Circle(Color colour, float size)
    {
        var style = Style(MarkerShape.FilledCircle, colour, size, 1);
        (style.OutlineColor, style.OutlineWidth) = (Colors.White, 2);
        return style;
    }

    private static MarkerStyle Style(MarkerShape shape, Color colour, float size, double opacity) => new(shape, size)
    {
        FillColor = colour.WithAlpha(opacity),
        LineColor = colour.WithAlpha(opacity),
        LineWidth = 1.4f,
        OutlineWidth = 0,
    };

    /// <summary>The numbers 1, 2, ... spread evenly over 0 to 1, however many there are (van der Corput).</summary>
    private static double Spread(int number)
    {
        var (sum, weight) = (0.0, .5);
        for (; number > 0; number >>= 1, weight /= 2)
            sum += weight * (number & 1);
        return sum;
    }

    private static string Title(LandscapeStudy study)
    {
        var count = study.Survey.Stable.Count;
        var all = study.Survey.Complete
            ? $"{Figure.Tick(count)} of {Figure.Tick(study.Landscape.Configurations)} ways to take sides {(count == 1 ? "is" : "are")} stable"
            : $"{Figure.Tick(count)} stable ways to take sides found, perhaps not all";
        if (study.Nearest is not { Match: { } match } || study.Alignment is not { } alignment)
            return all;
        string[] wrong = [.. match.Differing.Select(firm => study.Scenario.Firms[firm].Name)];
        var on = wrong.Length switch
        {
            0 => $"all {Figure.Tick(alignment.Known)} firms",
            <= 3 => $"every firm but {Figure.List(wrong)}",
            _ => $"{Figure.Tick(match.Right)} of {Figure.Tick(alignment.Known)} firms",
        };
        var lowest = study.Findings[0];
        if (count == 1)
            return $"{all}; it is right on {on}";
        return lowest.Stable.Energy < study.Nearest.Stable.Energy - 1e-9 * Math.Abs(lowest.Stable.Energy)
            ? $"{all}; the lowest is right on {Figure.Tick(lowest.Match!.Right)} of {Figure.Tick(alignment.Known)} firms, the nearest on {on}"
            : $"{all}; the nearest is right on {on}";
    }

    private static string Description(LandscapeStudy study, Finding reference) =>
        "Each way to part the firms into two sides has an energy; firms move one at a time, each to lower its own frustration, so that energy falls until nobody moves. "
        + $"Across: how many firms stand elsewhere than in stable configuration {Figure.Tick(reference.Number)}, whichever way round the sides are named. "
        + study.Enumeration switch
        {
            { Count: <= MostDots } => "Every dot is a configuration, coloured by the stable one it leads to; dots are spread sideways only to be seen.",
            { Count: <= MostInBands } => "Light bars reach from the lowest to the highest energy at that distance, dark bars hold the middle half.",
            _ => "Only stable configurations are drawn.",
        };

    private static string Label(LandscapeStudy study, Finding finding)
    {
        var sides = Enumerable.Range(0, 2).Select(side => study.Members(finding.Stable.Configuration, side)).OrderBy(side => side.Count).ToArray();
        var share = $"; basin {(finding.Share < .005 ? "<1%" : Figure.Share(finding.Share))}";
        var number = Figure.Tick(finding.Number);
        var label = $"{number}: {string.Join(", ", sides[0])} against {string.Join(", ", sides[1])}{share}";
        string Smaller(IEnumerable<string> firms) => $"{number}: {(sides[0].Count == 0 ? "all on one side" : $"{string.Join(", ", firms)} against the others")}{share}";
        if (label.Length > LongestLabel)
            label = Smaller(sides[0]);
        if (label.Length > LongestLabel)
        {
            var names = study.Scenario.Firms.Select(firm => firm.Name).ToArray();
            var cut = ShortNames.Of(names, ShortestName);
            label = Smaller(sides[0].Select(firm => cut[Array.IndexOf(names, firm)]));
        }

        return label.Length > LongestLabel ? $"{number}: {sides[0].Count} firms against {sides[1].Count}{share}" : label;
    }
}
