using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Entente.Scenarios.Yaml;

/// <summary>
/// Turns YAML into nodes. Only what a scenario needs is read: sections, lists and values. Anchors, aliases, merge keys, tags
/// and further documents are problems, so that a file says what it says where it says it, and nothing can grow beyond its text.
/// </summary>
internal sealed class YamlTree
{
    private const int DeepestLevel = 32;

    private readonly IParser parser;
    private readonly Func<Mark, Place> placeOf;
    private readonly ProblemList problems;
    // The brackets and braces that are open, outermost first.
    private readonly Stack<(Place Place, char Opening)> open = [];
    private bool abandoned;

    private YamlTree(IParser parser, Func<Mark, Place> placeOf, ProblemList problems)
    {
        this.parser = parser;
        this.placeOf = placeOf;
        this.problems = problems;
    }

    /// <summary>The root, or null where the text holds nothing or is not YAML; the latter is reported.</summary>
    public static Node? Read(string text, Func<Mark, Place> placeOf, ProblemList problems)
    {
        var tree = new YamlTree(new Parser(new StringReader(text)), placeOf, problems);
        try
        {
            return tree.Document();
        }
        catch (YamlException fault)
        {
            if (!fault.Message.Contains("flow", StringComparison.Ordinal) || !tree.ReportOpen())
            {
                foreach (var (mark, message) in SyntaxFault.Explain(fault, text))
                    problems.Add(placeOf(mark), message);
            }

            return null;
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            // The scanner lets a few of these through: brackets left open, and escapes and directives that are out of bounds.
            if (!tree.ReportOpen())
                problems.Add(placeOf(tree.parser.Current?.End ?? new Mark(0, 1, 1)), "what follows here is not YAML.");
            return null;
        }
    }

    private Node? Document()
    {
        Advance();
        Advance();
        if (parser.Current is not DocumentStart)
            return null;
        Advance();
        var root = Item(0);
        if (abandoned)
            return null;
        Advance();
        Advance();
        if (parser.Current is DocumentStart second)
        {
            problems.Add(placeOf(second.Start), "a second document starts here; a scenario is a single document. Remove the line ---.");
            // Reading on finds what else is wrong with the syntax.
            while (parser.MoveNext())
            {
            }
        }

        return root;
    }

    /// <summary>Reports the innermost bracket or brace that is still open, if there is one.</summary>
    private bool ReportOpen()
    {
        if (!open.TryPeek(out var innermost))
            return false;
        var (item, closing) = innermost.Opening == '[' ? ("value", ']') : ("key: value", '}');
        problems.Add(
            innermost.Place,
            $"the {innermost.Opening} opened here is not closed as it should be; write {innermost.Opening}{item}, {item}{closing}.");
        return true;
    }

    /// <summary>Leaves the current event behind.</summary>
    /// <summary>Leaves the current event behind. The parser may stop without a word where brackets are left open.</summary>
    private void Advance()
    {
        if (!parser.MoveNext())
            throw new InvalidOperationException("There is no further event.");
    }

    /// <summary>Reads one value and stands on its last event.</summary>
    private Node Value(int level)
    {
        var start = parser.Current!;
        var place = placeOf(start.Start);
        if (start is NodeEvent node)
            Refuse(node, place);
        if (level > DeepestLevel && start is not Scalar)
        {
            problems.Add(place, $"this is nested more than {DeepestLevel} levels deep; a scenario needs no more than six.");
            abandoned = true;
            return new FaultyNode(place);
        }

        switch (start)
        {
            case Scalar scalar:
                return new TextNode(place, scalar.Value, scalar.Style != ScalarStyle.Plain);
            case SequenceStart { Style: SequenceStyle.Flow }:
                return Enclosed('[', place, () => List(place, level));
            case SequenceStart:
                return List(place, level);
            case MappingStart { Style: MappingStyle.Flow }:
                return Enclosed('{', place, () => Section(place, level));
            case MappingStart:
                return Section(place, level);
            default:
                return new FaultyNode(place);
        }
    }

    private Node Enclosed(char opening, Place place, Func<Node> read)
    {
        open.Push((place, opening));
        var node = read();
        open.Pop();
        return node;
    }

    private void Refuse(NodeEvent node, Place place)
    {
        if (!node.Anchor.IsEmpty)
            problems.Add(place, $"&{Shown.Line(node.Anchor.Value)} names a value for use elsewhere; scenarios do not do that. Write the value out where it is used.");
        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
            problems.Add(place, $"the tag {Shown.Line(node.Tag.Value)} is not understood; a scenario has no tags. Leave it out.");
    }

    private ListNode List(Place place, int level)
    {
        var items = new List<Node>();
        for (Advance(); parser.Current is not SequenceEnd; Advance())
        {
            var item = Item(level);
            if (abandoned)
                break;
            items.Add(item);
        }

        return new ListNode(place, items);
    }

    private SectionNode Section(Place place, int level)
    {
        var section = new SectionNode(place);
        for (Advance(); parser.Current is not MappingEnd; Advance())
        {
            var key = Item(level);
            if (abandoned)
                break;
            Advance();
            var value = Item(level);
            if (abandoned)
                break;
            if (key is TextNode { Text: var name } text)
                Add(section, name, text, value);
            else if (key is not FaultyNode)
                problems.Add(key.Place, $"the key here {key.Description}; it must be a word.");
        }

        return section;
    }

    private Node Item(int level)
    {
        if (parser.Current is not AnchorAlias alias)
            return Value(level + 1);
        var place = placeOf(alias.Start);
        problems.Add(place, $"*{Shown.Line(alias.Value.Value)} refers to a value elsewhere; scenarios do not do that. Write the value out.");
        return new FaultyNode(place);
    }

    private void Add(SectionNode section, string name, TextNode key, Node value)
    {
        if (name == "<<" && !key.Quoted)
        {
            if (value is not FaultyNode)
                problems.Add(key.Place, "<< merges keys from elsewhere; scenarios do not do that. Write the keys out.");
        }
        else if (section.Find(name) is { } first)
        {
            problems.Add(key.Place, $"{Shown.Line(name)} is set twice; the first is {first.Place.Words}.");
        }
        else
        {
            section.Put(new Entry(name, key.Place, value));
        }
    }
}
