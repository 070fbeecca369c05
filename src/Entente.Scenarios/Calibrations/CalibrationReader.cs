using System.Globalization;
using Entente.Laboratory;
using Entente.Scenarios.Binding;
using Entente.Scenarios.Laboratory;
using Entente.Scenarios.Yaml;

namespace Entente.Scenarios.Calibrations;

/// <summary>Reads calibrations, with the experiments or the scenario they name: all problems at once, each with its place.</summary>
public static class CalibrationReader
{
    private const double Largest = 1e9;

    /// <summary>Reads a calibration.</summary>
    /// <param name="path">The file; what it names is found from its folder.</param>
    /// <param name="outcomes">What targets may be of.</param>
    public static CalibrationReading Read(string path, IReadOnlyCollection<string> outcomes)
    {
        ArgumentNullException.ThrowIfNull(path);
        return ScenarioFile.Read(path, out var text) is { } unreadable ? new CalibrationReading(null, [unreadable]) : Parse(text, path, outcomes);
    }

    /// <summary>Reads a calibration from its text, with the files it names.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">What problems are to call it; what it names is found from its folder.</param>
    /// <param name="outcomes">What targets may be of.</param>
    public static CalibrationReading Parse(string text, string path, IReadOnlyCollection<string> outcomes)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(outcomes);
        if (ScenarioFile.Unreadable(text, path) is { } spoilt)
            return new CalibrationReading(null, [spoilt]);
        var problems = new ProblemList();
        var elsewhere = new List<Problem>();
        CalibrationPlan? plan = null;
        try
        {
            if (YamlTree.Read(text, mark => new Place(path, (int)mark.Line, (int)mark.Column), problems) is { } root
                && Section.Open(root, root.Place, "the calibration", problems) is { } section)
                plan = Read(section, path, text, outcomes, problems, elsewhere);
        }
        catch (TooManyProblemsException)
        {
            // Those found are reported.
        }

