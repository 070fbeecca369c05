using System.Globalization;
using Entente.Scenarios.Yaml;
using Entente.Settings;

namespace Entente.Scenarios.Binding;

/// <summary>Reads how strong disruption is: by name, or as one of four shapes.</summary>
internal static class DisruptionBinder
{
    public const double MinGrowth = -10;

    public const double MaxGrowth = 10;

    /// <summary>The last month that can be spoken of; also the length of the longest table.</summary>
    public const int LastMonth = 4000;

    private const string Expected =
        "calm, shifting, storm or a section like { max: 0.9, growth: 0.08, midpoint: 50 }, { constant: 0.3 }, " +
        "{ before: 0.1, after: 0.8, month: 60 } or { table: [0.1, 0.2] }";

    private static readonly (string Name, LogisticDisruption Disruption)[] Named =
    [
        ("calm", (LogisticDisruption)Disruption.Calm),
        ("shifting", (LogisticDisruption)Disruption.Shifting),
        ("storm", (LogisticDisruption)Disruption.Storm),
    ];

    /// <summary>The names that stand for a disruption.</summary>
    public static IEnumerable<string> Names => Named.Select(named => named.Name);

    private static readonly string[][] Shapes = [["max", "growth", "midpoint"], ["constant"], ["before", "after", "month"], ["table"]];

    public static Disruption? Read(Entry entry, ProblemList problems)
    {
        switch (entry.Value)
        {
            case SectionNode section:
                return Shape(section, entry.Place, problems);
            case TextNode { IsNothing: false } text when Find(text.Text) is { } named:
                return named;
            case FaultyNode:
                return null;
            case TextNode { IsNothing: false, Quoted: false } text when IsLevel(text.Text):
                problems.Add(entry.Place, $"disruption {text.Description}; it must be {Expected}. Did you mean {{ constant: {text.Text} }}?");
                return null;
            default:
                var meant = entry.Value is TextNode word ? Suggestions.Nearest(word.Text, Named.Select(n => n.Name)) : null;
                problems.Add(entry.Place, Values.Ask($"disruption {entry.Value.Description}; it must be {Expected}", meant));
                return null;
        }
    }

    /// <summary>A disruption given by name, written as a section, so that one of its numbers can be set.</summary>
    public static SectionNode? Spelt(string name, Place place) =>
        Find(name) is not { } found
            ? null
            : Written(place, ("max", found.Max), ("growth", found.Growth), ("midpoint", found.Midpoint));

    private static LogisticDisruption? Find(string name) => Array.Find(Named, named => named.Name == name).Disruption;

    private static SectionNode Written(Place place, params ReadOnlySpan<(string Key, double Value)> entries)
    {
        var section = new SectionNode(place);
        foreach (var (key, value) in entries)
            section.Put(new Entry(key, place, new TextNode(place, value.ToString(CultureInfo.InvariantCulture), quoted: false)));
        return section;
    }

    private static bool IsLevel(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var level) && level is >= 0 and <= 1;

    private static Disruption? Shape(SectionNode node, Place place, ProblemList problems)
    {
        // The first key that belongs to a shape decides; keys of other shapes are then unknown.
        var decisive = node.Entries.FirstOrDefault(entry => Shapes.Any(shape => shape.Contains(entry.Key)))?.Key;
        if (decisive is null)
        {
            var any = Section.Open(node, place, "disruption", problems)!;
            foreach (var key in Shapes.SelectMany(shape => shape))
                any.Take(key);
            if (node.Entries.Count == 0)
                problems.Add(place, $"disruption is empty; it must be {Expected}.");
            any.Close();
            return null;
        }

        var section = Section.Open(node, place, $"disruption with {decisive}", problems)!;
        Disruption? read = decisive switch
        {
            "constant" => section.Number("constant", 0, 1) is { } level ? new ConstantDisruption(level) : null,
            "table" => Table(section, place, problems),
            "before" or "after" or "month" => Step(section),
            _ => Logistic(section),
        };
        var others = Shapes.Where(shape => !shape.Contains(decisive)).SelectMany(shape => shape);
        foreach (var other in others.Select(section.Take).OfType<Entry>())
            problems.Add(other.Place, $"disruption has {decisive} and {other.Key}, which do not go together; it must be {Expected}.");
        section.Close();
        return read;
    }

    private static LogisticDisruption? Logistic(Section section)
    {
        var max = section.Number("max", 0, 1);
        var growth = section.Number("growth", MinGrowth, MaxGrowth);
        var midpoint = section.Number("midpoint", -LastMonth, LastMonth);
        return max is null || growth is null || midpoint is null ? null : new(max.Value, growth.Value, midpoint.Value);
    }

    private static StepDisruption? Step(Section section)
    {
        var before = section.Number("before", 0, 1);
        var after = section.Number("after", 0, 1);
        var month = section.Whole("month", 0, LastMonth);
        return before is null || after is null || month is null ? null : new(before.Value, after.Value, (int)month.Value);
    }

    private static TableDisruption? Table(Section section, Place place, ProblemList problems)
    {
        var items = section.List("table", "numbers between 0 and 1");
        if (items.Count is 0 or > LastMonth)
        {
            problems.Add(place, $"disruption table has {items.Count} values; it must have 1 to {LastMonth}, one a month from month 0 on.");
            return null;
        }

        return Lists.Numbers(items, "table", 0, 1, problems) is { } levels ? new(levels) : null;
    }
}
