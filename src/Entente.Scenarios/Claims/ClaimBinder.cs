using System.Globalization;
using System.Text.RegularExpressions;
using Entente.Scenarios.Binding;
using Entente.Scenarios.Yaml;

namespace Entente.Scenarios.Claims;

/// <summary>Turns the nodes of a claim file into a claim: a scenario, and what is claimed of it.</summary>
internal sealed partial class ClaimBinder(ClaimSource source, IReadOnlyCollection<string> measures, ProblemList problems)
{
    private const int MostClaims = 9999;

    private const double LeastConfidence = 0.5;

    private const double MostConfidence = 0.999999;

    private const double UsualConfidence = 0.95;

    private const double Far = 1e9;

    private readonly List<PlayName> plays = [];

    /// <summary>The claim; worth something only where no problem was found.</summary>
    public static Claim? Read(
        Node root, ClaimSource source, IReadOnlyList<string> overrides, IReadOnlyCollection<string> measures, ProblemList problems) =>
        Section.Open(root, root.Place, "the claim", problems) is { } section
            ? new ClaimBinder(source, measures, problems).Read(section, overrides)
            : null;

    private Claim Read(Section section, IReadOnlyList<string> overrides)
    {
        var (number, kind) = Identity(section);
        var literature = section.Text("source", required: true);
        if (section.Has("notTestable"))
        {
            var why = section.Text("notTestable", required: true);
            var (name, question) = (Names.Short(section, problems), section.Text("question", required: true));
            section.Close();
            return new Claim(source)
            {
                Number = number,
                Kind = kind,
                Name = name ?? "",
                Question = question ?? "",
                Source = literature ?? "",
                NotTestable = why,
            };
        }

        var scenario = ScenarioBinder.Read(section, source.Text, overrides, problems);
        var industries = Industries(section);
        var propositions = Propositions(section, [.. scenario.Arms.Select(arm => arm.Name)], [.. industries.Keys]);
        var confidence = Optional(section, "confidence", LeastConfidence, MostConfidence);
        var favouredBy = FavouredBy(section);
        section.Close();
        var whole = source with { Industries = industries };
        if (!problems.Any)
            Try(section, whole, favouredBy);
        return new Claim(whole)
        {
            Number = number,
            Kind = kind,
            Name = scenario.Name,
            Question = scenario.Question,
            Source = literature ?? "",
            Propositions = propositions,
            Confidence = confidence ?? UsualConfidence,
            Plays = plays.AsReadOnly(),
            FavouredBy = [.. favouredBy.Select(rule => rule.Ablation)],
        };
    }

    private (string Number, ClaimKind Kind) Identity(Section section)
    {
        if (section.Has("fact"))
        {
            if (section.Take("fact") is { } entry && Values.Text(entry.Value, entry.Place, "fact", problems) is { } id)
            {
                if (FactPattern().IsMatch(id))
                    return (id, ClaimKind.Fact);
                problems.Add(entry.Place, $"fact is {Shown.Line(id)}; it must be letters, digits and hyphens, at most 64.");
            }

            return ("", ClaimKind.Fact);
        }

        var number = section.Whole("claim", 1, MostClaims)?.ToString(CultureInfo.InvariantCulture) ?? "";
        const string expected = "emergent or built-in";
        if (section.Need("kind", expected) is { } kind && Values.Text(kind.Value, kind.Place, "kind", problems, expected) is { } word)
        {
            if (word == "built-in")
                return (number, ClaimKind.BuiltIn);
            if (word != "emergent")
                problems.Add(kind.Place, Values.Ask($"kind is {Shown.Line(word)}; it must be {expected}", Suggestions.Nearest(word, ["emergent", "built-in"])));
        }

        return (number, ClaimKind.Emergent);
    }

    private Dictionary<string, IReadOnlyList<string>> Industries(Section section)
    {
        var industries = new Dictionary<string, IReadOnlyList<string>>();
        var names = new Names("industry", problems);
        foreach (var (position, item) in section.List("industries", "industries, each with a name and what it sets").Index())
        {
            if (Section.Open(item, item.Place, Nth("industry", position), problems) is not { } inner)
                continue;
            var name = Names.Short(inner, problems);
            names.Add(name, inner.Place);
            var set = Assignments(inner);
            inner.Close();
            if (name is not null)
                industries[name] = set;
        }

        return industries;
    }

    private List<(Place Place, Ablation Ablation)> FavouredBy(Section section)
    {
        var rules = new List<(Place, Ablation)>();
        foreach (var (position, item) in section.List("favouredBy", "rules, each with what switches it off").Index())
        {
            if (Section.Open(item, item.Place, Nth("rule", position), problems) is not { } inner)
                continue;
            var rule = inner.Text("rule", required: true);
            var set = Assignments(inner);
            inner.Close();
            rules.Add((inner.Place, new Ablation(rule ?? "", set)));
        }

        return rules;
    }

    private List<string> Assignments(Section section)
    {
        const string expected = "a list of assignments, such as [dials.exitBarrier=0.5]";
        var assignments = new List<string>();
        if (section.Need("set", expected) is not { } entry)
            return assignments;
        if (entry.Value is not ListNode { Items.Count: > 0 } list)
        {
            if (entry.Value is not FaultyNode)
                problems.Add(entry.Place, $"set {(entry.Value is ListNode ? "is an empty list" : entry.Value.Description)}; it must be {expected}.");
            return assignments;
        }

        foreach (var item in list.Items)
        {
            if (Values.Text(item, item.Place, "assignment", problems, "path=value, such as dials.exitBarrier=0.5") is { } assignment)
                assignments.Add(assignment);
        }

        return assignments;
    }

