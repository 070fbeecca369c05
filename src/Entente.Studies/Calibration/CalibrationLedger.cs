using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Entente.Scenarios;
using Entente.Scenarios.Calibrations;
using Entente.Studies.Results;
using Table = Entente.Studies.Tables.Table;
using TableFile = Entente.Studies.Tables.TableFile;
using TableRow = Entente.Studies.Tables.TableRow;

namespace Entente.Studies.Calibration;

/// <summary>
/// The points of a calibration on disk, <c>points.csv</c>: written anew after every batch under another name and then renamed, so that it is
/// whole at any moment. What was fitted to what is part of it as a fingerprint: another calibration cannot go on with it.
/// </summary>
public sealed class CalibrationLedger
{
    private const string Name = "points.csv";
    private const double Slack = 1e-9;

    private readonly string _path;
    private readonly CalibrationPlan _plan;
    private readonly string _fingerprint;

    private CalibrationLedger(string path, CalibrationPlan plan, string fingerprint, IReadOnlyList<TriedPoint> known) =>
        (_path, _plan, _fingerprint, Known) = (path, plan, fingerprint, known);

    /// <summary>The points that were there already.</summary>
    public IReadOnlyList<TriedPoint> Known { get; }

    /// <summary>Opens the ledger of a folder, or begins one.</summary>
    /// <param name="directory">The folder; made where it is not there.</param>
    /// <param name="plan">The calibration.</param>
    /// <param name="version">The program's version: another may judge points otherwise.</param>
    /// <exception cref="ResultsInTheWay">The folder holds points of another calibration.</exception>
    /// <exception cref="ResultsUnreadable">The points cannot be read.</exception>
    /// <exception cref="ResultsNotWritable">The folder cannot be made.</exception>
    public static CalibrationLedger Open(string directory, CalibrationPlan plan, string version)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var path = Path.Combine(directory, Name);
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{version}\n{plan.Text}")));
        try
        {
            Directory.CreateDirectory(directory);
            return new CalibrationLedger(path, plan, fingerprint, File.Exists(path) ? Read(path, fingerprint, plan) : []);
        }
        catch (Exception cause) when (DiskFault.Is(cause))
        {
            throw new ResultsNotWritable(directory, cause);
        }
    }

    /// <summary>Writes all points.</summary>
    /// <exception cref="ResultsNotWritable">They cannot be written; those written before are whole.</exception>
    public void Save(IReadOnlyList<TriedPoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        try
        {
            WholeFile.Write(_path, $"# calibration {_fingerprint}\n" + CsvFile.Of(points.Select(point => (string[])
                [point.Generation.ToString(CultureInfo.InvariantCulture), .. point.Values.Append(point.Distance).Append(point.Cost).Select(value => value.ToString("R", CultureInfo.InvariantCulture))]).Prepend(Headings(_plan))));
        }
        catch (Exception cause) when (DiskFault.Is(cause))
        {
            throw new ResultsNotWritable(Path.GetDirectoryName(_path) ?? "", cause);
        }
    }

    /// <summary>Reads what is there. It is input like any other: what is not of the search that the plan describes is refused with its place.</summary>
    private static List<TriedPoint> Read(string path, string fingerprint, CalibrationPlan plan)
    {
        if (TableFile.Read(path, null, out var text) is { } unreadable)
            throw new ResultsUnreadable(unreadable.ToString(), $"Delete {path} to search anew.");
        if (text.Split('\n')[0] != $"# calibration {fingerprint}")
            throw new ResultsInTheWay(path, "holds the points of another calibration: of other files, or of another version of the program");
        var problems = new List<Problem>();
        var table = Table.Read(text, path, "comma", problems);
        string[] headings = Headings(plan);
        if (problems.Count == 0 && !table!.Headings.SequenceEqual(headings))
            problems.Add(new Problem(path, table.HeadingLine, 1, $"the columns are {table.Columns()}; they must be {string.Join(", ", headings)}."));
        if (problems.Count == 0 && table!.Rows.Count > Total(plan))
            problems.Add(new Problem(path, table.Rows[Total(plan)].Line, 1, string.Create(CultureInfo.InvariantCulture, $"there are {table.Rows.Count} points; there must be at most the {Total(plan)} of the search.")));
        if (problems.Count == 0)
        {
            TriedPoint[] points = [.. table!.Rows.Select((row, place) => Point(row, place, plan, path, problems))];
            if (problems.Count == 0)
                return [.. points];
        }

        throw new ResultsUnreadable(problems[0].ToString(), $"Delete {path} to search anew.");
    }

    private static TriedPoint Point(TableRow row, int place, CalibrationPlan plan, string path, List<Problem> problems)
    {
        double Number(int column, string name, double least, double most, string expected)
        {
            if (double.TryParse(row.Fields[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                return number;
            problems.Add(new Problem(path, row.Line, column + 1, $"{name} is {(row.Fields[column].Length > 0 ? Table.Shown(row.Fields[column]) : "empty")}; it must be {expected}."));
            return double.NaN;
        }

        double Distance(int column, string name) => Number(column, name, 0, double.MaxValue, "a number, 0 or more");
        var generation = place < plan.Start ? 0 : 1 + (place - plan.Start) / plan.Points;
        _ = Number(0, "generation", generation, generation, string.Create(CultureInfo.InvariantCulture, $"{generation}, for this is point {place + 1} of the search"));
        double[] values = [.. plan.Parameters.Select((parameter, i) =>
        {
            // What is sought by ratios may miss an end by a rounding.
            var slack = Slack * (parameter.To - parameter.From);
            return Number(i + 1, parameter.Path, parameter.From - slack, parameter.To + slack,
                string.Create(CultureInfo.InvariantCulture, $"a number between {parameter.From} and {parameter.To}"));
        })];
        return new TriedPoint(generation, values, Distance(values.Length + 1, "distance"), Distance(values.Length + 2, "cost"));
    }

    private static int Total(CalibrationPlan plan) => plan.Start + plan.Generations * plan.Points;

    private static string[] Headings(CalibrationPlan plan) => ["generation", .. plan.Parameters.Select(p => p.Path), "distance", "cost"];
}
