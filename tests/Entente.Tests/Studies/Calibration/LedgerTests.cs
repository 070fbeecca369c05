using Entente.Scenarios.Calibrations;
using Entente.Studies.Calibration;
using Entente.Studies.Results;
using NUnit.Framework;

namespace Entente.Tests.Studies.Calibration;

/// <summary>The points of a calibration read back, and those that were spoilt are refused with their place.</summary>
public class LedgerTests
{
    internal static readonly CalibrationPlan Plan = new()
    {
        Name = "toy",
        Question = "?",
        Seed = 11,
        Replications = 4,
        Start = 2,
        Generations = 1,
        Points = 2,
        Anchor = 0,
        Parameters = [new FittedParameter("conduct.guilt", 0, 1, 0.1, Logarithmic: false)],
        Experiments = [],
        Scenario = null,
        Targets = [],
        Text = "toy",
    };

    [Test]
    public void Points_read_back()
    {
        using var folder = new TemporaryFolder();
        Save(folder);
        Assert.That(CalibrationLedger.Open(folder.Root, Plan, "1").Known.Select(point => (point.Generation, point.Values[0], point.Distance, point.Cost)),
            Is.EqualTo([(0, 0.25, 1, 2), (0, 1, 0.5, 0.5), (1, 1e-300, 0.1, 0.1)]));
    }

    [TestCase("0,0.25,1,2", "x,0.25,1,2", "points.csv:3:1 generation is x; it must be 0, for this is point 1 of the search.")]
    [TestCase("0,0.25,1,2", "1,0.25,1,2", "points.csv:3:1 generation is 1; it must be 0, for this is point 1 of the search.")]
    [TestCase("0,0.25,1,2", "0,NaN,1,2", "points.csv:3:2 conduct.guilt is NaN; it must be a number between 0 and 1.")]
    [TestCase("0,0.25,1,2", "0,1e308,1,2", "points.csv:3:2 conduct.guilt is 1e308; it must be a number between 0 and 1.")]
    [TestCase("0,0.25,1,2", "0,,1,2", "points.csv:3:2 conduct.guilt is empty; it must be a number between 0 and 1.")]
    [TestCase("0,0.25,1,2", "0,0.25,-1,2", "points.csv:3:3 distance is -1; it must be a number, 0 or more.")]
    [TestCase("0,0.25,1,2", "0,0.25,1,Infinity", "points.csv:3:4 cost is Infinity; it must be a number, 0 or more.")]
    [TestCase("0,0.25,1,2", "0,0.25,1", "points.csv:3:1 the line has 3 fields; it must have 4, as many as there are columns.")]
    [TestCase("0,0.25,1,2", "0,\"0.25,1,2", "points.csv:3:1 a quotation mark is opened in this line and never closed.")]
    [TestCase("generation,", "gen,", "points.csv:2:1 the columns are gen, conduct.guilt, distance, cost; they must be generation, conduct.guilt, distance, cost.")]
    [TestCase("1,1E-300,0.1,0.1", "1,0,0.1,0.1\r\n1,0,0.1,0.1\r\n2,0,0.1,0.1", "points.csv:7:1 there are 5 points; there must be at most the 4 of the search.")]
    public void Points_that_were_spoilt_are_refused_with_their_place(string was, string now, string said)
    {
        using var folder = new TemporaryFolder();
        Save(folder);
        var text = File.ReadAllText(folder.At("points.csv"));
        Assert.That(text, Does.Contain(was));
        File.WriteAllText(folder.At("points.csv"), text.Replace(was, now, StringComparison.Ordinal));
        Assert.That(() => CalibrationLedger.Open(folder.Root, Plan, "1"), Throws.TypeOf<ResultsUnreadable>()
            .With.Message.EndsWith($"{said} Delete {folder.At("points.csv")} to search anew.").And.Message.Not.Contains("CsvHelper"));
    }

    private static void Save(TemporaryFolder folder) => CalibrationLedger.Open(folder.Root, Plan, "1")
        .Save([new TriedPoint(0, [0.25], 1, 2), new TriedPoint(0, [1], 0.5, 0.5), new TriedPoint(1, [1e-300], 0.1, 0.1)]);
}
