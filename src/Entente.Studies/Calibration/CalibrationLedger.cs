using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Entente.Scenarios.Calibrations;
using Entente.Studies.Results;

namespace Entente.Studies.Calibration;

/// <summary>
/// The points of a calibration on disk, <c>points.csv</c>: written anew after every batch under another name and then renamed, so that it is
/// whole at any moment. What was fitted to what is part of it as a fingerprint: another calibration cannot go on with it.
/// </summary>
public sealed class CalibrationLedger
{
    private const string Name = "points.csv";

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
            return new CalibrationLedger(path, plan, fingerprint, File.Exists(path) ? Read(path, fingerprint, plan.Parameters.Count) : []);
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
        var draft = $"{_path}.partial";
        try
        {
            string[] headings = ["generation", .. _plan.Parameters.Select(p => p.Path), "distance", "cost"];
            File.WriteAllText(draft, $"# calibration {_fingerprint}\n" + CsvFile.Of(points.Select(point => (string[])
                [point.Generation.ToString(CultureInfo.InvariantCulture), .. point.Values.Append(point.Distance).Append(point.Cost).Select(value => value.ToString("R", CultureInfo.InvariantCulture))]).Prepend(headings)));
            File.Move(draft, _path, overwrite: true);
        }
        catch (Exception cause) when (DiskFault.Is(cause))
        {
            throw new ResultsNotWritable(Path.GetDirectoryName(_path) ?? "", cause);
        }
    }

    private static List<TriedPoint> Read(string path, string fingerprint, int parameters)
    {
        using var reader = new StreamReader(path);
        if (reader.ReadLine() != $"# calibration {fingerprint}")
        {
            throw new ResultsInTheWay(path, "holds the points of another calibration: of other files, or of another version of the program");
        }

        try
        {
            using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { AllowComments = true });
            csv.Read();
            csv.ReadHeader();
            var points = new List<TriedPoint>();
            while (csv.Read())
            {
                points.Add(new TriedPoint(
                    csv.GetField<int>(0), [.. Enumerable.Range(1, parameters).Select(csv.GetField<double>)], csv.GetField<double>(parameters + 1),
                    csv.GetField<double>(parameters + 2)));
            }

            return points;
        }
        catch (CsvHelperException cause)
        {
            throw new ResultsUnreadable(path, $"cannot be read: {cause.Message.ReplaceLineEndings(" ")}", cause);
        }
    }
}
