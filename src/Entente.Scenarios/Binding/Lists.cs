using Entente.Scenarios.Yaml;

namespace Entente.Scenarios.Binding;

/// <summary>Lists of numbers.</summary>
internal static class Lists
{
    /// <summary>All numbers, or null where one of them is faulty. Items are called by their number from 1.</summary>
    public static double[]? Numbers(IReadOnlyList<Node> items, string name, double min, double max, ProblemList problems)
    {
        var numbers = items.Select((item, i) => Values.Number(item, item.Place, $"{name} item {i + 1}", min, max, problems)).ToList();
        return numbers.Exists(number => number is null) ? null : [.. numbers.Select(number => number!.Value)];
    }
}
