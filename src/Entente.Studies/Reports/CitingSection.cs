using System.Globalization;
using System.Xml.Linq;
using Entente.Studies.Results;
using Entente.Studies.Running;
using static Entente.Studies.Reports.Html;

namespace Entente.Studies.Reports;

/// <summary>How to cite the result, and how to play it again and see that it is the same byte for byte.</summary>
internal static class CitingSection
{
    private const int MostSums = 60;
    private const string Program = "dotnet run -c Release --project src/Entente.Cli --";

    public static XElement Of(Manifest manifest) => Tag("section",
        With("id", "citing"),
        Tag("h2", "How to cite and to repeat it"),
        Tag("h3", "To cite"),
        Tag("p", Citation(manifest)),
        Block(BibTex(manifest)),
        Tag("h3", "To repeat"),
        Tag("ol",
            Tag("li", $"Take the source of version {manifest.ProgramVersion}, commit {ReadingSection.Commit(manifest)}."),
            Tag("li",
                "Save the scenario\u2019s text, above on this page, as ", Tag("code", FileName(manifest)),
                $" (SHA-256 {manifest.Scenario.Sha256})."),
            Tag("li",
                $"Play it. The seed, {manifest.Seed.ToString(CultureInfo.InvariantCulture)}, comes with the scenario or with what was "
                + "set on top of it.",
                Block(Command(manifest))),
            Tag("li", "Compare the tables. On any machine and any number of threads they must have these SHA-256 sums"
                + (manifest.Complete ? ":" : ", but for this result, which is not complete: the command plays all of it."),
                Block(Sums(manifest)))));

    /// <summary>The sums of the parts, as many as a reader looks at; the manifest has all.</summary>
    private static string Sums(Manifest manifest)
    {
        var parts = manifest.Tables.SelectMany(table => table.Parts).ToArray();
        var lines = parts.Take(MostSums).Select(part => $"{part.Sha256}  {part.File}");
        return string.Join('\n', parts.Length <= MostSums ? lines : lines.Append($"and {Figures.Count(parts.Length - MostSums)} more, which the manifest lists"));
    }

    /// <summary>The command that plays a result again. What was set on top of the scenario stays as it was: the tables name it.</summary>
    public static string Command(Manifest manifest)
    {
        var sets = manifest.Scenario.Overrides.Select(assignment => $" --set {SuggestedCommand.Quoted(assignment)}");
        var first = manifest.FirstReplication.ToString(CultureInfo.InvariantCulture);
        return $"{Program} run {SuggestedCommand.Quoted(FileName(manifest))}{(first == "0" ? "" : $" --first-replication {first}")}"
            + $"{string.Concat(sets)} --out again\ncd again && sha256sum */*.parquet";
    }

    private static string FileName(Manifest manifest) => $"{manifest.Scenario.Name}.yaml";

    private static string Year(Manifest manifest) => manifest.Machine.Started.Year.ToString(CultureInfo.InvariantCulture);

    private static string Citation(Manifest manifest) => string.Create(CultureInfo.InvariantCulture,
        $"The Entente authors ({Year(manifest)}). Entente, a laboratory for strategic alliances, version {manifest.ProgramVersion}, "
        + $"commit {ReadingSection.Commit(manifest)}. Results of the scenario {manifest.Scenario.Name} "
        + $"(SHA-256 {manifest.Scenario.Sha256[..Math.Min(12, manifest.Scenario.Sha256.Length)]}), seed {manifest.Seed}, "
        + $"{Figures.Count(manifest.ReplicationsFinished)} replications of each arm.");

    private static string BibTex(Manifest manifest) => string.Create(CultureInfo.InvariantCulture, $$"""
        @software{entente-{{manifest.ProgramVersion}},
          author  = {{"{{The Entente authors}}"}},
          title   = {Entente, a laboratory for strategic alliances},
          version = {{{manifest.ProgramVersion}}},
          year    = {{{Year(manifest)}}},
          note    = {Commit {{ReadingSection.Commit(manifest)}}.
                     Scenario {{manifest.Scenario.Name}}, seed {{manifest.Seed}}, {{manifest.ReplicationsFinished}} replications}
        }
        """);

    private static XElement Block(string text) => Tag("pre", With("tabindex", "0"), Tag("code", text));
}
