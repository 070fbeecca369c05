using System.Globalization;
using Entente.Landscapes;
using Entente.Studies.Results;

namespace Entente.Studies.Landscapes;

/// <summary>Writes what was found of a landscape: tables as CSV, a picture as PNG and SVG, and the file it was found with.</summary>
public static class LandscapeFolder
{
    /// <summary>Of more configurations than this no table is written.</summary>
    public const int MostConfigurations = 1 << 16;

    /// <summary>
    /// Writes all files: <c>stable.csv</c> (the stable configurations), <c>sides.csv</c> (who stands where in them),
    /// <c>configurations.csv</c> (all configurations, where there are no more than 65,536), <c>about.csv</c> (what it was worked
    /// out with, and the picture in words), <c>landscape.yaml</c> (the file as read) and the picture. They get their names when all of them are whole.
    /// </summary>
    /// <param name="study">The landscape.</param>
    /// <param name="variation">What came of varying sizes, or null.</param>
    /// <param name="directory">Where the files go: a folder that is new or empty.</param>
    /// <param name="programVersion">The program's version, to be named in <c>about.csv</c>.</param>
    /// <returns>The names of the files.</returns>
    /// <exception cref="ResultsInTheWay">There is something in the directory already; nothing was written.</exception>
    /// <exception cref="ResultsNotWritable">The directory cannot be written to, or the disk is full; nothing is left behind.</exception>
    public static IReadOnlyList<string> Write(LandscapeStudy study, Variation? variation, string directory, string programVersion)
    {
        ArgumentNullException.ThrowIfNull(study);
        try
        {
            using var draft = ResultsDraft.Begin(directory);
            var files = new List<string>();
            var sheet = LandscapeChart.Draw(study);
            void Table(string name, Action<CsvFile> write)
            {
                using var file = new CsvFile(draft.PathOf(name));
                write(file);
                file.Finish();
                files.Add(name);
            }

            Table("stable.csv", file => Stable(file, study, variation));
            Table("sides.csv", file => Sides(file, study));
            if (study.Enumeration is { Count: <= MostConfigurations } enumeration)
                Table("configurations.csv", file => Configurations(file, study, enumeration));
            Table("about.csv", file => About(file, study, variation, sheet.Description, programVersion));
            draft.Save("landscape.yaml", study.Scenario.Text);
            files.Add("landscape.yaml");
            File.WriteAllBytes(draft.PathOf("landscape.png"), sheet.Png());
            draft.Save("landscape.svg", sheet.Svg());
            files.AddRange(["landscape.png", "landscape.svg"]);
            draft.Publish(files);
            return files;
        }
        catch (Exception cause) when (DiskFault.Is(cause))
        {
            throw new ResultsNotWritable(directory, cause);
        }
    }

    private static void Stable(CsvFile file, LandscapeStudy study, Variation? variation)
    {
        Line(file, "id", "energy", "basin", "basinShare", "firstSide", "secondSide", "firmsRight", "firmsWrong", "wrong", "sizeRight", "chance",
            "alphaLow", "alphaHigh", "betaLow", "betaHigh", "stableWhenVaried", "nearestWhenVaried");
        foreach (var (place, finding) in study.Findings.Index())
        {
            var (stable, match) = (finding.Stable, finding.Match);
            file.Add(finding.Number);
            file.Add(stable.Energy);
            file.Add((double)stable.Basin);
            file.Add(finding.Share);
            file.Add(Listed(study.Members(stable.Configuration, 0)));
            file.Add(Listed(study.Members(stable.Configuration, 1)));
            file.Add(match?.Right);
            file.Add(match?.Differing.Count);
            file.Add(match is null ? null : Listed(match.Differing.Select(firm => study.Scenario.Firms[firm].Name)));
            Maybe(file, match?.SizeShare);
            Maybe(file, match?.Chance);
            foreach (var end in new[] { finding.Alpha.Low, finding.Alpha.High, finding.Beta.Low, finding.Beta.High })
                Maybe(file, double.IsFinite(end) ? end : null);
            Maybe(file, variation?.Findings[place].Stable);
            Maybe(file, variation?.Findings[place].Nearest);
            file.EndLine();
        }
    }

    private static void Sides(CsvFile file, LandscapeStudy study)
    {
        Line(file, "id", "firm", "size", "class", "side", "observed", "asObserved");
        foreach (var finding in study.Findings)
        {
            foreach (var (number, firm) in study.Scenario.Firms.Index())
            {
                file.Add(finding.Number);
                file.Add(firm.Name);
                file.Add(firm.Size);
                file.Add(firm.Class);
                file.Add(1 + finding.Stable.Configuration.SideOf(number));
                file.Add(firm.Observed);
                if (firm.Observed is null)
                    file.Add((string?)null);
                else
                    file.Add(!finding.Match!.Differing.Contains(number));
                file.EndLine();
            }
        }
    }

    private static void Configurations(CsvFile file, LandscapeStudy study, Enumeration enumeration)
    {
        Line(file, "configuration", "energy", "leadsTo", "firmsToMove");
        var numbers = study.Findings.ToDictionary(finding => finding.Stable.Configuration, finding => finding.Number);
        for (var number = 0; number < enumeration.Count; number++)
        {
            var configuration = Enumeration.At(number);
            var end = enumeration.EndOf(configuration);
            file.Add(string.Concat(Enumerable.Range(0, study.Landscape.Actors).Select(firm => 1 + configuration.SideOf(firm))));
            file.Add(study.Landscape.Energy(configuration));
            file.Add(numbers.TryGetValue(end, out var leadsTo) ? leadsTo : null);
            file.Add(study.Distance(configuration, end));
            file.EndLine();
        }
    }

    private static void About(CsvFile file, LandscapeStudy study, Variation? variation, string picture, string programVersion)
    {
        var scenario = study.Scenario;
        void Fact(string name, object? value) => Line(file, name, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
        Line(file, "fact", "value");
        Fact("name", scenario.Name);
        Fact("question", scenario.Question);
        Fact("alpha", scenario.Alpha);
        Fact("beta", scenario.Beta);
        Fact("firms", scenario.Firms.Count);
        Fact("configurations", study.Landscape.Configurations);
        Fact("configurationsTried", study.Survey.Tried);
        Fact("complete", study.Survey.Complete ? "true" : "false");
        Fact("stable", study.Survey.Stable.Count);
        Fact("seed", scenario.Seed);
        Fact("set", string.Join("; ", scenario.Overrides));
        if (variation is not null)
        {
            Fact("sizesVariedByPercent", variation.Percent);
            Fact("draws", variation.Draws);
        }

        Fact("picture", picture);
        Fact("version", programVersion);
    }

    private static string Listed(IEnumerable<string> names) => string.Join("; ", names);

    private static void Maybe(CsvFile file, double? number)
    {
        if (number is { } there)
            file.Add(there);
        else
            file.Add((string?)null);
    }

    private static void Line(CsvFile file, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
            file.Add(field);
        file.EndLine();
    }
}
