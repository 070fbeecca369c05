using System.Globalization;
using Entente.Scenarios.Designs;
using Entente.Scenarios.Yaml;

namespace Entente.Scenarios.Binding;

/// <summary>Reads the section <c>design</c>: a method, its size, and what is varied.</summary>
internal sealed class DesignBinder(ProblemList problems)
{
    public const int MostPoints = 1_000_000;
    public const int MostFactors = 40;
    private const int MostFull = 16;
    public const int UsualSteps = 5;
    public const int UsualLevels = 4;
    public const int MostLevels = 100;
    private const double Farthest = 1e12;

    private static readonly string[] NoFactors = ["name", "question", "expectation", "seed", "replications", "outcomes", "include", "design", "arms"];

    private readonly List<(Factor Factor, Place Place)> factors = [];

    /// <summary>The design of a scenario; null where it has none, or a faulty one.</summary>
    /// <param name="scenario">The scenario's section.</param>
    /// <param name="root">The whole scenario, to try what factors set.</param>
    public Design? Read(Section scenario, Node root)
    {
        if (scenario.Take("design") is not { Value: not TextNode { IsNothing: true } } design || Section.Open(design.Value, design.Place, "design", problems) is not { } section)
            return null;
        var expected = Shown.Either(DesignMethods.Names);
        if (section.Need("method", expected) is not { } entry || Values.Text(entry.Value, entry.Place, "method", problems, expected) is not { } method)
            return null;
        if (!DesignMethods.Names.Contains(method))
        {
            problems.Add(entry.Place, Values.Ask($"method is {Shown.Line(method)}; it must be {expected}", Suggestions.Nearest(method, DesignMethods.Names)));
            return null;
        }

        var read = Read(section, method);
        section.Close();
        if (!problems.Any)
            Try(root);
        return read;
    }

    private Design Read(Section section, string method)
    {
        int Whole(string key, double min, double max) => (int)(section.Whole(key, min, max) ?? min);
        var points = method is DesignMethods.LatinHypercube or DesignMethods.Sobol or DesignMethods.Saltelli ? Whole("points", 2, MostPoints) : 0;
        var trajectories = method is DesignMethods.Morris ? Whole("trajectories", 2, MostPoints) : 0;
        var levels = method is DesignMethods.Morris ? section.Has("levels") ? Whole("levels", 4, MostLevels) : UsualLevels : 0;
        var runs = method is DesignMethods.FractionalFactorial ? Whole("runs", 4, MostPoints) : 0;
        if (levels % 2 == 1)
            problems.Add(section.Take("levels")!.Place, $"levels is {levels}; Morris's design takes an even number.");
        if (runs > 0 && !int.IsPow2(runs))
            problems.Add(section.Take("runs")!.Place, $"runs is {runs}; a regular fraction has a power of 2 of them: 8, 16, 32 and so on.");
        if (method is not DesignMethods.Table1)
        {
            Factors(section, "levers", FactorRole.Lever, method);
            Factors(section, "uncertainties", FactorRole.Uncertainty, method);
            if (factors.Count is 0 or > MostFactors && !problems.Any || (method == DesignMethods.Factorial && factors.Count > MostFull))
                problems.Add(section.Place, $"design has {factors.Count} factors; it must have 1 to {(method == DesignMethods.Factorial ? MostFull : MostFactors)}, under levers or uncertainties.");
        }

        var combinations = factors.Aggregate(1.0, (product, factor) => product * (factor.Factor.Levels?.Count ?? factor.Factor.Range!.Steps));
        if (method == DesignMethods.Grid && combinations > MostPoints)
            problems.Add(section.Place, $"the grid has {combinations.ToString("N0", CultureInfo.InvariantCulture)} points; it may have {MostPoints.ToString("N0", CultureInfo.InvariantCulture)}. Take fewer factors or steps.");
        var many = factors.Count;
        if (runs > 0 && many > 0 && !problems.Any && (many > runs - 1 || runs > 1L << many))
            problems.Add(section.Take("runs")!.Place, many > runs - 1
                ? $"runs is {runs}, which holds at most {runs - 1} factors; there are {many}."
                : $"runs is {runs}; {many} factors have only {1 << many} combinations.");
        return new Design
        {
            Method = method,
            Factors = method is DesignMethods.Table1 ? Table1.Factors : [.. factors.Select(factor => factor.Factor)],
            Points = points,
            Trajectories = trajectories,
            Levels = levels,
            Runs = runs,
        };
    }

    private void Factors(Section section, string key, FactorRole role, string method)
    {
        switch (section.Take(key))
        {
            case null or { Value: FaultyNode or TextNode { IsNothing: true } }:
                return;
            case { Value: SectionNode node }:
                foreach (var entry in node.Entries)
                    Add(entry, role, method);
                return;
            case var entry:
                problems.Add(entry.Place, $"{key} {entry.Value.Description}; it must be a section of paths, each with a range such as {{ from: 0, to: 1 }} or a list of values.");
                return;
        }
    }

