using System.Globalization;
using Entente.Scenarios.Yaml;
using Entente.Settings;

namespace Entente.Scenarios.Binding;

/// <summary>Reads the alliances founded by decree.</summary>
internal sealed class DecreeBinder(Industry industry, int months, ProblemList problems)
{
    private readonly Names names = new("founded alliance", problems);
    private readonly Dictionary<string, int> firms = Positions(industry);

    public IReadOnlyList<Decree> Read(IReadOnlyList<Node> items)
    {
        var decrees = new List<Decree>();
        foreach (var (position, item) in items.Index())
        {
            if (Section.Open(item, item.Place, string.Create(CultureInfo.InvariantCulture, $"founded alliance {position + 1}"), problems) is { } section)
                decrees.Add(Decree(section));
        }

        return decrees.AsReadOnly();
    }

    private Decree Decree(Section section)
    {
        var name = Names.InWords(section, problems);
        names.Add(name, section.Place);
        var decree = new Decree { Name = name ?? "", Members = Members(section) };
        var changes = section.Changes(Fields.Decree);
        Change.WriteAll(decree, changes);
        if (section.Take("month") is not { } month)
            problems.Add(section.Place, $"the alliance {name} has no month; it must be a whole number between 0 and {months - 1}, the last month of the run.");
        else if (decree.Month >= months)
            problems.Add(month.Place, $"month is {decree.Month}; it must be between 0 and {months - 1}, the last month of the run.");
        section.Close();
        return decree;
    }

    private int[] Members(Section section)
    {
        const string expected = "two or more firms, by name or by number";
        if (section.Need("members", $"a list of {expected}") is not { } entry)
            return [];
        if (entry.Value is not ListNode list)
        {
            if (entry.Value is not FaultyNode)
                problems.Add(entry.Place, $"members {entry.Value.Description}; it must be a list of {expected}.");
            return [];
        }

        if (list.Items.Count < 2)
            problems.Add(entry.Place, $"members has {(list.Items.Count == 0 ? "no firm" : "one firm")}; an alliance has {expected}.");
        var members = new List<int>();
        var seen = new HashSet<int>();
        foreach (var item in list.Items)
        {
            if (Member(item) is not { } member)
                continue;
            members.Add(member);
            if (!seen.Add(member))
                problems.Add(item.Place, $"members has {Called(member)} twice; the members of an alliance are all different.");
        }

        return [.. members];
    }

    private int? Member(Node item)
    {
        var expected = $"the name of a named firm or a number between 0 and {industry.Firms - 1}";
        if (Values.Text(item, item.Place, "member", problems, expected) is not { } text)
            return null;
        if (firms.TryGetValue(text, out var position))
            return position;
        if (item is TextNode { Quoted: false } &&
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < industry.Firms)
            return number;
        var meant = Suggestions.Nearest(text, firms.Keys);
        problems.Add(item.Place, Values.Ask($"member {item.Description}; it must be {expected}", meant));
        return null;
    }

    private static Dictionary<string, int> Positions(Industry industry)
    {
        var positions = new Dictionary<string, int>();
        foreach (var (position, firm) in industry.Named.Index())
            positions.TryAdd(firm.Name, position);
        return positions;
    }

    private string Called(int member) =>
        member < industry.Named.Count ? industry.Named[member].Name : $"firm {member}";
}
