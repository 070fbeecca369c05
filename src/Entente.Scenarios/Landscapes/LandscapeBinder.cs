using System.Globalization;
using Entente.Scenarios.Binding;
using Entente.Scenarios.Yaml;

namespace Entente.Scenarios.Landscapes;

/// <summary>Turns the nodes of a landscape file into a landscape, collecting everything that is wrong on the way.</summary>
internal sealed class LandscapeBinder(ProblemList problems)
{
    // Products of three such numbers stay far from what a number holds.
    private const double Largest = 1e9;
    private const double Smallest = 1e-9;
    private const double MostRivalry = 1000;
    private const int MostStarts = 1_000_000;
    private const int StandardStarts = 10_000;

    private readonly Names _names = new("firm", problems);
    private readonly List<string> _known = [];
    private readonly List<Place> _places = [];

    /// <summary>The landscape; worth something only where no problem was found.</summary>
    public static LandscapeScenario? Read(Node root, string text, IReadOnlyList<string> overrides, ProblemList problems) =>
        Section.Open(root, root.Place, "the landscape", problems) is { } section
            ? new LandscapeBinder(problems).Landscape(section, text, overrides)
            : null;

    private LandscapeScenario Landscape(Section section, string text, IReadOnlyList<string> overrides)
    {
        var name = Names.Short(section, problems);
        var question = section.Text("question", required: true);
        var expectation = section.Text("expectation", required: false);
        var firms = Firms(section);
        var classes = Array.Exists(firms, firm => firm.Class is not null);
        var alpha = Rivalry(section, "alpha", classes);
        var beta = Rivalry(section, "beta", classes);
        var propensities = Propensities(section);
        var seed = Optional(section, "seed", uint.MinValue, uint.MaxValue, 1);
        var starts = Optional(section, "starts", 1, MostStarts, StandardStarts);
        section.Close();
        if (!problems.Any)
            Undecided(firms, propensities);
        return new LandscapeScenario
        {
            Name = name ?? "",
            Question = question ?? "",
            Expectation = expectation,
            Alpha = alpha,
            Beta = beta,
            Firms = firms,
            Propensities = propensities,
            Seed = (uint)seed,
            Starts = (int)starts,
            Overrides = overrides,
            Text = text,
        };
    }

    /// <summary>How much rivals deter; needed where classes say who they are.</summary>
    private double Rivalry(Section section, string key, bool needed)
    {
        const double Most = MostRivalry;
        var entry = needed ? section.Need(key, $"a number {Values.Between(-Most, Most)}") : section.Take(key);
        return (entry is null ? null : Values.Number(entry.Value, entry.Place, key, -Most, Most, problems)) ?? 0;
    }

    private long Optional(Section section, string key, double min, double max, long standard) =>
        section.Take(key) is { } entry ? Values.Whole(entry.Value, entry.Place, key, min, max, problems) ?? standard : standard;

    private LandscapeFirm[] Firms(Section section)
    {
        var expected = $"a list of 2 to {Entente.Landscapes.Landscape.MostActors} firms";
        if (section.Need("firms", expected) is not { } entry)
            return [];
        if (entry.Value is not ListNode list)
        {
            if (entry.Value is not FaultyNode)
                problems.Add(entry.Place, $"firms {entry.Value.Description}; it must be {expected}.");
            return [];
        }

        if (list.Items.Count is < 2 or > Entente.Landscapes.Landscape.MostActors)
            problems.Add(entry.Place, $"firms has {list.Items.Count.ToString(CultureInfo.InvariantCulture)} items; it must be {expected}.");
        LandscapeFirm[] firms = [.. list.Items.Select(Firm)];
        var sides = firms.Select(firm => firm.Observed).OfType<string>().Distinct().ToList();
        if (sides.Count is not (0 or 2))
            problems.Add(entry.Place,
                $"observed names {(sides.Count == 1 ? "one side" : $"{sides.Count} sides")}, {Shown.Line(string.Join(", ", sides))}; it must name two sides, or none.");
        return firms;
    }

    private LandscapeFirm Firm(Node item, int position)
    {
        _places.Add(item.Place);
        var title = string.Create(CultureInfo.InvariantCulture, $"firm {position + 1}");
        if (Section.Open(item, item.Place, title, problems) is not { } section)
        {
            _known.Add("");
            return new LandscapeFirm("", 1, null, null);
        }

        var name = Names.InWords(section, problems);
        _names.Add(name, section.Place);
        _known.Add(name ?? "");
        var size = section.Number("size", Smallest, Largest);
        var firm = new LandscapeFirm(name ?? "", size ?? 1, section.Text("class", required: false), section.Text("observed", required: false));
        section.Close();
        return firm;
    }

    private GivenPropensity[] Propensities(Section section)
    {
        var given = new List<GivenPropensity>();
        var seen = new Dictionary<(int, int), Place>();
        foreach (var item in section.List("propensities", "items [firm, firm, number]"))
        {
            if (item is FaultyNode)
                continue;
            if (item is not ListNode { Items: [var first, var second, var number] })
            {
                problems.Add(item.Place, $"a propensity {(item is ListNode ? "does not have three parts" : item.Description)}; it must be [firm, firm, number].");
                continue;
            }

            var (one, other) = (Called(first), Called(second));
            var value = Values.Number(number, number.Place, "propensity", -Largest, Largest, problems);
            if (one is not { } i || other is not { } j || value is not { } v)
                continue;
            if (i == j)
                problems.Add(item.Place, $"{_known[i]} is named twice; a propensity is that of two firms.");
            else if (!seen.TryAdd((Math.Min(i, j), Math.Max(i, j)), item.Place))
                problems.Add(item.Place, $"the propensity of {_known[i]} and {_known[j]} is there twice; the first is {seen[(Math.Min(i, j), Math.Max(i, j))].Words}.");
            else
                given.Add(new GivenPropensity(i, j, v));
        }

        return [.. given];
    }

    private int? Called(Node node)
    {
        if (Values.Text(node, node.Place, "firm", problems, "the name of a firm") is not { } name)
            return null;
        var position = _known.IndexOf(name);
        if (position >= 0)
            return position;
        problems.Add(node.Place, Values.Ask($"firm {node.Description}; there is no firm of that name", Suggestions.Nearest(name, _known)));
        return null;
    }

    /// <summary>Reports firms about which neither a class nor propensities say how they stand to the others.</summary>
    private void Undecided(LandscapeFirm[] firms, GivenPropensity[] propensities)
    {
        var decided = propensities.Select(given => (Math.Min(given.One, given.Other), Math.Max(given.One, given.Other))).ToHashSet();
        for (var i = 0; i < firms.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if ((firms[i].Class is null || firms[j].Class is null) && !decided.Contains((j, i)))
                {
                    problems.Add(_places[i],
                        $"nothing says how {firms[j].Name} and {firms[i].Name} stand to each other; give both a class, or list [{firms[j].Name}, {firms[i].Name}, number] under propensities.");
                    break;
                }
            }
        }
    }
}
