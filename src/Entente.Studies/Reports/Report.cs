using System.Globalization;
using System.Xml.Linq;
using Entente.Scenarios;
using Entente.Studies.Charts;
using Entente.Studies.Results;
using static Entente.Studies.Reports.Html;

namespace Entente.Studies.Reports;

/// <summary>
/// One page about a result: the question, the answer in words, numbers, pictures, everything that was in force, how to read, cite
/// and repeat it. The page needs nothing but itself; the same result gives the same bytes.
/// </summary>
public static class Report
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private static readonly (string Id, string Title)[] Contents =
    [
        ("answer", "Answer"), ("outcomes", "Numbers"), ("pictures", "Pictures"), ("parameters", "In force"), ("reading", "How to read it"),
        ("citing", "Cite and repeat"),
    ];

    /// <summary>The page, as HTML that is well-formed XML too.</summary>
    /// <param name="folder">The result.</param>
    /// <exception cref="ResultsUnreadable">A file of the result is spoilt, or comes from a program that knows other outcomes.</exception>
    public static string Page(ResultFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var manifest = folder.Manifest;
        if (manifest.Design is not null)
            throw new ResultsUnreadable(folder.Directory, "holds a sweep, which the page of a run cannot show; analyse shows it.");
        folder.RequireAsWritten();
        var scenario = Reread(manifest.Scenario);
        var lines = ParameterLines.Of(manifest, scenario);
        var findings = Findings.Of(folder);
        XElement?[] sections =
        [
            StatusSection.Of(folder),
            AnswerSection.Of(findings, scenario?.Expectation),
            OutcomeSection.Of(findings),
            PictureSection.Of(ChartFolder.Pictures(folder)),
            ParameterSection.Of(manifest, lines),
            ReadingSection.Of(manifest, findings, lines),
            CitingSection.Of(manifest),
        ];
        var there = sections.OfType<XElement>().Select(section => section.Attribute("id")!.Value).ToHashSet();
        return Html.Page(Tag("html",
            With("lang", "en"),
            Head(manifest.Scenario.Name),
            Tag("body",
                Tag("header",
                    Tag("p", Class("kind"), "Entente \u00B7 result of a study"),
                    Tag("h1", manifest.Scenario.Name),
                    Tag("p", Class("question"), manifest.Scenario.Question),
                    Tag("p", Class("facts"), Facts(manifest))),
                Tag("nav", With("aria-label", "On this page"), Tag("ul", Contents.Where(entry => there.Contains(entry.Id))
                    .Select(entry => Tag("li", Tag("a", With("href", $"#{entry.Id}"), entry.Title))))),
                Tag("main", sections),
                Tag("footer", Tag("p", Machine(manifest))))));
    }

    /// <summary>Writes the page; a file of that name is replaced once the page is whole.</summary>
    /// <param name="folder">The result.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="ResultsUnreadable">A file of the result is spoilt, or comes from a program that knows other outcomes.</exception>
    /// <exception cref="ResultsNotWritable">The file cannot be written; nothing is left behind.</exception>
    public static void Write(ResultFolder folder, string path)
    {
        var page = Page(folder);
        var full = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            WholeFile.Write(full, page);
        }
        catch (Exception cause) when (DiskFault.Is(cause))
        {
            throw new ResultsNotWritable(full, cause);
        }
    }

    /// <summary>Says, in a sentence, that a file is in the way: it is there and is no report. Null where it is not.</summary>
    /// <param name="path">The file.</param>
    public static string? InTheWay(string path)
    {
        if (Directory.Exists(path))
            return $"{path} is a folder; the report needs the name of a file.";
        if (!File.Exists(path))
            return null;
        try
        {
            using var reader = new StreamReader(path);
            var start = new char[Html.Opening.Length];
            return reader.ReadBlock(start) == start.Length && start.AsSpan().SequenceEqual(Html.Opening)
                ? null
                : $"{path} is there already and is not a report; choose another name.";
        }
        catch (Exception cause) when (DiskFault.Is(cause))
        {
            return $"{path} is there already and cannot be read: {cause.Message}";
        }
    }

    /// <summary>The scenario as this program reads it; null where it cannot.</summary>
    private static Scenario? Reread(ScenarioRecord record) =>
        ScenarioReader.Parse(record.Text, $"{record.Name}.yaml", new ScenarioOverrides(Set: record.Overrides)).Scenario;

    private static XElement Head(string title) => Tag("head",
        Tag("meta", With("charset", "utf-8")),
        Tag("meta", With("http-equiv", "Content-Security-Policy"), With("content", Policy)),
        Tag("meta", With("name", "viewport"), With("content", "width=device-width, initial-scale=1")),
        Tag("meta", With("name", "color-scheme"), With("content", "light dark")),
        Tag("title", $"{title} \u00B7 Entente"),
        Tag("style", Style()));

    private static string Facts(Manifest manifest) => string.Create(CultureInfo.InvariantCulture,
        $"{Several(manifest.Arms.Count, "arm")}, {Several(manifest.ReplicationsFinished, "replication")} of each, {Months(manifest)}; "
        + $"seed {manifest.Seed}; Entente {manifest.ProgramVersion}.");

    private static string Months(Manifest manifest)
    {
        var months = manifest.Arms.Select(arm => arm.Months).Distinct().Order().ToArray();
        return months.Length == 1 ? Several(months[0], "month") : $"{Figures.Count(months[0])} to {Figures.Count(months[^1])} months";
    }

    private static string Several(int count, string what) => $"{Figures.Count(count)} {what}{(count == 1 ? "" : "s")}";

    private static string Machine(Manifest manifest) => string.Create(CultureInfo.InvariantCulture,
        $"Played on {manifest.Machine.Started:yyyy-MM-dd HH:mm} UTC by Entente {manifest.ProgramVersion}, commit "
        + $"{ReadingSection.Commit(manifest)}, in {manifest.Machine.Seconds:N1} s on {Several(manifest.Machine.Threads, "thread")}; "
        + $"{manifest.Machine.OperatingSystem}, {manifest.Machine.Runtime}.");

    private static string Style()
    {
        using var reader = new StreamReader(typeof(Report).Assembly.GetManifestResourceStream("report.css")!);
        return reader.ReadToEnd();
    }
}