    private void Add(Entry entry, FactorRole role, string method)
    {
        var path = entry.Key;
        if (NoFactors.Contains(path))
            problems.Add(entry.Place, $"{path} cannot be varied by a design.");
        else if (factors.Exists(factor => factor.Factor.Name == path))
            problems.Add(entry.Place, $"{Shown.Line(path)} is a factor already.");
        else if (Read(entry, role, method) is { } factor)
            factors.Add((factor, entry.Place));
    }

    private Factor? Read(Entry entry, FactorRole role, string method)
    {
        switch (entry.Value)
        {
            case FaultyNode:
                return null;
            case ListNode list:
                var values = list.Items.Select(item => Values.Text(item, item.Place, $"a value of {entry.Key}", problems, "a single value")).ToList();
                if (values.Contains(null))
                    return null;
                if (values.Count < 2 || (IsTwoLevel(method) && values.Count != 2) || values.Distinct().Count() < values.Count)
                {
                    problems.Add(entry.Place, $"{Shown.Line(entry.Key)} has {values.Count} values; it must have {(IsTwoLevel(method) ? "two" : "two or more")}, all different.");
                    return null;
                }

                return new Factor(entry.Key, role, null, [.. values.Select(value => new FactorLevel(value!, [$"{entry.Key}={value}"]))]);
            case SectionNode:
                return Section.Open(entry.Value, entry.Place, entry.Key, problems) is { } section && Range(section, method) is { } range
                    ? new Factor(entry.Key, role, range, null)
                    : null;
            default:
                problems.Add(entry.Place, $"{Shown.Line(entry.Key)} {entry.Value.Description}; it must be a range such as {{ from: 0, to: 1 }} or a list of values.");
                return null;
        }
    }

    private FactorRange? Range(Section section, string method)
    {
        var from = section.Number("from", -Farthest, Farthest);
        var to = section.Number("to", -Farthest, Farthest);
        var whole = section.Take("whole") is { } asked && Values.Switch(asked.Value, asked.Place, "whole", problems) == true;
        var log = section.Take("scale") is { } scale && IsLog(scale);
        var steps = method == DesignMethods.Grid && section.Has("steps") ? section.Whole("steps", 2, MostLevels) : UsualSteps;
        section.Close();
        if (from is null || to is null)
            return null;
        if (from >= to)
            problems.Add(section.Place, $"the range goes from {Shown.Number(from.Value)} to {Shown.Number(to.Value)}; it must go up.");
        else if (log && from <= 0)
            problems.Add(section.Place, $"the range goes from {Shown.Number(from.Value)}; with scale: log it must begin above 0.");
        else if (whole && !(double.IsInteger(from.Value) && double.IsInteger(to.Value) && !log))
            problems.Add(section.Place, "a range of whole numbers has whole ends and no scale.");
        else
            return new FactorRange(from.Value, to.Value, log, whole, (int)(steps ?? UsualSteps));
        return null;
    }

    private bool IsLog(Entry scale)
    {
        if (Values.Text(scale.Value, scale.Place, "scale", problems, "linear or log") is not { } word)
            return false;
        if (word is not ("linear" or "log"))
            problems.Add(scale.Place, $"scale is {Shown.Line(word)}; it must be linear or log.");
        return word == "log";
    }

    private static bool IsTwoLevel(string method) => method is DesignMethods.Factorial or DesignMethods.FractionalFactorial;

    /// <summary>Sets every factor to its ends, and to something between, and reads the scenario with it: whatever is wrong then is wrong with the factor.</summary>
    private void Try(Node root)
    {
        foreach (var (factor, place) in factors)
        {
            var assignments = factor.Levels is { } levels
                ? levels.SelectMany(level => level.Assignments)
                : new[] { 0, 1, 0.37 }.Select(at => $"{factor.Name}={factor.Range!.At(at).ToString(CultureInfo.InvariantCulture)}");
            var seen = new HashSet<string>();
            foreach (var assignment in assignments)
            {
                var found = new ProblemList();
                var scenario = With(root, assignment, place, found);
                if (found.Sorted() is [var problem, ..])
                {
                    var hint = factor.Range is { Whole: false } && problem.Message.Contains("whole number", StringComparison.Ordinal) ? " For whole numbers, add whole: true to the range." : "";
                    problems.Add(place, $"{problem.Message}{hint}");
                    seen.Clear();
                    break;
                }

                seen.Add(InForce(scenario!));
            }

            if (seen.Count == 1)
                problems.Add(place, $"{Shown.Line(factor.Name)} changes nothing: every arm sets it for itself, or no arm uses it. Name it within an arm, as arms.<name>.{Shown.Line(factor.Name)}.");
        }
    }

    private static Scenario? With(Node root, string assignment, Place place, ProblemList found)
    {
        var copy = (SectionNode)root.Copy();
        copy.Put(new Entry("design", place, new TextNode(place, "", quoted: false)));
        return ScenarioBinder.Read(copy, "", Overriding.Apply(new ScenarioOverrides(Set: [assignment]), copy, found), found);
    }

    /// <summary>Everything that is in force in all arms.</summary>
    private static string InForce(Scenario scenario) => string.Join('\n', scenario.Arms.SelectMany(arm =>
        ParameterCatalogue.Of(arm.Setting).Select(parameter => $"{parameter.Path}={parameter.Text}").Append(Theories.NameOf(arm.Setting.Theory))));
}
