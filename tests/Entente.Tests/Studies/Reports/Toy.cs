using System.Xml.Linq;
using Entente.Observation;
using Entente.Scenarios;
using Entente.Settings;
using Entente.Studies.Reports;
using Entente.Studies.Results;
using Entente.Studies.Statistics;

namespace Entente.Tests.Studies.Reports;

/// <summary>Results whose truth is known, because they were made up.</summary>
internal static class Toy
{
    public const string Text =
        """
        name: toy
        question: Which arm does better?
        expectation: The second arm earns more.
        seed: 7
        replications: 4
        months: 1
        disruption: storm
        arms:
          - { name: tight-contract, preset: tight-contract }
          - { name: fair-process, preset: fair-process }

        """;

    /// <summary>One outcome of several arms, as the report sees it.</summary>
    public static Findings Findings(string outcome, params double[][] byArm) => Findings([(outcome, byArm)]);

    public static Findings Findings((string Outcome, double[][] ByArm)[] outcomes, bool[]? allied = null) => new(
        [.. outcomes[0].ByArm.Select((_, arm) => $"arm-{(char)('a' + arm)}")],
        outcomes[0].ByArm[0].Length,
        [.. outcomes.Select(o => new Measured(Outcomes.Of(o.Outcome), "unit", "Meaning.", o.ByArm))],
        allied ?? [.. outcomes[0].ByArm.Select(_ => true)]);

    /// <summary>The verdicts of the answer, as a reader sees them.</summary>
    public static string Verdict(Findings findings) => string.Join('\n',
        AnswerSection.Of(findings, null).Descendants("div").Where(div => (string?)div.Attribute("class") == "verdicts").Elements()
            .Where(element => (string?)element.Attribute("class") != "note")
            .SelectMany(element => element.DescendantsAndSelf().Where(e => e.Name.LocalName is "p" or "li"))
            .Select(element => element.Value));

    /// <summary>A result on disk of arms and replications that were never played.</summary>
    public static ResultFolder Written(
        TemporaryFolder folder, string name = "run", string[]? arms = null, string? text = null, string question = "Which arm does better?",
        int replications = 4, Func<int, uint, RunRow>? row = null, CancellationToken cancel = default, params string[] overrides)
    {
        string[] names = arms ?? ["tight-contract", "fair-process"];
        var scenario = new Scenario
        {
            Name = "toy",
            Question = question,
            Seed = 7,
            Replications = replications,
            Arms = [.. names.Select((arm, i) => new Arm(arm, i == 0 ? "tight-contract" : "fair-process", Setting(i)))],
            Outcomes = ["income", "netValue", "monthsToOperation"],
            Text = text ?? Text,
            Overrides = overrides,
        };
        row ??= (arm, replication) => new RunRow
        {
            Income = 100 + (10 * arm) + replication + (0.1 * arm * replication),
            NetValue = (arm == 0 ? 1 : -1) * (replication % 2),
            MonthsToOperation = 12 - arm,
            Formed = 3,
        };
        Fakes.Run(scenario, Fakes.Options(folder.At(name)), (setting, _, replication) =>
            Fakes.Numbered(Fakes.ArmOf(setting), replication) with { Run = row(Fakes.ArmOf(setting), replication) }, cancel: cancel);
        return ResultFolder.Open(folder.At(name));
    }

    public static XDocument Page(ResultFolder folder) => XDocument.Parse(Report.Page(folder), LoadOptions.PreserveWhitespace);

    public static XElement ById(XDocument page, string id) => page.Descendants().Single(e => (string?)e.Attribute("id") == id);

    private static Setting Setting(int arm) => Presets.All[arm == 0 ? 0 : 1].ApplyTo(new Setting { Months = arm + 1 });
}