    private List<Proposition> Propositions(Section section, string[] arms, string[] industries)
    {
        const string expected = "a list of at least one proposition, each with says, terms and a threshold";
        var propositions = new List<Proposition>();
        if (section.Need("propositions", expected) is not { } entry)
            return propositions;
        if (entry.Value is not ListNode { Items.Count: > 0 } list)
        {
            if (entry.Value is not FaultyNode)
                problems.Add(entry.Place, $"propositions {(entry.Value is ListNode ? "is an empty list" : entry.Value.Description)}; it must be {expected}.");
            return propositions;
        }

        foreach (var (position, item) in list.Items.Index())
        {
            if (Section.Open(item, item.Place, Nth("proposition", position), problems) is not { } inner)
                continue;
            var says = inner.Text("says", required: true);
            var terms = Terms(inner, arms, industries);
            var (direction, threshold) = Threshold(inner);
            inner.Close();
            propositions.Add(new Proposition(says ?? "", terms, direction, threshold));
        }

        return propositions;
    }

    private List<Term> Terms(Section section, string[] arms, string[] industries)
    {
        const string expected = "a list of at least one term, each with an arm and an outcome";
        var terms = new List<Term>();
        if (section.Need("terms", expected) is not { } entry)
            return terms;
        if (entry.Value is not ListNode { Items.Count: > 0 } list)
        {
            if (entry.Value is not FaultyNode)
                problems.Add(entry.Place, $"terms {(entry.Value is ListNode ? "is an empty list" : entry.Value.Description)}; it must be {expected}.");
            return terms;
        }

        foreach (var (position, item) in list.Items.Index())
        {
            if (Section.Open(item, item.Place, Nth("term", position), problems) is not { } inner)
                continue;
            var arm = Known(inner.Need("arm", "an arm of this file"), "arm", "an arm of this file", arms);
            var industry = Known(inner.Take("industry"), "industry", "an industry of this file", industries);
            var outcome = Known(inner.Need("outcome", Outcome), "outcome", Outcome, [.. Outcomes.All, .. measures]);
            var weight = Optional(inner, "weight", -Far, Far) ?? 1;
            inner.Close();
            if (arm is not null && outcome is not null)
                terms.Add(new Term(Position(new PlayName(arm, industry)), outcome, weight));
        }

        return terms;
    }

    private const string Outcome = "a column of the runs table or a measure";

    private string? Known(Entry? entry, string key, string expected, string[] known)
    {
        if (entry is null || Values.Text(entry.Value, entry.Place, key, problems, expected) is not { } name)
            return null;
        if (known.Contains(name))
            return name;
        problems.Add(entry.Place, Values.Ask($"{key} is {Shown.Line(name)}; it must be {expected}", Suggestions.Nearest(name, known)));
        return null;
    }

    private int Position(PlayName play)
    {
        if (!plays.Contains(play))
            plays.Add(play);
        return plays.IndexOf(play);
    }

    private (Direction, double) Threshold(Section section)
    {
        var found = new List<(Direction, double)>();
        if (Optional(section, "moreThan", -Far, Far) is { } more)
            found.Add((Direction.MoreThan, more));
        if (Optional(section, "lessThan", -Far, Far) is { } less)
            found.Add((Direction.LessThan, less));
        if (Optional(section, "differsBy", 0, Far) is { } differs)
            found.Add((Direction.DiffersBy, differs));
        if (found.Count == 1)
            return found[0];
        if (found.Count > 1 || !(section.Has("moreThan") || section.Has("lessThan") || section.Has("differsBy")))
            problems.Add(section.Place, $"the proposition has {(found.Count == 0 ? "no threshold" : "more than one threshold")}; it must have one of moreThan, lessThan and differsBy.");
        return default;
    }

    private double? Optional(Section section, string key, double min, double max) =>
        section.Take(key) is { } entry ? Values.Number(entry.Value, entry.Place, key, min, max, problems) : null;

    /// <summary>Reads every variant once, so that what does not apply is known before anything is played.</summary>
    private void Try(Section section, ClaimSource whole, List<(Place Place, Ablation Ablation)> favouredBy)
    {
        if (whole.Vary("base", VariantKind.Base, plays, [], out var found) is null)
            Report(section.Place, "industries", found);
        foreach (var (place, ablation) in favouredBy.Where(_ => !problems.Any))
        {
            if (whole.Vary(ablation.Rule, VariantKind.Ablation, plays, ablation.Set, out found) is null)
                Report(place, "favouredBy", found);
        }
    }

    private void Report(Place place, string key, IReadOnlyList<Problem> found)
    {
        foreach (var problem in found)
            problems.Add(place, $"{key}: {problem.Message}");
    }

    private static string Nth(string kind, int position) => string.Create(CultureInfo.InvariantCulture, $"{kind} {position + 1}");

    [GeneratedRegex(Names.ShortForm)]
    private static partial Regex FactPattern();
}
