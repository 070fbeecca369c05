using System.Globalization;
using Entente.Scenarios.Binding;
using Entente.Scenarios.Yaml;

namespace Entente.Scenarios;

/// <summary>
/// Sets values on top of a scenario file by changing its nodes before they are read, so that what is set goes through the same
/// checks as what is written.
/// </summary>
internal sealed class Overriding(Node root, ProblemList problems)
{
    private const string Expected = "it must be path=value, such as dials.exitBarrier=0.5";

    private int order;

    /// <summary>Applies everything and returns it as assignments, in order.</summary>
    public static IReadOnlyList<string> Apply(ScenarioOverrides? overrides, Node root, ProblemList problems)
    {
        if (overrides is null)
            return [];
        var overriding = new Overriding(root, problems);
        var applied = new List<string>();
        foreach (var (key, value) in Named(overrides))
        {
            overriding.Option(key, value);
            applied.Add($"{key}={value}");
        }

        foreach (var assignment in overrides.Set ?? [])
        {
            overriding.Assignment(assignment);
            applied.Add(assignment);
        }

        return applied.AsReadOnly();
    }

    private static IEnumerable<(string Key, string Value)> Named(ScenarioOverrides overrides)
    {
        if (overrides.Replications is { } replications)
            yield return ("replications", replications.ToString(CultureInfo.InvariantCulture));
        if (overrides.Months is { } months)
            yield return ("months", months.ToString(CultureInfo.InvariantCulture));
        if (overrides.Seed is { } seed)
            yield return ("seed", seed.ToString(CultureInfo.InvariantCulture));
    }

    private void Option(string key, string value)
    {
        var place = new Place($"--{key}", 0, 0, ++order);
        if (root is SectionNode section)
            section.Put(new Entry(key, place, new TextNode(place, value, quoted: false)));
    }

    private void Assignment(string assignment)
    {
        var place = new Place("--set", 0, 0, ++order, assignment);
        var sign = assignment.IndexOf('=', StringComparison.Ordinal);
        if (sign < 0)
        {
            problems.Add(place, $"there is no =; {Expected}.");
            return;
        }

        var path = assignment[..sign].Trim().Split('.', StringSplitOptions.TrimEntries).ToList();
        if (path.Contains(""))
        {
            problems.Add(place, $"{(path.Count == 1 ? "there is no path" : "a part of the path is empty")}; {Expected}.");
            return;
        }

        if (Value(assignment[(sign + 1)..].Trim(), place) is { } value)
            Set(Lengthened(path), value, place);
    }

    /// <summary>Lists, sections and quoted texts are read as YAML; everything else is what it is, colons and all.</summary>
    private Node? Value(string text, Place place) =>
        text is ['[' or '{' or '"' or '\'', ..]
            ? YamlTree.Read(text, _ => place, problems)
            : new TextNode(place, text, quoted: false);

    /// <summary>A room may be named without <c>parameters</c>.</summary>
    private static List<string> Lengthened(List<string> path)
    {
        if (path is ["laboratory", ..])
            path.Insert(0, "parameters");
        var room = path is ["arms", _, ..] ? 2 : 0;
        if (path.Count > room && Room.All.Any(r => r.Key == path[room]))
            path.Insert(room, "parameters");
        return path;
    }

    private void Set(List<string> path, Node value, Place place)
    {
        var node = root;
        for (var i = 0; i < path.Count - 1; i++)
        {
            if (Descend(node, path, i, place) is not { } inner)
                return;
            node = inner;
        }

        switch (node)
        {
            case SectionNode section:
                section.Put(new Entry(path[^1], place, value));
                break;
            case ListNode list when Item(list, path, path.Count - 1, place) is { } position:
                list.Items[position] = value;
                break;
            case TextNode:
                problems.Add(place, $"{Upto(path, path.Count - 1)} {node.Description}; it has no {Shown.Line(path[^1])}.");
                break;
        }
    }

    private Node? Descend(Node node, List<string> path, int depth, Place place)
    {
        switch (node)
        {
            case SectionNode section:
                return Inside(section, path[depth], place);
            case ListNode list:
                return Item(list, path, depth, place) is { } position ? list.Items[position] : null;
            case TextNode:
                problems.Add(place, $"{Upto(path, depth)} {node.Description}; it has no {Shown.Line(path[depth])}.");
                return null;
            default:
                return null;
        }
    }

    /// <summary>What is under a key, made into something that can be changed: nothing becomes an empty section.</summary>
    private Node Inside(SectionNode section, string key, Place place)
    {
        var present = section.Find(key);
        var inner = present?.Value;
        if (key == "disruption")
        {
            // An arm without its own starts from the scenario's; a name starts from what it stands for.
            inner ??= (root as SectionNode)?.Find(key)?.Value.Copy() ?? new TextNode(place, "storm", quoted: false);
            if (inner is TextNode text)
                inner = DisruptionBinder.Spelt(text.Text, present?.Place ?? place) ?? inner;
        }

        if (inner is null or TextNode { IsNothing: true })
            inner = new SectionNode(place);
        if (inner != present?.Value)
            section.Put(new Entry(key, present?.Place ?? place, inner));
        return inner;
    }

    /// <summary>The item of a list with a name, or a number from 0.</summary>
    private int? Item(ListNode list, List<string> path, int depth, Place place)
    {
        var wanted = path[depth];
        var names = list.Items.Select(item => ((item as SectionNode)?.Find("name")?.Value as TextNode)?.Text.Trim()).ToList();
        var position = names.IndexOf(wanted);
        if (position >= 0)
            return position;
        if (int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < list.Items.Count)
            return number;
        var known = names.OfType<string>().ToList();
        var range = list.Items.Count == 0 ? "it is empty" : $"its items go by number from 0 to {list.Items.Count - 1}{(known.Count > 0 ? " or by name" : "")}";
        problems.Add(place, Values.Ask($"{Upto(path, depth)} has no item {Shown.Line(wanted)}; {range}", Suggestions.Nearest(wanted, known)));
        return null;
    }

    private static string Upto(List<string> path, int depth) => Shown.Line(string.Join('.', path.Take(depth)));
}
