using System.Globalization;
using Entente.Tests.Documentation;
using NUnit.Framework;

namespace Entente.EndToEnd.Pages;

/// <summary>
/// The figures, tables and pictures of the pages, against the commands they come from. docs/architecture.md tells how they are marked
/// and how they are written anew.
/// </summary>
public class FigureTests
{
    /// <summary>Groups of figures that are made in seconds.</summary>
    private static readonly Dictionary<string, Func<Dictionary<string, string>>> Quick = new()
    {
        ["telco"] = FrontPage.Figures,
        ["landscape"] = LandscapePage.Figures,
        ["lab"] = LaboratoryPage.Laboratory,
        ["tally"] = ClaimPages.Tally,
    };

    /// <summary>Groups that take minutes.</summary>
    private static readonly Dictionary<string, Func<Dictionary<string, string>>> Slow = new()
    {
        ["magnitudes"] = Magnitudes.Figures,
        ["table-1"] = StudiesPage.TableOne,
        ["exit-and-storm"] = StudiesPage.ExitAndStorm,
        ["facts"] = ClaimPages.Facts,
        ["field"] = LaboratoryPage.Field,
        ["laboratory"] = LaboratoryPage.Fit,
    };

    /// <summary>Groups that take hours.</summary>
    private static readonly Dictionary<string, Func<Dictionary<string, string>>> ByHand = new()
    {
        ["claims"] = ClaimPages.Claims,
        ["rivals"] = LaboratoryPage.Rivals,
    };

    /// <summary>Groups that Entente.Tests makes from the code.</summary>
    private static readonly string[] FromCode = ["parameters", "columns", "kinds"];

    private static IEnumerable<string> QuickGroups => Quick.Keys;

    private static IEnumerable<string> SlowGroups => Slow.Keys;

    private static IEnumerable<string> GroupsByHand => ByHand.Keys;

    [OneTimeTearDown]
    public void Remove() => Played.RemoveAll();

    [Test]
    public void Every_figure_is_of_a_group_that_is_made() => Assert.That(
        Manual.Pages.SelectMany(Manual.Figures).Select(figure => Manual.Named(figure.Name).Group).Distinct(),
        Is.SubsetOf((string[])[.. Quick.Keys, .. Slow.Keys, .. ByHand.Keys, .. FromCode]));

    // Not the same number: the calibration plays each experiment 10 times, the command 200 times.
    [Test]
    public void The_program_fits_as_well_as_the_page_on_calibration_says() => Assert.That(
        LaboratoryPage.Error(), Is.EqualTo(double.Parse(ClaimPages.Tally()["laboratory error"], CultureInfo.InvariantCulture)).Within(0.005));

    [Category("Figures")]
    [TestCaseSource(nameof(QuickGroups))]
    public void Pages_say_what_commands_give(string group) => Manual.Check(group, Quick[group]());

    [Explicit("takes minutes; .ci/run asks for it")]
    [Category("SlowFigures")]
    [TestCaseSource(nameof(SlowGroups))]
    public void Pages_say_what_long_commands_give(string group) => Manual.Check(group, Slow[group]());

    [Explicit("takes minutes; .ci/run asks for it")]
    [Category("SlowFigures")]
    [Test]
    public void The_page_of_claims_has_the_verdicts_that_the_model_gives() => ClaimPages.CheckVerdicts();

    // scenarios/exit-barriers.yaml tells what it shows.
    [Explicit("takes minutes; .ci/run asks for it")]
    [Category("SlowFigures")]
    [TestCase("calm")]
    [TestCase("shifting")]
    [TestCase("storm")]
    public void An_easy_exit_earns_less_in_every_future(string future)
    {
        var run = Played.By($"run scenarios/exit-barriers.yaml --set disruption={future}");
        var income = run.Outcome("income");
        Assert.Multiple(() =>
        {
            Assert.That(income.Comparisons.Skip(1).Select(harder => harder.Low), Has.All.Positive, "the easy exit comes first");
            Assert.That(Math.Abs(income.Means[2] - income.Means[1]), Is.LessThan((income.Means[1] - income.Means[0]) / 2), "middling and hard are close");
            Assert.That(run.Outcome("formed").Comparisons.Skip(1).Select(harder => harder.High), Has.All.Negative);
            Assert.That(run.Outcome("lockedIn").Comparisons.Skip(1).Select(harder => harder.Low), Has.All.Positive);
            Assert.That(run.Mean("easy-exit", "survival60"), Is.LessThan(0.1));
        });
    }

    [Explicit("takes hours; before a release, by hand")]
    [Category("FiguresByHand")]
    [TestCaseSource(nameof(GroupsByHand))]
    public void Pages_say_what_the_longest_commands_give(string group) => Manual.Check(group, ByHand[group]());
}
