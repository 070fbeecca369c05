using Entente.Scenarios.Yaml;

namespace Entente.Scenarios.Binding;

/// <summary>
/// Reads a section key by key. It remembers which keys were asked for; what is left over in the end is unknown.
/// </summary>
internal sealed class Section
{
    private const int FewKeys = 12;

    private readonly SectionNode node;
    private readonly Place place;
    private readonly string title;
    private readonly ProblemList problems;
    private readonly List<string> known = [];

    private Section(SectionNode node, Place place, string title, ProblemList problems)
    {
        this.node = node;
        this.place = place;
        this.title = title;
        this.problems = problems;
    }

    /// <summary>Where it begins.</summary>
    public Place Place => place;

    /// <summary>Opens a section; one without a value is an empty one. Anything else is reported and gives null.</summary>
    /// <param name="node">What is there.</param>
    /// <param name="place">Its place.</param>
    /// <param name="title">What to call it in messages: "dials", "arm fair-process".</param>
    /// <param name="problems">Where to report.</param>
    public static Section? Open(Node node, Place place, string title, ProblemList problems)
    {
        switch (node)
        {
            case SectionNode section:
                return new Section(section, place, title, problems);
            case TextNode { IsNothing: true }:
                return new Section(new SectionNode(place), place, title, problems);
            case FaultyNode:
                return null;
            case TextNode { Quoted: false } text when text.Text.Contains(':', StringComparison.Ordinal):
                problems.Add(place, $"{title} {node.Description}; it must be a section of keys and values. Write a space after the colon.");
                return null;
            default:
                problems.Add(place, $"{title} {node.Description}; it must be a section of keys and values.");
                return null;
        }
    }

    /// <summary>Whether a key is there; not a question for it.</summary>
    public bool Has(string key) => node.Find(key) is not null;

    /// <summary>Asks for a key; null where it is not there.</summary>
    public Entry? Take(string key)
    {
        if (!known.Contains(key))
            known.Add(key);
        return node.Find(key);
    }

    /// <summary>Asks for a key that must be there; reports it where it is not.</summary>
    public Entry? Need(string key, string expected)
    {
        var entry = Take(key);
        if (entry is null)
            problems.Add(place, $"{title} has no {key}; it must be {expected}.");
        return entry;
    }

    public string? Text(string key, bool required)
    {
        var entry = required ? Need(key, "text") : Take(key);
        return entry is null ? null : Values.Text(entry.Value, entry.Place, key, problems);
    }

    public double? Number(string key, double min, double max)
    {
        var entry = Need(key, $"a number {Values.Between(min, max)}");
        return entry is null ? null : Values.Number(entry.Value, entry.Place, key, min, max, problems);
    }

    public long? Whole(string key, double min, double max)
    {
        var entry = Need(key, $"a whole number {Values.Between(min, max)}");
        return entry is null ? null : Values.Whole(entry.Value, entry.Place, key, min, max, problems);
    }

    /// <summary>The items of a list; empty where the key is not there or has no value.</summary>
    public IReadOnlyList<Node> List(string key, string expected)
    {
        switch (Take(key))
        {
            case null or { Value: FaultyNode or TextNode { IsNothing: true } }:
                return [];
            case { Value: ListNode list }:
                return list.Items;
            case var entry:
                problems.Add(entry.Place, $"{key} {entry.Value.Description}; it must be a list of {expected}.");
                return [];
        }
    }

    /// <summary>A section inside; null where the key is not there.</summary>
    public Section? Inner(string key)
    {
        var entry = Take(key);
        return entry is null ? null : Open(entry.Value, entry.Place, key, problems);
    }

    /// <summary>The parameters that are set here.</summary>
    public IReadOnlyList<Change> Changes(IEnumerable<ParameterField> fields)
    {
        var changes = new List<Change>();
        foreach (var field in fields)
        {
            if (Take(field.Key) is not { } entry)
                continue;
            if (field.Optional && entry.Value is TextNode { IsNothing: true })
                changes.Add(new Change(field, null));
            else if (Values.Parameter(entry.Value, entry.Place, field, problems) is { } value)
                changes.Add(new Change(field, value));
        }

        return changes;
    }

    /// <summary>Reports the keys that nobody asked for.</summary>
    public void Close()
    {
        Entry? before = null;
        foreach (var entry in node.Entries)
        {
            if (!known.Contains(entry.Key))
                Unknown(entry, before);
            before = entry;
        }
    }

    private void Unknown(Entry entry, Entry? before)
    {
        var key = Shown.Line(entry.Key);
        var homes = Fields.Homes[entry.Key].ToList();
        var meant = Decimals(entry, before) ?? Suggestions.Nearest(entry.Key, known) ?? (homes.Count > 0 ? Shown.Either(homes) : null);
        var hint = meant is null && known.Count <= FewKeys ? $"; it may have {Shown.Either(known)}" : "";
        problems.Add(entry.Place, Values.Ask($"{title} has no {(key.Length > 0 ? key : "empty key")}{hint}", meant));
    }

    /// <summary>In { contact: 0,5 } the comma has made a key of the decimals.</summary>
    private static string? Decimals(Entry entry, Entry? before) =>
        entry is { Value: TextNode { IsNothing: true } } && entry.Key.All(char.IsAsciiDigit) &&
        before?.Value is TextNode { Quoted: false, IsNothing: false } number && number.Text.All(char.IsAsciiDigit)
            ? $"{before.Key}: {number.Text}.{entry.Key}, with a decimal point"
            : null;
}
