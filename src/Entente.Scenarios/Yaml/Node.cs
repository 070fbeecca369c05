namespace Entente.Scenarios.Yaml;

/// <summary>A piece of a scenario file with its place.</summary>
internal abstract class Node(Place place)
{
    public Place Place { get; } = place;

    /// <summary>What is there, as the middle of a sentence: "is 1.4", "has no value", "is a list".</summary>
    public abstract string Description { get; }

    /// <summary>A copy that can be changed without changing this.</summary>
    public virtual Node Copy() => this;
}

/// <summary>Something that has been reported already; whoever meets it says nothing more.</summary>
internal sealed class FaultyNode(Place place) : Node(place)
{
    public override string Description => "is faulty";
}

/// <summary>A single value, still as text.</summary>
internal sealed class TextNode(Place place, string text, bool quoted) : Node(place)
{
    public string Text { get; } = text;

    /// <summary>Whether it was in quotation marks or a block of text, so that it is text even if it looks like a number.</summary>
    public bool Quoted { get; } = quoted;

    /// <summary>Whether nothing was written, or null.</summary>
    public bool IsNothing => !Quoted && Text is ("" or "~" or "null" or "Null" or "NULL");

    public override string Description => this switch
    {
        { IsNothing: true } => "has no value",
        { Quoted: true } => $"is the text \"{Shown.Line(Text)}\"",
        _ => $"is {Shown.Line(Text)}",
    };
}

/// <summary>A list.</summary>
internal sealed class ListNode(Place place, IEnumerable<Node> items) : Node(place)
{
    public List<Node> Items { get; } = [.. items];

    public override string Description => "is a list";

    public override Node Copy() => new ListNode(Place, Items.Select(item => item.Copy()));
}

/// <summary>Keys and their values.</summary>
internal sealed class SectionNode(Place place) : Node(place)
{
    private readonly OrderedDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <summary>The entries in the order in which they were written.</summary>
    public IReadOnlyList<Entry> Entries => entries.Values;

    public override string Description => "is a section";

    public Entry? Find(string key) => entries.GetValueOrDefault(key);

    /// <summary>Sets a key anew, or adds it.</summary>
    public void Put(Entry entry) => entries[entry.Key] = entry;

    public override Node Copy()
    {
        var copy = new SectionNode(Place);
        foreach (var entry in Entries)
            copy.Put(entry with { Value = entry.Value.Copy() });
        return copy;
    }
}

/// <summary>A key with its place, and its value.</summary>
internal sealed record Entry(string Key, Place Place, Node Value);
