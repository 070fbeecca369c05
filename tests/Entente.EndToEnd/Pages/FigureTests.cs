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
    };

    /// <summary>Groups that take minutes.</summary>
    private static readonly Dictionary<string, Func<Dictionary<string, string>>> Slow = new()
    {
    };

    private static IEnumerable<string> QuickGroups => Quick.Keys;

    private static IEnumerable<string> SlowGroups => Slow.Keys;

    [OneTimeTearDown]
    public void Remove() => Played.RemoveAll();

    [Category("Figures")]
    [TestCaseSource(nameof(QuickGroups))]
    public void Pages_say_what_commands_give(string group) => Manual.Check(group, Quick[group]());

    [Explicit("takes minutes; .ci/run asks for it")]
    [Category("SlowFigures")]
    [TestCaseSource(nameof(SlowGroups))]
    public void Pages_say_what_long_commands_give(string group) => Manual.Check(group, Slow[group]());
}
