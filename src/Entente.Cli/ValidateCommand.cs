using System.CommandLine;
using System.Globalization;
using Entente.Scenarios;
using Entente.Scenarios.Calibrations;
using Entente.Scenarios.Claims;
using Entente.Scenarios.Laboratory;
using Entente.Scenarios.Landscapes;
using Entente.Studies.Calibration;
using Entente.Studies.Claims;
using Entente.Studies.Running;

namespace Entente.Cli;

/// <summary><c>validate FILE...</c>: says what scenarios would play, or everything that is wrong with them.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("file")
        {
            Description = "The scenarios; of a directory all that end in .yaml.",
            Arity = ArgumentArity.OneOrMore,
        };
        var set = SetOption.Create();
        var command = new ExplainedCommand(
            "validate", "Checks scenarios without playing them, and says what they would play.", "validate scenarios/telco-disruption.yaml")
        {
            files, set,
        };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(files), new ScenarioOverrides(Set: parsed.GetValue(set))));
        return command;
    }

    private static int Run(string[] named, ScenarioOverrides overrides)
    {
        var exit = ExitCode.Done;
        foreach (var (position, file) in named.SelectMany(ScenarioFiles.In).Index())
        {
            if (position > 0)
                Console.Out.WriteLine();
            var kind = FileKinds.Read(file, out var text, out var unreadable);
            var problems = unreadable is not null ? [unreadable] : kind switch
            {
                FileKind.Claim => Claim(text, file, overrides),
                FileKind.Experiment => Experiment(text, file, overrides),
                FileKind.Calibration => Calibration(text, file),
                FileKind.Landscape => Landscape(text, file, overrides),
                FileKind.Parameters => Parameters(text, file),
                _ => Scenario(text, file, overrides),
            };
            if (problems.Count > 0)
            {
                ProblemReport.Show(problems, $"{file} cannot be played");
                exit = ExitCode.BadInput;
            }
        }

        return exit;
    }

    private static IReadOnlyList<Problem> Scenario(string text, string file, ScenarioOverrides overrides)
    {
        var reading = ScenarioReader.Parse(text, file, overrides);
        if (reading.Scenario is { } scenario)
            Show(file, scenario);
        return reading.Problems;
    }

    private static IReadOnlyList<Problem> Claim(string text, string file, ScenarioOverrides overrides)
    {
        var reading = ClaimReader.Parse(text, file, Measures.Names, overrides);
        if (reading.Claim is not { } claim)
            return reading.Problems;
        Console.Out.WriteLine($"{file} is sound.");
        Fact(claim.IsFact ? "fact" : "claim", claim.Number);
        Fact("name", claim.Name);
        Fact("question", claim.Question);
        if (claim.NotTestable is { } why)
            Fact("not testable", why);
        foreach (var proposition in claim.Propositions)
            Fact("proposition", $"{proposition.Says} ({ClaimWords.Threshold(proposition)})");
        foreach (var ablation in claim.FavouredBy)
            Fact("without", $"{ablation.Rule}: {string.Join(", ", ablation.Set)}");
        return [];
    }

    private static IReadOnlyList<Problem> Experiment(string text, string file, ScenarioOverrides overrides)
    {
        var reading = ExperimentReader.Parse(text, file, overrides.Set);
        if (reading.Experiment is { } experiment)
        {
            var treatment = experiment.Treatment;
            Sound(file, "experiment", treatment.Name, experiment.Question);
            Fact("plays", string.Create(CultureInfo.InvariantCulture,
                $"{treatment.Partners} partners, {treatment.Sessions.Sum(s => s.People / treatment.Partners * s.Lengths.Count)} alliances, {experiment.Replications:N0} times, seed {experiment.Seed}"));
            Fact("observed", experiment.Observed ?? "nothing: a prediction");
        }

        return reading.Problems;
    }

    private static IReadOnlyList<Problem> Calibration(string text, string file)
    {
        var reading = CalibrationReader.Parse(text, file, FieldObjective.Outcomes);
        if (reading.Plan is { } plan)
        {
            Sound(file, "calibration", plan.Name, plan.Question);
            Fact("fits", string.Join(", ", plan.Parameters.Select(parameter => parameter.Path)));
            Fact("to", plan.Scenario is null
                ? string.Join(", ", plan.Experiments.Select(experiment => experiment.Treatment.Name))
                : string.Join(", ", plan.Targets.Select(target => target.Outcome)));
            Fact("tries", string.Create(CultureInfo.InvariantCulture, $"{plan.Start + plan.Generations * plan.Points:N0} points, seed {plan.Seed}"));
        }

        return reading.Problems;
    }

    private static IReadOnlyList<Problem> Landscape(string text, string file, ScenarioOverrides overrides)
    {
        var reading = LandscapeReader.Parse(text, file, overrides.Set);
        if (reading.Scenario is { } landscape)
        {
            Sound(file, "landscape", landscape.Name, landscape.Question);
            Fact("firms", string.Join(", ", landscape.Firms.Select(firm => firm.Name)));
        }

        return reading.Problems;
    }

    private static IReadOnlyList<Problem> Parameters(string text, string file)
    {
        var problems = FileKinds.CheckParameters(text, file);
        if (problems.Count > 0)
            return problems;
        Console.Out.WriteLine($"{file} is sound.");
        Fact("parameters", "for other files to include");
        return [];
    }

    private static void Sound(string file, string kind, string name, string question)
    {
        Console.Out.WriteLine($"{file} is sound.");
        Fact(kind, name);
        Fact("question", question);
    }

    private static void Show(string file, Scenario scenario)
    {
        Console.Out.WriteLine($"{file} is sound.");
        Fact("name", scenario.Name);
        Fact("question", scenario.Question);
        if (scenario.Expectation is { } expectation)
            Fact("expectation", expectation);
        Fact("arms", string.Join(", ", scenario.Arms.Select((arm, i) => Called(arm, i == 0))));
        Fact("industry", Industry(scenario));
        Fact("plays", Plays(scenario));
        if (scenario.Design is { } design)
        {
            Fact("sweep", string.Create(CultureInfo.InvariantCulture,
                $"{design.Method}: {StudyPlan.Sweep(scenario).Points:N0} points over {string.Join(", ", design.Factors.Select(factor => factor.Name))}"));
        }

        var demand = StudyDemand.Of(StudyPlan.Of(scenario), Environment.ProcessorCount, StudyOptions.UsualBatch);
        Fact("tables", Tables(scenario, demand));
        Fact("memory", string.Create(CultureInfo.InvariantCulture, $"roughly {Bytes.Of(demand.Memory)} on {Environment.ProcessorCount} {(Environment.ProcessorCount == 1 ? "thread" : "threads")}"));
        if (scenario.Overrides.Count > 0)
            Fact("set", string.Join(", ", scenario.Overrides));
    }

    private static string Called(Arm arm, bool first)
    {
        string[] about = [.. first ? ["the reference"] : Array.Empty<string>(), .. arm.Preset == arm.Name ? [] : new[] { arm.Preset }];
        return about is [] ? arm.Name : $"{arm.Name} ({string.Join(", ", about)})";
    }

    private static string Industry(Scenario scenario)
    {
        var setting = scenario.Arms[0].Setting;
        var named = setting.Industry.Named.Select(firm => firm.Name).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{setting.Industry.Firms:N0} firms")
            + (named.Count > 0 ? $", among them {string.Join(", ", named)}" : "")
            + (setting.Decrees.Count > 0 ? $"; founded by decree: {string.Join(", ", setting.Decrees.Select(decree => decree.Name))}" : "");
    }

    private static string Plays(Scenario scenario)
    {
        var arms = scenario.Arms.Count;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{arms} {(arms == 1 ? "arm" : "arms")} x {scenario.Replications:N0} replications x {scenario.Arms[0].Setting.Months:N0} months, seed {scenario.Seed}");
    }

    private static string Tables(Scenario scenario, StudyDemand demand)
    {
        var setting = scenario.Arms[0].Setting;
        var runs = (long)scenario.Arms.Count * scenario.Replications;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{runs:N0} rows of runs, {runs * setting.Months:N0} of months, {runs * setting.Industry.Firms:N0} of firms, and what happens; roughly {Bytes.Of(demand.Disk)}");
    }

    private static void Fact(string name, string text)
    {
        const int indent = 15;
        var lines = Wrapping.Lines(text, 80 - indent).ToList();
        Console.Out.WriteLine($"  {name.PadRight(indent - 2)}{lines[0]}");
        foreach (var line in lines.Skip(1))
            Console.Out.WriteLine(new string(' ', indent) + line);
    }
}
