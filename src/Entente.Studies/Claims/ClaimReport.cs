using System.Globalization;
using Entente.Scenarios.Claims;
using Entente.Studies.Results;

namespace Entente.Studies.Claims;

/// <summary>All that was found out about some claims, to be left on disk.</summary>
/// <param name="Findings">What they came to.</param>
/// <param name="Options">How they were examined.</param>
/// <param name="Robust">What became of them over uncertain parameters; null where that was not asked.</param>
/// <param name="RobustOptions">How they were tried over uncertain parameters.</param>
/// <param name="ProgramVersion">Version of the program.</param>
public sealed record ClaimReport(
    IReadOnlyList<ClaimFinding> Findings, ExaminationOptions Options, IReadOnlyList<RobustFinding>? Robust, RobustnessOptions RobustOptions,
    string ProgramVersion);

/// <summary>A folder for what is found out about claims: it is there whole in the end, or not at all.</summary>
public sealed class ClaimFolder : IDisposable
{
    private readonly ResultsDraft draft;

    private ClaimFolder(ResultsDraft draft) => this.draft = draft;

    /// <summary>Makes sure that a folder can be written to, before anything is played.</summary>
    /// <param name="directory">A new or an empty folder.</param>
    /// <exception cref="ResultsInTheWay">There is something in the folder already.</exception>
    /// <exception cref="ResultsNotWritable">The folder cannot be written to.</exception>
    public static ClaimFolder Begin(string directory) => new(Writing(directory, () => ResultsDraft.Begin(directory)));

    /// <summary>Leaves the tables and the page.</summary>
    /// <exception cref="ResultsNotWritable">The folder cannot be written to, or the disk is full; nothing is left behind.</exception>
    public void Publish(ClaimReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        Writing(draft.Directory, () =>
        {
            var files = new List<string> { "claims.csv" };
            Save("claims.csv", ClaimTables.Verdicts(report));
            if (report.Robust is not null)
            {
                files.Add("robust.csv");
                Save("robust.csv", ClaimTables.Robust(report.Robust));
            }

            draft.Save("claims.md", ClaimPage.Write(report));
            draft.Publish([.. files, "claims.md"]);
            return true;
        });
    }

    /// <inheritdoc/>
    public void Dispose() => draft.Dispose();

    private void Save(string name, IEnumerable<string?[]> rows)
    {
        using var file = new CsvFile(draft.PathOf(name));
        foreach (var row in rows)
        {
            foreach (var field in row)
                file.Add(field);
            file.EndLine();
        }

        file.Finish();
    }

    private static T Writing<T>(string directory, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception cause) when (DiskFault.Is(cause))
        {
            throw new ResultsNotWritable(directory, cause);
        }
    }
}

/// <summary>Findings as tables.</summary>
internal static class ClaimTables
{
    public static IEnumerable<string?[]> Verdicts(ClaimReport report)
    {
        yield return
        [
            "claim", "name", "kind", "proposition", "says", "variant", "verdict", "effect", "low", "high", "direction", "threshold",
            "replications", "leftOut", "claimVerdict",
        ];
        foreach (var finding in report.Findings)
        {
            var (claim, fact) = (finding.Claim, finding.Claim.IsFact);
            if (finding.Base is null)
                yield return
                [
                    claim.Number, claim.Name, ClaimWords.Of(claim.Kind), null, claim.NotTestable, "base", ClaimWords.Of(finding), null,
                    null, null, null, null, "0", "0", ClaimWords.Of(finding),
                ];
            foreach (var variant in finding.Base is null ? [] : new[] { finding.Base }.Concat(finding.Others))
                foreach (var (number, found) in variant.Propositions.Index())
                    yield return
                    [
                        claim.Number, claim.Name, ClaimWords.Of(claim.Kind), Text(number + 1), found.Proposition.Says,
                        ClaimWords.Of(variant.Variant), ClaimWords.Of(found.Verdict, fact), Text(found.Effect), Text(found.Low), Text(found.High),
                        Key(found.Proposition.Direction), Text(found.Proposition.Threshold), Text(found.Replications), Text(found.LeftOut),
                        ClaimWords.Of(variant.Verdict, fact),
                    ];
        }
    }

    public static IEnumerable<string?[]> Robust(IReadOnlyList<RobustFinding> findings)
    {
        yield return
        [
            "claim", "name", "proposition", "says", "points", "holding", "share", "parameters", "byChance", "rank", "parameter", "correlation",
        ];
        foreach (var found in findings)
        {
            var number = found.Claim.Propositions.ToList().IndexOf(found.Proposition) + 1;
            foreach (var (rank, influence) in found.Deciding.DefaultIfEmpty(new Influence("", double.NaN)).Index())
                yield return
                [
                    found.Claim.Number, found.Claim.Name, Text(number), found.Proposition.Says, Text(found.Points), Text(found.Holding),
                    Text(found.Share), Text(found.Parameters), Text(found.ByChance), Text(rank + 1), influence.Path, Text(influence.Correlation),
                ];
        }
    }

    private static string Key(Direction direction) => direction switch
    {
        Direction.MoreThan => "moreThan",
        Direction.LessThan => "lessThan",
        _ => "differsBy",
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Text(double number) => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : null;
}