        return problems.Any || elsewhere.Count > 0 || plan is null
            ? new CalibrationReading(null, [.. problems.Sorted(), .. elsewhere])
            : new CalibrationReading(plan, []);
    }

    private static CalibrationPlan Read(
        Section section, string path, string text, IReadOnlyCollection<string> outcomes, ProblemList problems, List<Problem> elsewhere)
    {
        var name = Names.Short(section, problems);
        var question = section.Text("question", required: true);
        var seed = section.Whole("seed", uint.MinValue, uint.MaxValue);
        var replications = section.Whole("replications", 1, 100_000);
        var start = section.Whole("start", 10, 1_000_000);
        var generations = section.Whole("generations", 0, 10_000);
        var points = section.Whole("points", 1, 100_000);
        var anchor = section.Take("anchor") is { } weight ? Values.Number(weight.Value, weight.Place, "anchor", 0, 1000, problems) : 0;
        var theory = TheoryBinder.Read(section, problems);

        var folder = Path.GetDirectoryName(path) ?? "";
        var texts = new List<string> { text };
        var experiments = new List<Experiment>();
        foreach (var file in Texts(section.List("experiments", "experiment files"), "experiments", folder, problems))
        {
            if (ScenarioFile.Read(file.Path, out var own) is { } unreadable)
            {
                elsewhere.Add(unreadable);
                continue;
            }

            var reading = ExperimentReader.Parse(own, file.Path, theory is { } other ? [$"theory={Theories.NameOf(other)}"] : null);
            elsewhere.AddRange(reading.Problems);
            if (reading.Experiment is not { } experiment)
                continue;
            if (experiment.Observed is null)
                problems.Add(file.Place, $"{file.Path} has no observations to fit to; it must say where they are, such as observed: observed.");
            experiments.Add(experiment);
            texts.Add(own);
        }

        Scenario? scenario = null;
        var scenarioFile = section.Text("scenario", required: false) is { } named ? Path.Combine(folder, named) : null;
        if (scenarioFile is not null)
        {
            var reading = ScenarioReader.Read(scenarioFile);
            elsewhere.AddRange(reading.Problems);
            scenario = reading.Scenario;
            texts.Add(scenario?.Text ?? "");
        }

        var targets = Targets(section.List("targets", "targets"), outcomes, problems);
        if (elsewhere.Count == 0 && (experiments.Count > 0) == (scenario is not null && targets.Count > 0))
            problems.Add(section.Place, "the calibration must have either experiments, or a scenario and targets.");

        IReadOnlyList<ParameterInForce> known = scenario is null
            ? ExperimentReader.Parameters(experiments.FirstOrDefault()?.People ?? new LaboratoryPeople())
            : ParameterCatalogue.Of(scenario.Arms[0].Setting);
        var parameters = Parameters(section.List("parameters", "parameters"), known, problems);
        if (parameters.Count == 0 && !problems.Any)
            problems.Add(section.Place, "the calibration has no parameters; it must be a list such as - { path: conduct.precision, from: 5, to: 100 }.");
        section.Close();
        return new CalibrationPlan
        {
            File = path,
            Name = name ?? "",
            Question = question ?? "",
            Seed = (uint)(seed ?? 0),
            Replications = (int)(replications ?? 0),
            Start = (int)(start ?? 0),
            Generations = (int)(generations ?? 0),
            Points = (int)(points ?? 0),
            Anchor = anchor ?? 0,
            Parameters = parameters,
            Experiments = experiments,
            Scenario = scenario,
            ScenarioFile = scenarioFile,
            Targets = targets,
            Text = string.Join("\n", texts),
        };
    }

    private static IEnumerable<(string Path, Place Place)> Texts(IReadOnlyList<Node> items, string name, string folder, ProblemList problems)
    {
        foreach (var (position, item) in items.Index())
            if (Values.Text(item, item.Place, string.Create(CultureInfo.InvariantCulture, $"{name} item {position + 1}"), problems) is { } file)
                yield return (Path.Combine(folder, file), item.Place);
    }

    private static List<FittedParameter> Parameters(IReadOnlyList<Node> items, IReadOnlyList<ParameterInForce> known, ProblemList problems)
    {
        var parameters = new List<FittedParameter>();
        foreach (var (position, item) in items.Index())
        {
            if (Section.Open(item, item.Place, string.Create(CultureInfo.InvariantCulture, $"parameter {position + 1}"), problems) is not { } section)
                continue;
            var path = section.Text("path", required: true);
            var parameter = known.FirstOrDefault(p => p.Path == path);
            if (path is not null && parameter?.Value is not (double or int))
            {
                problems.Add(section.Place, Values.Ask(
                    $"path is {Shown.Line(path)}; it must be that of a number", Suggestions.Nearest(path, known.Select(p => p.Path))));
            }

            var (least, most) = parameter is null ? (-Largest, Largest) : (parameter.Min, parameter.Max);
            var from = section.Number("from", least, most);
            var to = section.Number("to", least, most);
            var given = section.Take("start") is { } first ? Values.Number(first.Value, first.Place, "start", least, most, problems) : null;
            var logarithmic = section.Take("logarithmic") is { } log && Values.Switch(log.Value, log.Place, "logarithmic", problems) == true;
            if (from >= to)
                problems.Add(section.Place, string.Create(CultureInfo.InvariantCulture, $"from is {from} and to is {to}; from must be the smaller."));
            if (logarithmic && from <= 0)
                problems.Add(section.Place, "from must be above 0 where a parameter is sought by ratios.");
            section.Close();
            if (path is not null && from is not null && to is not null && parameter?.Value is { } value)
            {
                var start = Math.Clamp(
                    given ?? Convert.ToDouble(value, CultureInfo.InvariantCulture), from.Value, Math.Max(from.Value, to.Value));
                parameters.Add(new FittedParameter(path, from.Value, to.Value, start, logarithmic));
            }
        }

        return parameters;
    }

    private static List<FieldTarget> Targets(IReadOnlyList<Node> items, IReadOnlyCollection<string> outcomes, ProblemList problems)
    {
        var targets = new List<FieldTarget>();
        foreach (var (position, item) in items.Index())
        {
            if (Section.Open(item, item.Place, string.Create(CultureInfo.InvariantCulture, $"target {position + 1}"), problems) is not { } section)
                continue;
            var outcome = section.Text("outcome", required: true);
            if (outcome is not null && !outcomes.Contains(outcome))
                problems.Add(section.Place, Values.Ask($"outcome is {Shown.Line(outcome)}; there is none of that name", Suggestions.Nearest(outcome, outcomes)));
            var from = section.Number("from", -Largest, Largest);
            var to = section.Number("to", -Largest, Largest);
            var tolerance = section.Number("tolerance", 1e-9, Largest);
            var source = section.Text("source", required: true);
            section.Close();
            if (from > to)
                problems.Add(section.Place, string.Create(CultureInfo.InvariantCulture, $"from is {from} and to is {to}; from must not be the larger."));
            targets.Add(new FieldTarget(outcome ?? "", from ?? 0, to ?? 0, tolerance ?? 1, source ?? "", section.Place.Line, section.Place.Column));
        }

        return targets;
    }
}
