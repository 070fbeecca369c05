using System.Security.Cryptography;
using System.Xml.Linq;
using Entente.Studies.Results;
using static Entente.Studies.Reports.Html;

namespace Entente.Studies.Reports;

/// <summary>What a reader must know before anything else: that something is missing, or is not as the run left it.</summary>
internal static class StatusSection
{
    public static XElement? Of(ResultFolder folder)
    {
        var warnings = Warnings(folder).ToArray();
        return warnings.Length == 0 ? null : Tag("section",
            With("id", "status"), Class("warning"), With("aria-label", "Before you read on"),
            warnings.Select(warning => Tag("p", warning)));
    }

    private static IEnumerable<string> Warnings(ResultFolder folder)
    {
        var manifest = folder.Manifest;
        if (!manifest.Complete || manifest.ReplicationsFinished < manifest.ReplicationsAsked)
            yield return $"This result is not complete. The run was stopped when {Figures.Count(manifest.ReplicationsFinished)} of "
                + $"{Figures.Count(manifest.ReplicationsAsked)} replications were finished; this page is about those.";
        foreach (var part in manifest.Tables.SelectMany(table => table.Parts).Where(part => Hash(folder.PathOf(part)) != part.Sha256))
            yield return $"{part.File} is not the file that the run left: its SHA-256 differs from the manifest\u2019s. Do not "
                + "trust this page.";
    }

    private static string Hash(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new ResultsUnreadable(file, $"cannot be read: {cause.Message}", cause);
        }
    }
}
