using System.Globalization;
using System.Xml.Linq;
using Entente.Engine;
using Entente.Scenarios;
using Entente.Settings;
using Entente.Studies.Charts;
using Entente.Studies.Results;
using NUnit.Framework;
using SkiaSharp;

namespace Entente.Tests.Studies.Charts;

/// <summary>With few arms or many, whatever they are called, every word of a picture is in it, and none lies on another.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class LayoutTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestCase(1, false)]
    [TestCase(2, true)]
    [TestCase(3, true)]
    [TestCase(4, false)]
    [TestCase(8, true)]
    [TestCase(12, false)]
    [TestCase(15, true)]
    public void Every_word_is_in_the_picture_and_none_lies_on_another(int arms, bool longNames)
    {
        var results = Played(arms, longNames);
        foreach (var picture in ChartFolder.Pictures(results))
            AssertLaidOut(picture.Svg, $"{arms} arms, {picture.Name}");
    }

    [Test]
    public void Pictures_of_more_than_twelve_arms_say_which_they_draw()
    {
        var results = Played(15, longNames: false);
        var pictures = ChartFolder.Pictures(results).ToDictionary(picture => picture.Name);
        foreach (var name in "cumulative-value core-and-income trust survival waiting-times pipeline".Split(' '))
        {
            var words = Words(pictures[name].Svg).Select(word => word.Text).ToArray();
            Assert.That(words, Does.Contain("The first 12 of 15 arms are drawn."), name);
            Assert.That(Enumerable.Range(0, 15).Where(arm => Array.Exists(words, word => word == $"arm-{arm:00}" || word.StartsWith($"arm-{arm:00}:", StringComparison.Ordinal))),
                Is.EqualTo(Enumerable.Range(0, 12)), name);
            // Once in the key, and once on every line or bar.
            foreach (var number in Enumerable.Range(1, 12).Select(n => n.ToString(CultureInfo.InvariantCulture)))
                Assert.That(words.Count(word => word == number), Is.GreaterThanOrEqualTo(2), $"{name}, {number}");
        }

        Assert.That(Words(pictures["endings"].Svg).Count(word => word.Text.StartsWith("arm-", StringComparison.Ordinal)), Is.EqualTo(15), "each has a panel of its own");
        Assert.That(Words(pictures["network"].Svg).Select(word => word.Text), Has.Some.StartsWith("Arms without a tie at these moments are left out"));
    }

    /// <summary>Asserts that all words of a picture are within it, and no two on top of each other.</summary>
    internal static void AssertLaidOut(string svg, string what)
    {
        var root = XDocument.Parse(svg).Root!;
        var (width, height) = ((float)Number(root, "width"), (float)Number(root, "height"));
        var words = Words(svg);
        Assert.That(words, Is.Not.Empty, what);
        foreach (var word in words)
        {
            Assert.That(word.Place.Left, Is.GreaterThanOrEqualTo(0), $"{what}: {word.Text}");
            Assert.That(word.Place.Top, Is.GreaterThanOrEqualTo(0), $"{what}: {word.Text}");
            Assert.That(word.Place.Right, Is.LessThanOrEqualTo(width), $"{what}: {word.Text}");
            Assert.That(word.Place.Bottom, Is.LessThanOrEqualTo(height), $"{what}: {word.Text}");
        }

        foreach (var (i, one) in words.Index())
            foreach (var other in words.Take(i))
                Assert.That(SKRect.Intersect(one.Place, other.Place) is { Width: > 1, Height: > 1 }, Is.False, $"{what}: {one.Text} lies on {other.Text}");
    }

    private static (string Text, SKRect Place)[] Words(string svg) =>
    [
        .. XDocument.Parse(svg).Descendants().Where(element => element.Name.LocalName == "text").Select(element =>
        {
            var text = element.Value.Trim();
            using var font = Typefaces.Font((float)Number(element, "font-size"), bold: (string?)element.Attribute("font-weight") is "600" or "bold");
            var (x, y) = (Number(element, "x"), Number(element, "y"));
            // From the top of small letters with strokes to the line they stand on: what hangs below it hardly ever meets anything.
            var place = new SKRect((float)x, (float)y - (.72f * font.Size), (float)x + font.MeasureText(text), (float)y);
            return (text, Placed(place, (string?)element.Attribute("transform")));
        }).Where(word => word.text.Length > 0),
    ];

    private static SKRect Placed(SKRect place, string? transform)
    {
        if (transform is null)
            return place;
        var numbers = transform[(transform.IndexOf('(', StringComparison.Ordinal) + 1)..^1].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(number => float.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        var matrix = transform.Split('(')[0] switch
        {
            "matrix" => new SKMatrix(numbers[0], numbers[2], numbers[4], numbers[1], numbers[3], numbers[5], 0, 0, 1),
            "translate" => SKMatrix.CreateTranslation(numbers[0], numbers.Length > 1 ? numbers[1] : 0),
            "rotate" => SKMatrix.CreateRotationDegrees(numbers[0]),
            var other => throw new NotSupportedException(other),
        };
        return matrix.MapRect(place);
    }

    private static double Number(XElement element, string attribute) =>
        double.Parse(((string?)element.Attribute(attribute) ?? "0").Split(',')[0], CultureInfo.InvariantCulture);

    private ResultFolder Played(int arms, bool longNames)
    {
        var setting = new Setting { Months = 48, Industry = new Industry { Firms = 10 } };
        var scenario = Fakes.Scenario(arms, 3) with
        {
            Arms =
            [
                .. Enumerable.Range(0, arms).Select(arm => new Arm(
                    longNames ? $"exit-barrier-of-{arm:00}-twelfths-and-all-else-as-it-is-delivered-here" : $"arm-{arm:00}", "tight-contract",
                    setting with { Dials = (arm % 3 == 1 ? Dials.FairProcessPreset : Dials.TightContractPreset) with { ExitBarrier = arm / 16.0 } })),
            ],
        };
        var directory = _folder.At("run");
        Fakes.Run(scenario, Fakes.Options(directory), Simulation.Run);
        return ResultFolder.Open(directory);
    }
}
