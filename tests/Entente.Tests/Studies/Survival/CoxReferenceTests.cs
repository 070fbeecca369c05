using System.Diagnostics;
using Entente.Observation;
using Entente.Studies.Survival;
using NUnit.Framework;

namespace Entente.Tests.Studies.Survival;

/// <summary>
/// Regressions, and lives that came under watch late, against R's package survival on its own data: against what it said once (Data/reference.csv; the
/// first line names the versions), and against what it says now, where it can be had.
/// </summary>
public class CoxReferenceTests
{
    private const double Digits = 1e-7;

    /// <summary>Lives of the data lung, entered as late as reference.R has it, with two causes in turn.</summary>
    private static readonly PanelAlliance[] Late = [.. ReferenceData.Regressions["lung entered late"].Alliances.Where(alliance => alliance.Entered >= 0)];

    [Test]
    public void Everything_is_as_R_said()
    {
        var values = ReferenceData.Values(File.ReadAllText(Path.Combine(ReferenceData.Folder, "reference.csv")));
        Assert.That(values, Has.Length.EqualTo(1181));
        Compare(values);
    }

    [Test]
    public void Everything_is_as_R_says_now()
    {
        var values = ReferenceData.Values(R());
        Assert.That(values, Has.Length.EqualTo(1181));
        Compare(values);
    }

    private static void Compare((string Case, string Quantity, string Name, double Value)[] values) => Assert.Multiple(() =>
    {
        foreach (var (name, of) in values.GroupBy(value => value.Case).Select(of => (of.Key, of.ToArray())))
        {
            var found = Found(name).ToDictionary(value => (value.Quantity, value.Name), value => value.Value);
            foreach (var value in of)
                Assert.That(found.GetValueOrDefault((value.Quantity, value.Name), double.NegativeInfinity), Is.EqualTo(value.Value).Within(Digits * Math.Max(1e-3, Math.Abs(value.Value))), $"{name}: {value.Quantity} {value.Name}");
        }
    });

    private static IEnumerable<(string Quantity, string Name, double Value)> Found(string name) =>
        (ReferenceData.Regressions.TryGetValue(name, out var panel) ? Regression(panel) : []).Concat(name switch
        {
            "heart" => [.. Survival(panel!.Alliances), ("logRank", "", LogRankOf(panel.Alliances, alliance => alliance.Covariates[3]))],
            "lung entered late" => [.. Survival(Late), .. Incidence(), .. Hazard(), ("logRank", "", LogRankOf(Late.Where(InThree), alliance => alliance.Covariates[2]))],
            "lung entered late within sexes" => [("logRank", "", LogRankOf(Late.Where(InThree), alliance => alliance.Covariates[2], alliance => alliance.Covariates[1]))],
            "lung within institutions" => [("logRank", "", LogRankOf(
                ReferenceData.Regressions["lung by institution"].Alliances.Where(alliance => alliance.Cluster.Length > 0), alliance => alliance.Covariates[1], alliance => alliance.Cluster))],
            "veteran within treatments" => [("logRank", "", LogRankOf(
                ReferenceData.Regressions["veteran"].Alliances, alliance => alliance.Covariates[1], alliance => alliance.Covariates[0]))],
            _ => Array.Empty<(string, string, double)>(),
        });

    private static bool InThree(PanelAlliance alliance) => alliance.Covariates[2] is "0" or "1" or "2";

    private static IEnumerable<(string, string, double)> Regression(AlliancePanel panel)
    {
        var regression = HazardRegression.Of(panel);
        var fit = regression.Outcome.Fit!;
        yield return ("lives", "", fit.Lives);
        yield return ("events", "", fit.Events);
        foreach (var line in regression.Lines)
        {
            var name = line.Label.Replace(": ", "", StringComparison.Ordinal);
            yield return ("coefficient", name, line.Coefficient.Value);
            yield return ("modelError", name, line.Coefficient.ModelError);
            yield return ("error", name, line.Coefficient.Error);
            yield return ("p", name, line.Coefficient.P);
        }

        yield return ("logLikelihood", "null", fit.NullLogLikelihood);
        yield return ("logLikelihood", "fit", fit.LogLikelihood);
        yield return ("wald", "", fit.Wald.ChiSquare);
        yield return ("score", "", fit.Score.ChiSquare);
        yield return ("robustScore", "", fit.RobustScore.ChiSquare);
        yield return ("concordance", "", fit.Concordance);
        foreach (var (covariate, test) in regression.Covariates.Zip(regression.Proportional))
        {
            yield return ("proportional", covariate.Name, test.Test.ChiSquare);
            yield return ("proportionalP", covariate.Name, test.Test.P);
        }

        yield return ("proportional", "GLOBAL", regression.Global.ChiSquare);
        yield return ("proportionalP", "GLOBAL", regression.Global.P);
    }

    private static IEnumerable<(string, string, double)> Survival(IReadOnlyCollection<PanelAlliance> alliances)
    {
        var group = new SurvivalGroup("all", false, TimeUnit.Days, alliances);
        foreach (var (time, atRisk, _, share) in group.Steps())
        {
            yield return ("atRisk", $"{time}", atRisk);
            yield return ("survival", $"{time}", share.Value);
            yield return ("low", $"{time}", share.Low);
            yield return ("high", $"{time}", share.High);
        }

        yield return ("median", "value", group.Median.Value);
        yield return ("median", "low", group.Median.Low);
        yield return ("median", "high", group.Median.High);
    }

    private static IEnumerable<(string, string, double)> Incidence()
    {
        var lives = Late.Select((alliance, number) => (alliance.Life.Entry, alliance.Duration, alliance.Ended ? (number + 1) % 2 : -1)).ToArray();
        foreach (var cause in new[] { 0, 1 })
        {
            var band = IncidenceBand.Of(lives, cause);
            foreach (var time in new[] { 100, 200, 400, 800 })
            {
                var last = band.Last(step => step.Time <= time);
                yield return ($"incidence of {cause + 1}", $"{time}", last.Share.Value);
                yield return ($"error of {cause + 1}", $"{time}", last.Error);
            }
        }
    }

    private static IEnumerable<(string, string, double)> Hazard() => HazardByAge.Of([.. Late.Select(alliance => alliance.Life)], [0, 100, 200, 400])
        .SelectMany(age => new[] { ("time lived", $"{age.From}", age.Events.Exposure), ("ended", $"{age.From}", age.Events.Events) });

    private static double LogRankOf(IEnumerable<PanelAlliance> alliances, Func<PanelAlliance, string> group, Func<PanelAlliance, string>? stratum = null)
    {
        var all = alliances.ToArray();
        string[] groups = [.. all.Select(group).Distinct()];
        return LogRank.TestWithin([.. all.GroupBy(stratum ?? (_ => "")).Select(same => (IReadOnlyCollection<Spell>[])
            [.. groups.Select(one => (Spell[])[.. same.Where(alliance => group(alliance) == one).Select(alliance => alliance.Life)])])]).ChiSquare;
    }

    /// <summary>What reference.R writes here and now.</summary>
    private static string R()
    {
        try
        {
            using var r = Process.Start(new ProcessStartInfo("Rscript", "reference.R") { WorkingDirectory = ReferenceData.Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = r.StandardError.ReadToEndAsync();
            var output = r.StandardOutput.ReadToEnd();
            r.WaitForExit();
            if (r.ExitCode != 0 && error.Result.Contains("no package", StringComparison.Ordinal))
                Assert.Ignore("R's package survival is not installed here.");
            Assert.That(r.ExitCode, Is.Zero, error.Result);
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("R is not installed here.");
            throw;
        }
    }
}
