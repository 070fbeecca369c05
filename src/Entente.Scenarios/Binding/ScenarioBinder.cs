using Entente.Scenarios.Yaml;
using Entente.Settings;

namespace Entente.Scenarios.Binding;

/// <summary>Turns the nodes of a scenario file into a scenario, collecting everything that is wrong on the way.</summary>
internal static class ScenarioBinder
{
    public const int MostReplications = 1_000_000;

    /// <summary>The scenario; worth something only where no problem was found.</summary>
    public static Scenario? Read(Node root, string text, IReadOnlyList<string> overrides, ProblemList problems)
    {
        if (Section.Open(root, root.Place, "the scenario", problems) is not { } section)
            return null;
        var scenario = Read(section, text, overrides, problems) with { Design = new DesignBinder(problems).Read(section, root) };
        ClaimKeys.LeaveAlone(section);
        section.Close();
        return scenario;
    }

    /// <summary>The scenario in a section that may hold more than a scenario.</summary>
    public static Scenario Read(Section section, string text, IReadOnlyList<string> overrides, ProblemList problems)
    {
        section.Take("include");
        var name = Names.Short(section, problems);
        var question = section.Text("question", required: true);
        var expectation = section.Text("expectation", required: false);
        var seed = section.Whole("seed", uint.MinValue, uint.MaxValue);
        var replications = section.Whole("replications", 1, MostReplications);
        var setting = Setting(section, problems);
        var arms = new ArmBinder(setting, Governance.Read(section, problems), problems).Read(section);
        var outcomes = Outcomes.Read(section, problems);
        return new Scenario
        {
            Name = name ?? "",
            Question = question ?? "",
            Expectation = expectation,
            Seed = (uint)(seed ?? 0),
            Replications = (int)(replications ?? 0),
            Arms = arms,
            Outcomes = outcomes,
            Text = text,
            Overrides = overrides,
        };
    }

    /// <summary>What all arms have in common.</summary>
    private static Setting Setting(Section section, ProblemList problems)
    {
        var setting = new Setting();
        Change.WriteAll(setting, section.Changes(Fields.Setting));
        var disruption = section.Take("disruption") is { } entry ? DisruptionBinder.Read(entry, problems) : null;
        var theory = TheoryBinder.Read(section, problems);
        var industry = new IndustryBinder(problems).Read(section.Inner("industry"));
        var founded = section.List("founded", "alliances");
        return setting with
        {
            Disruption = disruption ?? setting.Disruption,
            Theory = theory ?? setting.Theory,
            Industry = industry,
            Decrees = new DecreeBinder(industry, setting.Months, problems).Read(founded),
        };
    }
}
