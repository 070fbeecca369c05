using System.Globalization;
using System.Xml.Linq;
using Entente.Engine;
using Entente.Scenarios;
using Entente.Settings;
using Entente.Studies.Charts;
using Entente.Studies.Results;
using MathNet.Numerics.Statistics;
using NUnit.Framework;

namespace Entente.Tests.Studies.Charts;

/// <summary>Charts of small studies, ordinary and odd.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ChartTests : IDisposable
{
    private static readonly string[] All =
        ["cumulative-value", "core-and-income", "trust", "survival", "endings", "waiting-times", "pipeline", "network"];

    private static readonly Setting Small = new() { Months = 48, Industry = new Industry { Firms = 10 } };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public void Every_chart_is_drawn_as_png_and_as_svg_and_nothing_else_is_left()
    {
        var results = Played(5, ("tight-contract", Small), ("fair-process", Small with { Dials = Dials.FairProcessPreset }));
        ChartFolder.Draw(results);
        Assert.That(Directory.GetFiles(Path.Combine(results.Directory, "charts")).Select(Path.GetFileName),
            Is.EquivalentTo(All.SelectMany(name => new[] { $"{name}.png", $"{name}.svg" })));
    }

    [Test]
    public void The_same_result_has_the_same_bytes()
    {
        var results = Played(2, ("tight-contract", Small));
        string[] Bytes()
        {
            ChartFolder.Draw(results);
            return [.. Directory.GetFiles(Path.Combine(results.Directory, "charts")).Order().Select(file => Convert.ToBase64String(File.ReadAllBytes(file)))];
        }

        Assert.That(Bytes(), Is.EqualTo(Bytes()));
    }

    [Test]
    public void Vector_pictures_are_xml_with_text_that_any_reader_can_set()
    {
        foreach (var picture in ChartFolder.Pictures(Played(2, ("tight-contract", Small))))
        {
            var svg = XDocument.Parse(picture.Svg);
            Assert.That(svg.Root!.Name.LocalName, Is.EqualTo("svg"));
            Assert.That(svg.Descendants().Attributes("font-family").Select(font => font.Value), Is.Not.Empty.And.All.Contains("sans-serif"), picture.Name);
            var ids = svg.Descendants().Attributes("id").Select(id => id.Value).ToArray();
            Assert.That(ids, Is.Unique, picture.Name);
            Assert.That(picture.Description, Does.EndWith("."));
        }
    }

    [TestCase(1, 1, 1)]
    [TestCase(1, 7, 3)]
    [TestCase(8, 2, 30)]
    public void Odd_results_are_drawn_too(int arms, int replications, int months)
    {
        var results = Played(replications, [.. Enumerable.Range(0, arms).Select(arm =>
            ($"{new string('x', 40)}-{arm}", Small with { Months = months, Dials = arm % 2 == 0 ? Dials.TightContractPreset : Dials.FairProcessPreset }))]);
        Assert.DoesNotThrow(() => ChartFolder.Draw(results));
    }

    [Test]
    public void Where_nobody_allies_charts_of_alliances_are_left_out()
    {
        var alone = Small with { Parameters = new() { PartnerSearch = new() { AlliancesAllowed = false } } };
        Assert.That(ChartFolder.Pictures(Played(2, ("no-alliances", alone))).Select(p => p.Name), Is.EqualTo("core-and-income pipeline".Split(' ')));
    }

    [Test]
    public void Titles_say_what_the_tables_hold()
    {
        var results = Played(5, ("tight-contract", Small));
        var titles = ChartFolder.Pictures(results).ToDictionary(p => p.Name, p => p.Title);
        var months = results.Column<int>("months", "month");
        double Median(string column, int month) =>
            results.Column<double>("months", column).Where((_, row) => months[row] == month).Median();

        var net = Math.Round(Median("cumulativeNetValue", 47)).ToString("#,0", CultureInfo.InvariantCulture).Replace('-', '\u2212');
        Assert.That(titles["cumulative-value"], Is.EqualTo($"After 4 years alliances have brought a net value of {net} under tight-contract, in the median"));

        var live = results.Column<int?>("projects", "liveMonth").Zip(results.Column<string>("projects", "kind")).Where(p => p.Second == "alliance").ToArray();
        var share = Math.Round(100.0 * live.Count(p => p.First is not null) / live.Length);
        Assert.That(titles["pipeline"], Is.EqualTo($"Of 100 projects that alliances begin there go live {share} under tight-contract"));
    }

    [Test]
    public void The_network_of_the_last_month_has_the_density_that_was_observed()
    {
        var fair = Small with { Dials = Dials.FairProcessPreset with { OpenMembership = 1 }, Parameters = new() { PartnerSearch = new() { Acquisitions = true, AcquisitionRatio = 1.5, Sense = 1 } } };
        var results = Played(3, ("tight-contract", Small), ("open", fair));
        var readings = new Readings(results);
        var density = results.Column<double>("months", "density");
        var month = results.Column<int>("months", "month");
        var replication = results.Column<int>("months", "replication");
        var arms = results.Column<string>("months", "arm");
        var histories = replication.Distinct().ToDictionary(number => number, number => AllianceHistory.Of(readings, number));
        var ties = 0;
        for (var row = 0; row < arms.Length; row++)
        {
            var seen = histories[replication[row]][arms[row] == "open" ? 1 : 0].TiesIn(month[row]).Count;
            Assert.That(seen / 45.0, Is.EqualTo(density[row]).Within(1e-12), $"arm {arms[row]}, replication {replication[row]}, month {month[row]}");
            ties += seen;
        }

        Assert.That(ties, Is.GreaterThan(100));
    }

    private ResultFolder Played(int replications, params (string Name, Setting Setting)[] arms)
    {
        var scenario = Fakes.Scenario(arms.Length, replications) with
        {
            Arms = [.. arms.Select(arm => new Arm(arm.Name, "tight-contract", arm.Setting))],
        };
        var directory = _folder.At("run");
        Fakes.Run(scenario, Fakes.Options(directory), Simulation.Run);
        return ResultFolder.Open(directory);
    }
}
