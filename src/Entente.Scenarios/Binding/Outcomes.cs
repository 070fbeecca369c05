using System.Reflection;
using Entente.Observation;
using Entente.Scenarios.Yaml;

namespace Entente.Scenarios.Binding;

/// <summary>The outcomes of a run that a scenario may ask for.</summary>
internal static class Outcomes
{
    /// <summary>All columns of outcomes, in the order of the <c>runs</c> table.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. from property in typeof(RunRow).GetProperties()
            where property.GetCustomAttribute<ColumnAttribute>() is not null
            select ParameterField.KeyOf(property.Name)];

    /// <summary>What is shown where a scenario does not say: what firms earn, what alliances come to, how it feels inside.</summary>
    public static IReadOnlyList<string> Usual { get; } = Array.AsReadOnly(
    [
        "income", "coreRetained", "grossValue", "netValue", "formed", "signed", "monthsToOperation", "survival60",
        "success60", "projectsLive", "lockedIn", "contributionRate", "meanTrust",
    ]);

    public static IReadOnlyList<string> Read(Section scenario, ProblemList problems)
    {
        var items = scenario.List("outcomes", "columns of the runs table");
        if (items.Count == 0)
            return Usual;
        var outcomes = new OrderedDictionary<string, bool>();
        foreach (var item in items)
        {
            if (Values.Text(item, item.Place, "outcome", problems, "a column of the runs table") is not { } name)
                continue;
            if (!outcomes.TryAdd(name, true))
                problems.Add(item.Place, $"outcome {Shown.Line(name)} is there twice.");
            else if (!All.Contains(name))
                problems.Add(item.Place, Values.Ask($"outcome is {Shown.Line(name)}; it must be a column of the runs table", Suggestions.Nearest(name, All)));
        }

        return [.. outcomes.Keys];
    }
}
