using System.Globalization;
using Entente.Laboratory;
using Entente.Mechanisms.Conduct;
using Entente.Scenarios.Binding;
using Entente.Scenarios.Yaml;

namespace Entente.Scenarios.Laboratory;

/// <summary>Reads laboratory experiments: all that is wrong with a file at once, each problem with its place.</summary>
public static class ExperimentReader
{
    private const int MostPartners = 12;
    private const int MostPeople = 10_000;
    private const int LongestInteraction = 10_000;
    private const double MostPoints = 1_000_000;

    private static readonly IReadOnlyList<ParameterField> LaboratoryFields = ParameterField.Of<LaboratoryOptions>();
    private static readonly IReadOnlyList<ParameterField> ConductFields = ParameterField.Of<ConductOptions>();

    /// <summary>The numbers that calibration may fit, by path, with their bounds: <c>conduct.precision</c>, <c>laboratory.growth</c>.</summary>
    public static IReadOnlyList<ParameterInForce> Parameters(LaboratoryPeople people)
    {
        ArgumentNullException.ThrowIfNull(people);
        return
        [
            .. LaboratoryFields.Select(field => InForce("laboratory", field, people.Laboratory)),
            .. ConductFields.Select(field => InForce("conduct", field, people.Conduct)),
        ];
    }

    /// <summary>Reads an experiment.</summary>
    /// <param name="path">The file.</param>
    /// <param name="set">Assignments <c>path=value</c> on top of it.</param>
    /// <param name="replications">Replications in place of the file's.</param>
    public static ExperimentReading Read(string path, IReadOnlyList<string>? set = null, int? replications = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return ScenarioFile.Read(path, out var text) is { } unreadable ? new ExperimentReading(null, [unreadable]) : Parse(text, path, set, replications);
    }

    /// <summary>Reads an experiment from its text; touches no file but one that it includes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">What problems are to call it; what it names is found from its folder.</param>
    /// <param name="set">Assignments <c>path=value</c> on top of it.</param>
    /// <param name="replications">Replications in place of the file's.</param>
    public static ExperimentReading Parse(string text, string path, IReadOnlyList<string>? set = null, int? replications = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(path);
        if (ScenarioFile.Unreadable(text, path) is { } spoilt)
            return new ExperimentReading(null, [spoilt]);
        var problems = new ProblemList();
        try
        {
            if (YamlTree.Read(text, mark => new Place(path, (int)mark.Line, (int)mark.Column), problems) is { } root)
            {
                Including.Apply(root, text, path, problems);
                Overriding.Apply(new ScenarioOverrides(replications, null, null, set), root, problems);
                var experiment = Read(root, path, problems);
                if (!problems.Any)
                    return new ExperimentReading(experiment, []);
            }
        }
        catch (TooManyProblemsException)
        {
            // Those found are reported.
        }

        return new ExperimentReading(null, problems.Sorted());
    }

    private static Experiment? Read(Node root, string path, ProblemList problems)
    {
        if (Section.Open(root, root.Place, "the experiment", problems) is not { } section)
            return null;
        section.Take("include");
        var name = Names.Short(section, problems);
        var question = section.Text("question", required: true);
        var seed = section.Whole("seed", uint.MinValue, uint.MaxValue);
        var replications = section.Whole("replications", 1, ScenarioBinder.MostReplications);
        var (contribute, withhold, alone) = Payoffs(section, problems);
        var exitCost = section.Number("exitCost", 0, MostPoints);
        var continuation = section.Number("continuation", 0, 0.999999);
        var sessions = Sessions(section, contribute.Length, problems);
        var observed = section.Text("observed", required: false);
        var people = People(section, problems);
        section.Close();
        return new Experiment
        {
            Question = question ?? "",
            Treatment = new Treatment
            {
                Name = name ?? "",
                Contribute = contribute,
                Withhold = withhold,
                Alone = alone,
                ExitCost = exitCost ?? 0,
                Continuation = continuation ?? 0,
                Sessions = sessions,
            },
            People = people,
            Seed = (uint)(seed ?? 0),
            Replications = (int)(replications ?? 0),
            Observed = observed is null ? null : Path.Combine(Path.GetDirectoryName(path) ?? "", observed),
        };
    }

