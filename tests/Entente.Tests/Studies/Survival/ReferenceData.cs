using System.Globalization;
using Entente.Studies.Survival;
using Entente.Tests.Documentation;

namespace Entente.Tests.Studies.Survival;

/// <summary>Data of R's package survival, and what it makes of them (Data/reference.R).</summary>
internal static class ReferenceData
{
    /// <summary>Where they are.</summary>
    public static string Folder { get; } = Path.Combine(Manual.Root, "tests", "Entente.Tests", "Studies", "Survival", "Data");

    /// <summary>The regressions of reference.R by the names that they have there, the panel of each.</summary>
    public static Dictionary<string, AlliancePanel> Regressions { get; } = new()
    {
        ["lung"] = Panel("lung", "time", "status", "age sex ph.ecog"),
        ["lung by institution"] = Panel("lung", "time", "status", "age sex ph.ecog wt.loss", cluster: "inst"),
        ["lung robust"] = Panel("lung", "time", "status", "age ph.ecog", cluster: "line"),
        ["lung within sexes"] = Panel("lung", "time", "status", "age ph.ecog", strata: "sex"),
        ["lung entered late"] = Panel("lung", "time", "status", "age sex ph.ecog", start: "late"),
        ["veteran"] = Panel("veteran", "time", "status", "trt celltype karno diagtime age prior", reference: ("celltype", "large")),
        ["ovarian"] = Panel("ovarian", "futime", "fustat", "age resid.ds rx ecog.ps"),
        ["heart"] = Panel("heart", "stop", "event", "age year surgery transplant", start: "start"),
        ["heart by patient"] = Panel("heart", "stop", "event", "age year transplant", start: "start", strata: "surgery", cluster: "id"),
        ["kidney by patient"] = Panel("kidney", "time", "status", "age sex disease", cluster: "id", reference: ("disease", "Other")),
        ["bladder by patient"] = Panel("bladder", "stop", "event", "rx size number", start: "start", strata: "enum", cluster: "id"),
    };

    /// <summary>Reference values, from what reference.R writes.</summary>
    public static (string Case, string Quantity, string Name, double Value)[] Values(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Skip(1).Select(line => line.Split(','))
            .Select(fields => (fields[0], fields[1], fields[2], fields[3] == "NA" ? double.NaN : double.Parse(fields[3], CultureInfo.InvariantCulture)))];

    /// <summary>A panel of some columns; alliances that nobody watched are left out.</summary>
    private static AlliancePanel Panel(
        string name, string stop, string happened, string covariates, string? start = null, string? strata = null, string? cluster = null, (string Covariate, string Level)? reference = null)
    {
        string[][] lines = [.. File.ReadLines(Path.Combine(Folder, $"{name}.csv")).Where(line => line[0] != '#').Select(line => line.Split(','))];
        var names = covariates.Split(' ');
        var alliances = lines.Skip(1).Select((fields, number) =>
        {
            string Text(string column) => column == "line" ? $"{number}" : fields[Array.IndexOf(lines[0], column)] is not "NA" and var text ? text : "";
            double Number(string column) => double.Parse(Text(column), CultureInfo.InvariantCulture);
            return new PanelAlliance(Number(stop), Text(happened) == "1", "", "")
            {
                // As reference.R has it of lines from 1.
                Entered = start switch { null => 0, "late" => Math.Min((number + 1) * 37 % 150, Number(stop) - 1), _ => Number(start) },
                Covariates = [.. names.Select(Text)],
                Stratum = strata is null ? "" : Text(strata),
                Cluster = cluster is null ? "" : Text(cluster),
            };
        });
        var columns = new (PanelRole Role, string? Name)[] { (PanelRole.Strata, strata), (PanelRole.Cluster, cluster), (PanelRole.Entered, start) };
        return new AlliancePanel(name, TimeUnit.Days, columns.Where(column => column.Name is not null).ToDictionary(column => column.Role, column => column.Name!), [.. alliances])
        {
            Covariates = names,
            References = reference is { } level ? new Dictionary<string, string> { [level.Covariate] = level.Level } : [],
        };
    }
}
