using System.Text.RegularExpressions;
using CsCheck;
using Entente.Scenarios;
using Entente.Scenarios.Calibrations;
using Entente.Scenarios.Designs;
using Entente.Settings;
using Entente.Studies.Calibration;
using Entente.Studies.Comparisons;
using Entente.Studies.Designs;
using Entente.Studies.Results;
using Entente.Studies.Statistics;
using Entente.Studies.Sweeps;
using NUnit.Framework;

namespace Entente.Tests.Studies.Results;

/// <summary>Whatever is written as CSV a reader that shares nothing with the writer reads back, whatever people call things.</summary>
public partial class CsvFileTests
{
    private const string Hostile = "He said \"no, never\",\r\ntwice; it's ünïcode";

    private static readonly Gen<string> Field = Gen.Frequency(
        (1, Gen.Const("")), (2, Gen.String[Gen.Char.AlphaNumeric, 0, 8]), (3, Gen.String[Gen.OneOfConst("a,\"'\r\n;\t é#=+-@".ToCharArray()), 1, 12]));

    [Test]
    public void Any_fields_read_back() => Field.Array[3].Array[1, 6].Sample(
        lines =>
        {
            using var folder = new TemporaryFolder();
            File.WriteAllText(folder.At("any.csv"), CsvFile.Of(lines.Prepend(["a", "b", "c"])));
            return Read(folder.At("any.csv"), "a", "b", "c").Select(row => string.Join('|', row)).SequenceEqual(lines.Select(line => string.Join('|', line)));
        },
        iter: 100, threads: 1);

    [Test]
    public void The_fit_of_a_calibration_reads_back()
    {
        using var folder = new TemporaryFolder();
        var plan = Plan();
        CalibrationFolder.Write(folder.Root, new CalibrationResult(plan, new Anything(), [new TriedPoint(0, [0.5], 1, 1)]), new Anything());
        Assert.That(Read(folder.At("fit.csv"), "of", "target", "simulated", "low", "high", "source"), Is.EqualTo(new object?[][]
        {
            ["field", Hostile, "0.1", "0", "1", Hostile],
        }));
        Assert.That(Read(folder.At("profiles.csv"), "parameter", "from", "to", "leastDistance"), Has.Length.EqualTo(20));

        // On the page a cell stays on its line and in its column.
        var line = File.ReadAllLines(folder.At("calibration.md")).Single(text => text.StartsWith("| field |", StringComparison.Ordinal));
        Assert.That(line.Count(c => c == '|'), Is.EqualTo(7));
        Assert.That(line, Does.EndWith("| He said \"no, never\", twice; it's ünïcode |"));
    }

    [Test]
    public void The_points_of_a_design_read_back()
    {
        var points = DesignPoints.Of(
            new Design { Method = DesignMethods.Factorial, Factors = [new Factor(Hostile, FactorRole.Lever, null, [new FactorLevel(Hostile, null, []), new FactorLevel("", null, [])])] }, 1);
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("design.csv"), points.Csv);
        Assert.That(Read(folder.At("design.csv"), "point", Hostile), Is.EqualTo(new object?[][] { ["0", Hostile], ["1", ""] }));
    }

    [Test]
    public void The_tables_of_an_analysis_read_back()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("analysis.csv"), SweepFolder.Csv(new SweepTable("t", "T", [Hostile], [new SweepLine(Hostile, FactorRole.Lever, [new Estimate(0.1, double.NegativeInfinity, 2)])])));
        Assert.That(Read(folder.At("analysis.csv"), "of", "role", Hostile, $"{Hostile} low", $"{Hostile} high"), Is.EqualTo(new object?[][] { [Hostile, "lever", "0.1", null, "2"] }));
    }

    [Test]
    public void The_values_of_a_comparison_read_back()
    {
        using var folder = new TemporaryFolder();
        var scenario = Fakes.Scenario(2, 1);
        scenario = scenario with { Arms = [new Arm(Hostile, "tight-contract", new Setting()), new Arm("plain", "tight-contract", new Setting())] };
        var options = new PairedStudyOptions { Outcome = "income", Reference = 1, Others = [0], Within = new Precision(1, false) };
        PairedValues.Write(folder.At("values.csv"), scenario, options, new PairedResult([[0.1, double.NaN], [3, -5e-324]], [], false));
        Assert.That(Read(folder.At("values.csv"), "replication", "plain", Hostile), Is.EqualTo(new object?[][] { ["0", "0.1", "3"], ["1", "NaN", "-5E-324"] }));
        Assert.That(folder.Contents(), Is.EqualTo((string[])["values.csv"]));
    }

    /// <summary>What a spreadsheet takes for a formula (OWASP, CSV injection: = + - @, tab, carriage return) is a text with an apostrophe; a number is a number.</summary>
    [TestCase("=1+1", "'=1+1")]
    [TestCase("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [TestCase("-2+3", "'-2+3")]
    [TestCase("@SUM(A1)", "'@SUM(A1)")]
    [TestCase("\t=1", "'\t=1")]
    [TestCase("\r=1", "\"'\r=1\"")]
    [TestCase("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [TestCase("'=1", "''=1")]
    [TestCase("'s-Gravenhage", "'s-Gravenhage")]
    [TestCase("-0.5", "-0.5")]
    [TestCase("+3", "+3")]
    [TestCase("-5E-324", "-5E-324")]
    [TestCase("a=1", "a=1")]
    public void A_text_that_begins_like_a_formula_is_none(string text, string field) => Assert.That(CsvFile.Of([[text]]), Is.EqualTo($"{field}\r\n"));

    /// <summary>Texts as they were before an apostrophe kept them from being formulas.</summary>
    internal static object?[][] Back(object?[][] rows) =>
        [.. rows.Select(row => row.Select(field => field is string text && Inert().IsMatch(text) ? text[1..] : field).ToArray())];

    [GeneratedRegex("^'+[=+\\-@\\t\\r]")]
    private static partial Regex Inert();

    private static object?[][] Read(string file, params string[] columns) => Back(Duck.Query(
        $"select * from read_csv({Duck.Quoted(file)}, header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', allow_quoted_nulls = false, "
        + $"strict_mode = true, columns = {{{string.Join(", ", columns.Select(column => $"{Duck.Quoted(column)}: 'VARCHAR'"))}}})"));

    private static CalibrationPlan Plan() => new()
    {
        Name = "hostile",
        Question = "?",
        Seed = 1,
        Replications = 1,
        Start = 1,
        Generations = 0,
        Points = 1,
        Anchor = 0,
        Parameters = [new FittedParameter("trust.growth", 0, 1, 0.5, false)],
        Experiments = [],
        Scenario = null,
        Targets = [],
        Text = "hostile",
    };

    private sealed class Anything : ICalibrationObjective
    {
        public string Description => "anything";

        public double Distance(IReadOnlyList<double> values, uint firstReplication) => 1;

        public IReadOnlyList<FitLine> Fit(IReadOnlyList<double> values) => [new FitLine("field", Hostile, 0.1, 0, 1, Hostile)];
    }
}