    private static (double[] Contribute, double[] Withhold, double Alone) Payoffs(Section section, ProblemList problems)
    {
        const string expected = "a section with contribute, withhold and alone, such as { contribute: [-2.5, 2.5], withhold: [1, 3], alone: 1.5 }";
        if (section.Need("payoffs", expected) is not { } entry || Section.Open(entry.Value, entry.Place, "payoffs", problems) is not { } payoffs)
            return ([], [], 0);
        var contribute = Row(payoffs, "contribute", problems);
        var withhold = Row(payoffs, "withhold", problems);
        var alone = payoffs.Number("alone", -MostPoints, MostPoints);
        if (contribute.Length > 0 && withhold.Length > 0 && contribute.Length != withhold.Length)
        {
            problems.Add(entry.Place, string.Create(CultureInfo.InvariantCulture,
                $"payoffs has {contribute.Length} for contribute and {withhold.Length} for withhold; there must be as many: one for each number of others who contribute."));
        }

        payoffs.Close();
        return (contribute, withhold, alone ?? 0);
    }

    private static double[] Row(Section payoffs, string key, ProblemList problems)
    {
        var expected = $"points by how many of the others contribute, from none to all: 2 to {MostPartners} numbers";
        if (payoffs.Need(key, expected) is not { } entry)
            return [];
        if (entry.Value is ListNode { Items.Count: >= 2 and <= MostPartners } list)
            return Lists.Numbers(list.Items, key, -MostPoints, MostPoints, problems) ?? [];
        if (entry.Value is not FaultyNode)
            problems.Add(entry.Place, $"{key} {entry.Value.Description}; it must be {expected}.");
        return [];
    }

    private static List<Session> Sessions(Section section, int partners, ProblemList problems)
    {
        const string expected = "sessions, such as { people: 24, lengths: [5, 14, 5] }";
        var items = section.List("sessions", expected);
        if (items.Count == 0)
            section.Need("sessions", $"a list of {expected}");
        var sessions = new List<Session>();
        foreach (var (position, item) in items.Index())
        {
            if (Section.Open(item, item.Place, string.Create(CultureInfo.InvariantCulture, $"session {position + 1}"), problems) is not { } session)
                continue;
            var people = session.Whole("people", Math.Max(2, partners), MostPeople);
            var lengths = session.List("lengths", "periods")
                .Select((length, i) => Values.Whole(length, length.Place, $"lengths item {i + 1}", 1, LongestInteraction, problems) ?? 1).ToArray();
            if (lengths.Length == 0)
                problems.Add(session.Place, $"session {position + 1} has no lengths; it must have the periods of its interactions, such as [5, 14, 5].");
            session.Close();
            sessions.Add(new Session((int)(people ?? 0), [.. lengths.Select(length => (int)length)]));
        }

        return sessions;
    }

    private static LaboratoryPeople People(Section section, ProblemList problems)
    {
        var theory = TheoryBinder.Read(section, problems) ?? ConductTheory.Valuation;
        var (laboratory, conduct) = (new LaboratoryOptions(), new ConductOptions());
        if (section.Inner("parameters") is { } parameters)
        {
            Change(parameters, "laboratory", LaboratoryFields, laboratory);
            Change(parameters, "conduct", ConductFields, conduct);
            parameters.Close();
        }

        return new LaboratoryPeople { Theory = theory, Laboratory = laboratory, Conduct = conduct };
    }

    private static void Change(Section parameters, string key, IReadOnlyList<ParameterField> fields, object options)
    {
        if (parameters.Inner(key) is not { } section)
            return;
        Binding.Change.WriteAll(options, section.Changes(fields));
        section.Close();
    }

    private static ParameterInForce InForce(string room, ParameterField field, object options) => new(
        $"{room}.{field.Key}", field.Read(options), field.Parameter.Unit, field.Parameter.Source, field.Parameter.Min, field.Parameter.Max);
}
