using System.Xml.Linq;
using Entente.Studies.Results;
using Entente.Studies.Statistics;
using static Entente.Studies.Reports.Html;

namespace Entente.Studies.Reports;

/// <summary>How to read the page: what its outcomes mean, and what it cannot say.</summary>
internal static class ReadingSection
{
    public static XElement Of(Manifest manifest, Findings findings, IReadOnlyList<ParameterLine> lines) => Tag("section",
        With("id", "reading"),
        Tag("h2", "How to read it"),
        Glossary(findings),
        Tag("h3", "Limits"),
        Tag("ul",
            Tag("li", "Everything here is simulated. The numbers tell what follows from the rules of the model and the scenario; whether "
                + "firms behave so is another question, and no number on this page answers it."),
            Tag("li", $"They belong to version {manifest.ProgramVersion} of the model (commit {Commit(manifest)}) and to this scenario; "
                + "another version or scenario may give others."),
            Tag("li", "An interval covers luck alone: what more replications would change. It does not cover parameters that may be wrong, "
                + "nor rules that may."),
            Tag("li", Calibrated(lines))));

    public static string Commit(Manifest manifest) => manifest.Commit.Length == 0 ? "unknown" : manifest.Commit;

    private static IEnumerable<XElement> Glossary(Findings findings) =>
    [
        Tag("p", "Arms are ways of doing things, played on the same worlds; the first is the reference. A replication is one world with "
            + "its own luck. Money is counted in the mean monthly value of one average opportunity when fully realised. A dash stands "
            + "where there is no number."),
        Tag("h3", "Outcomes"),
        Tag("dl", findings.Outcomes.Select(measured => new[]
        {
            Tag("dt", measured.Outcome.Title, " ", Tag("code", measured.Outcome.Column)),
            Tag("dd", $"{measured.Meaning} Unit: {measured.Unit}. {Wish(measured.Outcome.Preference)}"),
        })),
    ];

    private static string Wish(Preference preference) => preference switch
    {
        Preference.MoreIsBetter => "More is better.",
        Preference.LessIsBetter => "Less is better.",
        _ => "Neither more nor less is better in itself.",
    };

    private static string Calibrated(IReadOnlyList<ParameterLine> lines)
    {
        var sources = lines.Where(line => line.Source.Length > 0).GroupBy(line => line.Source)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Key}: {Figures.Count(group.Count())}");
        return "Most numbers of the model are not calibrated. Where the parameters come from, and how many: "
            + $"{string.Join("; ", sources)}. A judgement was made, not measured; a value marked for field calibration is a starting value.";
    }
}
