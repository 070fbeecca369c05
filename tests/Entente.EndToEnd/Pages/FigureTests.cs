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

    private static IEnumerable<string> QuickGroups => Quick.Keys;

    private static IEnumerable<string> SlowGroups => Slow.Keys;

    private static IEnumerable<string> GroupsByHand => ByHand.Keys;

    [OneTimeTearDown]
    public void Remove() => Played.RemoveAll();

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

    [Explicit("takes hours; before a release, by hand")]
    [Category("FiguresByHand")]
    [TestCaseSource(nameof(GroupsByHand))]
    public void Pages_say_what_the_longest_commands_give(string group) => Manual.Check(group, ByHand[group]());
}
