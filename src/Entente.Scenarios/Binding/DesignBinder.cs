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
                return Levels(entry, list, method) is { } levels ? new Factor(entry.Key, role, null, levels) : null;
            case SectionNode:
                return Section.Open(entry.Value, entry.Place, entry.Key, problems) is { } section && Range(section, method) is { } range
                    ? new Factor(entry.Key, role, range, null)
                    : null;
            default:
                problems.Add(entry.Place, $"{Shown.Line(entry.Key)} {entry.Value.Description}; it must be a range such as {{ from: 0, to: 1 }} or a list of values.");
                return null;
        }
    }

    /// <summary>The levels of a list: numbers and switches from the lowest on, whatever the order they are listed in; names as listed.</summary>
    private List<FactorLevel>? Levels(Entry entry, ListNode list, string method)
    {
        var (path, values) = (Shown.Line(entry.Key), new List<(string Text, Place Place)>());
        foreach (var item in list.Items)
            if (Values.Text(item, item.Place, $"a value of {path}", problems, "a single value") is { } text)
                values.Add((text, item.Place));
        if (values.Count < list.Items.Count)
            return null;
        double?[] numbers = [.. values.Select(value => Values.AsNumber(value.Text))];
        if (numbers.Contains(null))
            numbers = values.TrueForAll(value => value.Text is "true" or "false") ? [.. values.Select(value => value.Text == "true" ? 1.0 : (double?)0)] : [.. values.Select(_ => (double?)null)];
        FactorLevel[] levels = [.. values.Select((value, i) => new FactorLevel(value.Text, numbers[i], [$"{entry.Key}={value.Text}"]))];
        FactorLevel[] different = [.. levels.DistinctBy(level => (level.Number, level.Number is null ? level.Name : "")).OrderBy(level => level.Number)];
        var again = Array.FindIndex(levels, level => !different.Contains(level));
        var same = again < 0 ? null : $"{Shown.Line(Array.Find(different, level => Same(level, levels[again]))!.Name)} and {Shown.Line(levels[again].Name)}, which are the same";
        if (different.Length < 2)
            problems.Add(entry.Place, different.Length == 0
                ? $"{path} has no values; a factor has two or more, such as [0, 1]."
                : $"{path} has {(same is null ? "one value" : same)}; a factor has two or more values. To set it at all points, leave it out of the design and add --set {path}={different[0].Name}.");
        else if (same is not null)
            problems.Add(values[again].Place, $"{path} has {same}. Did you mean {Listed(different)}?");
        else if (IsTwoLevel(method) && different.Length > 2)
            problems.Add(entry.Place, $"{path} has {different.Length} values; it must have two with method: {method}. Did you mean {(different[0].Number is null ? $"method: {DesignMethods.Grid}" : Listed([different[0], different[^1]]))}?");
        else
            return [.. different];
        return null;
    }

    private static bool Same(FactorLevel one, FactorLevel other) => one.Number is { } number ? number == other.Number : one.Name == other.Name;

    private static string Listed(IEnumerable<FactorLevel> levels) => $"[{string.Join(", ", levels.Select(level => Shown.Line(level.Name)))}]";

    private FactorRange? Range(Section section, string method)
    {
        var from = section.Number("from", -Farthest, Farthest);
        var to = section.Number("to", -Farthest, Farthest);
        var whole = section.Take("whole") is { } asked && Values.Switch(asked.Value, asked.Place, "whole", problems) == true;
        var log = section.Take("scale") is { } scale && IsLog(scale);
        var asks = method == DesignMethods.Grid && section.Has("steps");
        var steps = asks ? section.Whole("steps", 2, MostLevels) : UsualSteps;
        section.Close();
        if (from is null || to is null)
            return null;
        if (from >= to)
            problems.Add(section.Place, $"the range goes from {Shown.Number(from.Value)} to {Shown.Number(to.Value)}; it must go up.");
        else if (log && from <= 0)
            problems.Add(section.Place, $"the range goes from {Shown.Number(from.Value)}; with scale: log it must begin above 0.");
        else if (whole && !(double.IsInteger(from.Value) && double.IsInteger(to.Value) && !log))
            problems.Add(section.Place, "a range of whole numbers has whole ends and no scale.");
        else if (steps is not null)
        {
            var range = new FactorRange(from.Value, to.Value, log, whole, (int)steps);
            var different = Enumerable.Range(0, range.Steps).Select(step => range.Nearest(step / (range.Steps - 1.0))).Distinct().Count();
            if (!asks || different == range.Steps)
                return range with { Steps = different };
            problems.Add(section.Take("steps")!.Place, $"steps is {range.Steps}; between {Shown.Number(from.Value)} and {Shown.Number(to.Value)} there are only {different} {(whole ? "whole numbers" : "numbers")}. Did you mean steps: {different}?");
        }

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
            var seen = new List<(string Value, string InForce)>();
            foreach (var (value, assignments) in Tried(factor))
            {
                var found = new ProblemList();
                var scenario = With(root, assignments, place, found);
                if (found.Sorted() is [var problem, ..])
                {
                    problems.Add(place, $"{problem.Message}{Hint(factor, problem.Message)}");
                    seen.Clear();
                    break;
                }

                seen.Add((value, InForce(scenario!)));
            }

            if (seen.Count > 1 && seen.DistinctBy(of => of.InForce).Count() == 1)
                problems.Add(place, $"{Shown.Line(factor.Name)} changes nothing: every arm sets it for itself, or no arm uses it. Name it within an arm, as arms.<name>.{Shown.Line(factor.Name)}.");
            else if (factor.Levels is { } levels && seen.GroupBy(of => of.InForce).FirstOrDefault(same => same.Count() > 1)?.ToArray() is [var one, var other, ..])
                problems.Add(place, $"{Shown.Line(factor.Name)} has {Shown.Line(one.Value)} and {Shown.Line(other.Value)}, which set the same. Did you mean {Listed(levels.Where(level => level.Name != other.Value))}?");
        }

        if (factors.Count > 1 && !problems.Any)
            TryTogether(root);
    }

    /// <summary>A factor that changes nothing where all others are set is set again by one of them.</summary>
    private void TryTogether(Node root)
    {
        string? At(int changed)
        {
            var found = new ProblemList();
            var scenario = With(root, [.. factors.SelectMany((of, i) => i == changed ? Tried(of.Factor)[^1].Assignments : Tried(of.Factor)[0].Assignments)], factors[0].Place, found);
            return found.Any ? null : InForce(scenario!);
        }

        // Values that do not go together are told when they are simulated.
        if (At(-1) is not { } before)
            return;
        foreach (var (i, (factor, place)) in factors.Index())
            if (At(i) == before)
                problems.Add(place, $"{Shown.Line(factor.Name)} changes nothing: other factors set the same. Leave it out of the design, or leave out those.");
    }

    /// <summary>Values of a factor to try, the first and the last its ends.</summary>
    private static (string Value, IReadOnlyList<string> Assignments)[] Tried(Factor factor) => factor.Levels is { } levels
        ? [.. levels.Select(level => (level.Name, level.Assignments))]
        : [.. new[] { 0, 0.37, 1 }.Select(at => factor.Range!.At(at).ToString(CultureInfo.InvariantCulture)).Select(value => (value, (IReadOnlyList<string>)[$"{factor.Name}={value}"]))];

    private static string Hint(Factor factor, string message) =>
        factor.Range is { Whole: false } && message.Contains("whole number", StringComparison.Ordinal) ? " For whole numbers, add whole: true to the range."
        : factor.Range is not null && message.Contains("true or false", StringComparison.Ordinal) ? " For both, list them: [false, true]."
        : "";

    private static Scenario? With(Node root, IReadOnlyList<string> assignments, Place place, ProblemList found)
    {
        var copy = (SectionNode)root.Copy();
        copy.Put(new Entry("design", place, new TextNode(place, "", quoted: false)));
        return ScenarioBinder.Read(copy, "", Overriding.Apply(new ScenarioOverrides(Set: assignments), copy, found), found);
    }

    /// <summary>Everything that is in force in all arms.</summary>
    private static string InForce(Scenario scenario) => string.Join('\n', scenario.Arms.SelectMany(arm =>
        ParameterCatalogue.Of(arm.Setting).Select(parameter => $"{parameter.Path}={parameter.Text}").Append(Theories.NameOf(arm.Setting.Theory))));
}
