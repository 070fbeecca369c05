using Entente.Scenarios.Binding;

namespace Entente.Scenarios.Claims;

/// <summary>The text of a claim and what was set on top of it, from which it is read anew for every variant.</summary>
/// <param name="FileName">What problems call it.</param>
/// <param name="Text">The text.</param>
/// <param name="Overrides">What was set on top of it.</param>
/// <param name="Industries">What other industries set, by name.</param>
internal sealed record ClaimSource(
    string FileName, string Text, ScenarioOverrides? Overrides, IReadOnlyDictionary<string, IReadOnlyList<string>> Industries)
{
    /// <summary>The claim under other settings; null, with the problems, where they do not apply.</summary>
    public ClaimVariant? Vary(
        string name, VariantKind kind, IReadOnlyList<PlayName> plays, IReadOnlyList<string> set, out IReadOnlyList<Problem> problems)
    {
        var scenarios = new Dictionary<string, Scenario>();
        foreach (var industry in plays.Select(play => play.Industry ?? "").Distinct())
        {
            IReadOnlyList<string> own = Industries.GetValueOrDefault(industry, []);
            var reading = Read(own);
            if (reading.Scenario is { } scenario && set.Count > 0)
                reading = Read([.. own, .. set.SelectMany(assignment => ForAll(assignment, scenario.Arms))]);
            problems = reading.Problems;
            if (reading.Scenario is null)
                return null;
            scenarios[industry] = reading.Scenario;
        }

        problems = [];
        return new ClaimVariant(name, kind, set,
        [
            .. plays.Select(play => (play.Arm, Scenario: scenarios[play.Industry ?? ""]))
                .Select(play => new Play(play.Scenario, play.Scenario.Arms.First(arm => arm.Name == play.Arm))),
        ]);
    }

    private ScenarioReading Read(IReadOnlyList<string> set)
    {
        var all = (Overrides ?? new ScenarioOverrides()) with { Set = [.. Overrides?.Set ?? [], .. set] };
        return ScenarioReader.Parse(Text, FileName, all);
    }

    /// <summary>What an arm may say for itself is set in every arm, so that no arm undoes it.</summary>
    private static IEnumerable<string> ForAll(string assignment, IReadOnlyList<Arm> arms)
    {
        var head = assignment.Split('.', '=')[0].Trim();
        return head is "dials" or "parameters" or "disruption" or "theory" || Room.All.Any(room => room.Key == head)
            ? arms.Select(arm => $"arms.{arm.Name}.{assignment}")
            : [assignment];
    }
}
