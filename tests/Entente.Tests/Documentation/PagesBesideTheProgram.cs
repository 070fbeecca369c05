using System.Globalization;
using System.Text.RegularExpressions;
using Entente.Scenarios.Claims;
using Entente.Studies.Claims;
using Entente.Studies.Statistics;
using NUnit.Framework;

namespace Entente.Tests.Documentation;

/// <summary>Pages that take long to make, as far as they can be checked without playing: they tell of the program as it is.</summary>
public partial class PagesBesideTheProgram
{
    [Test]
    public void Defaults_are_the_fitted_values()
    {
        var fitted = Fitted().Matches(Manual.Read("docs/calibration.md")).Select(line => (Path: line.Groups["path"].Value, Best: line.Groups["best"].Value)).ToArray();
        Assert.That(fitted, Has.Length.EqualTo(20));
        Assert.That(fitted.Select(line => (line.Path, Significant.Of(Default(line.Path)))), Is.EqualTo(fitted));
    }

    [Test]
    public void Formulas_of_the_model_have_the_fitted_values()
    {
        var model = Manual.Read("docs/model.md");
        var formulas = Manual.Figures("docs/model.md").Aggregate(model, (text, table) => text.Replace(table.Text, "", StringComparison.Ordinal));
        var fitted = GeneratedTables.ParameterTypes.Values.SelectMany(GeneratedTables.ParametersOf).Where(parameter => parameter.Parameter.Source == "field calibration")
            .Select(parameter => Convert.ToDouble(GeneratedTables.Default(parameter.Property), CultureInfo.InvariantCulture)).ToArray();
        Assert.That(fitted, Has.Length.EqualTo(10));
        Assert.That(fitted.Select(value => value.ToString("#.######", CultureInfo.InvariantCulture)).Where(value => !Regex.IsMatch(formulas, $@"(?<![\d.]){Regex.Escape(value)}(?!\d)")), Is.Empty);
    }

    [TestCase("claims")]
    [TestCase("facts")]
    public void Pages_tell_of_the_claims_that_are_there(string kind)
    {
        var page = Manual.Read($"docs/{kind}.md");
        var claims = Directory.GetFiles(Path.Combine(Manual.Root, "scenarios", kind), "*.yaml").Order(StringComparer.Ordinal)
            .Select(file => ClaimReader.Read(file, Measures.Names).Claim!).ToArray();
        var sections = page.Split("\n## <a id=\"")[1..];
        Assert.That(sections.Select(section => section.Split('\n')[0]), Is.EqualTo(claims.Select(claim => $"{claim.Name}\"></a>{claim.Number}. {claim.Question}")));
        foreach (var (claim, section) in claims.Zip(sections))
        {
            var verdict = Verdict().Match(section).Groups["verdict"].Value;
            Assert.That(section, Does.Contain($" Source: {claim.Source}\n").And.Contain($"File: `{Path.GetFileName(claim.File)}`"));
            Assert.That(page, Does.Contain($"| {claim.Number} | [{claim.Question}](#{claim.Name}) | {ClaimWords.Of(claim.Kind)} | {verdict.ToLowerInvariant()} |"));
            if (claim.NotTestable is not null)
                continue;
            var scenario = claim.AsItStands().Plays[0].Scenario;
            Assert.That(section, Does.Contain($"seed {scenario.Seed}; at most {scenario.Replications} replications"));
            Assert.That(Proposition().Matches(section).Select(line => (line.Groups["says"].Value, line.Groups["threshold"].Value)),
                Is.EqualTo(claim.Propositions.Select(proposition => (proposition.Says, ClaimWords.Threshold(proposition)))), claim.Name);
        }
    }

    [Test]
    public void Breaking_trust_doubles_in_the_lesson_that_says_so()
    {
        var lesson = Regex.Match(Manual.Read("README.md"), @"trust\.breakage=(?<value>[0-9.]+)").Groups["value"].Value;
        Assert.That(double.Parse(lesson, CultureInfo.InvariantCulture), Is.EqualTo(2 * Default("trust.breakage")).Within(0.005));
    }

    // The files give their reasons in figures of the model: about 400 is half a per cent of income in storm, and so on.
    [TestCase("02-storm-fair, 08-careless-leaders: about 400", "income", "storm tight", "", 0.005, 375, 425)]
    [TestCase("05-exit-barriers: about seventy-five", "formed", "shifting tight", "", 1, 70, 80)]
    [TestCase("17-rows-interact: a tenth is about 100", "gross value", "shifting fair", "shifting tight", 0.1, 90, 110)]
    public void Thresholds_are_as_large_beside_the_magnitudes_as_their_files_say(
        string file, string outcome, string arm, string less, double share, double low, double high) =>
        Assert.That(share * (Magnitude(outcome, arm) - (less.Length == 0 ? 0 : Magnitude(outcome, less))), Is.InRange(low, high), file);

    private static double Magnitude(string outcome, string arm)
    {
        var model = Manual.Read("docs/model.md");
        var lines = model[model.IndexOf("<!-- figure: magnitudes delivered -->", StringComparison.Ordinal)..].Split('\n');
        var column = Array.FindIndex(lines.First(line => line.StartsWith("| outcome |", StringComparison.Ordinal)).Split(" | "), heading => heading.TrimEnd(' ', '|') == arm);
        return double.Parse(lines.First(line => line.StartsWith($"| {outcome} |", StringComparison.Ordinal)).Split(" | ")[column].Split(' ')[0],
            NumberStyles.Number, CultureInfo.InvariantCulture);
    }

    private static double Default(string path)
    {
        var (room, name) = path.Split('.') is [var first, var second] ? (first, second) : throw new ArgumentException(path);
        return Convert.ToDouble(GeneratedTables.Default(GeneratedTables.ParameterTypes[room].GetProperty(char.ToUpperInvariant(name[0]) + name[1..])!),
            CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^\| `(?<path>\w+\.\w+)` \| [^|]+ \| [^|]+ \| (?<best>[^|]+) \| [^|]+ \| (yes|no) \(", RegexOptions.Multiline)]
    private static partial Regex Fitted();

    [GeneratedRegex(@"^\*\*(?<verdict>[\w ]+)\.\*\*", RegexOptions.Multiline)]
    private static partial Regex Verdict();

    [GeneratedRegex(@"^\| (?<says>[^|]+) \| [^|]+ \| (?<threshold>(?:more than|less than|differs by more than) [^|]+) \| ", RegexOptions.Multiline)]
    private static partial Regex Proposition();
}
