using System.Xml.Linq;
using Entente.Studies.Results;
using static Entente.Studies.Reports.Html;

namespace Entente.Studies.Reports;

/// <summary>What a reader must know before anything else: that replications are missing.</summary>
internal static class StatusSection
{
    public static XElement? Of(ResultFolder folder)
    {
        var manifest = folder.Manifest;
        if (manifest.Complete && manifest.ReplicationsFinished == manifest.ReplicationsAsked)
            return null;
        return Tag("section", With("id", "status"), Class("warning"), With("aria-label", "Before you read on"), Tag("p",
            $"This result is not complete. The run was stopped when {Figures.Count(manifest.ReplicationsFinished)} of "
            + $"{Figures.Count(manifest.ReplicationsAsked)} replications were finished; this page is about those."));
    }
}
