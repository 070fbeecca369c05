using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Entente.Scenarios;
using Entente.Studies.Claims;
using Entente.Studies.Comparisons;

namespace Entente.Cli;

/// <summary><c>entente compare FILE</c>: adds paired replications until differences between arms are known.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The scenario." };
        var outcome = new Option<string?>("--outcome") { Description = "The outcome: a column of the table of runs, or a measure; income unless set.", HelpName = "name" };
        var within = new Option<Precision?>("--within")
        {
            Description = "How well to know differences: 0.5% of the reference arm's mean, or an amount such as 400; 0.5% unless set.",
            HelpName = "x",
            CustomParser = Within,
        };
        var reference = new Option<string?>("--reference") { Description = "The arm to compare with; the first unless set.", HelpName = "arm" };
        var arms = new Option<string[]>("--arm") { Description = "An arm to compare; may be repeated; all others unless set.", HelpName = "arm" };
        var budget = Numbers.Option("--budget", "The most replications; 2,000 unless set.", 2, 10_000_000);
        var confidence = Numbers.Decimal("--confidence", "Probability that all that is said holds; 0.95 unless set.", 0.5, 0.999999);
        var plan = new Option<bool>("--plan") { Description = "Only play a pilot, and say how many replications answer which difference." };
        var pilot = Numbers.Option("--pilot", "Replications of the pilot; 50 unless set.", 10, 100_000);
        var months = Numbers.Option("--months", "Months to play.", 1, 4000);
        var seed = Numbers.Option("--seed", "Master seed.", 0, uint.MaxValue);
        var threads = Numbers.Option("--threads", "Threads to play on; results do not depend on it.", 1, 1024);
        var output = new Option<string?>("--out") { Description = "File for the values of all arms, replication by replication, as CSV.", HelpName = "file" };
        var set = SetOption.Create();
        var command = new ExplainedCommand("compare", "Adds paired replications until differences between arms are known.",
            "compare scenarios/telco-disruption.yaml --outcome income --within 0.5%")
        {
            file, outcome, within, reference, arms, budget, confidence, plan, pilot, months, seed, threads, output, set,
        };
        command.SetAction(parsed => Failures.Told(() =>
        {
            var path = parsed.GetRequiredValue(file);
            var reading = ScenarioReader.Read(path, new ScenarioOverrides(null, (int?)parsed.GetValue(months), (uint?)parsed.GetValue(seed), parsed.GetValue(set)));
            if (reading.Scenario is not { } scenario)
            {
                ProblemReport.Show(reading.Problems, "nothing was played");
                return ExitCode.BadInput;
            }

            string[] names = [.. scenario.Arms.Select(arm => arm.Name)];
            var to = parsed.GetValue(reference) ?? names[0];
            string[] others = parsed.GetValue(arms) is { Length: > 0 } asked ? [.. asked.Distinct()] : [.. names.Where(name => name != to)];
            var of = parsed.GetValue(outcome) ?? "income";
            var fault = Choice.Fault("--outcome", of, OutcomeValues.Names, "a column of the table of runs or a measure")
                ?? Choice.Fault("--reference", to, names) ?? others.Select(arm => Choice.Fault("--arm", arm, [.. names.Where(name => name != to)])).FirstOrDefault(said => said is not null)
                ?? (others.Length == 0 ? "There is one arm, and so nothing to compare." : null)
                ?? (parsed.GetValue(output) is { } there && (File.Exists(there) || Directory.Exists(there)) ? $"{there} is there already; choose another name for --out." : null);
            if (fault is not null)
            {
                Console.Error.WriteLine($"{fault} Nothing was played.");
                return ExitCode.BadInput;
            }

            var options = new PairedStudyOptions
            {
                Outcome = of,
                Reference = Array.IndexOf(names, to),
                Others = [.. others.Select(arm => Array.IndexOf(names, arm))],
                Within = parsed.GetValue(within) ?? new Precision(0.005, Relative: true),
                Confidence = parsed.GetValue(confidence) ?? 0.95,
                Budget = (int)(parsed.GetValue(budget) ?? 2000),
                Threads = (int)(parsed.GetValue(threads) ?? Environment.ProcessorCount),
            };
            return parsed.GetValue(plan)
                ? Plan(scenario, path, options with { Budget = (int)(parsed.GetValue(pilot) ?? 50) })
                : Compare(scenario, path, options, parsed.GetValue(output));
        }));
        return command;
    }

    private static int Compare(Scenario scenario, string file, PairedStudyOptions options, string? output)
    {
        using var interrupt = new Interrupt();
        var result = Progress.Show(scenario.Name, "replications at most", TimeProvider.System,
            progress => PairedStudy.Run(scenario, file, options, progress, interrupt.Token));
        if (result.Replications < 2)
        {
            Console.Error.WriteLine("Interrupted: nothing is known yet.");
            return ExitCode.Interrupted;
        }

        ComparisonReport.Show(Screen.Output(), scenario, options, result);
        if (output is not null)
        {
            PairedValues.Write(output, scenario, options, result);
            Screen.Left($"All values are in {output}");
        }

        if (!result.Interrupted)
            return ExitCode.Done;
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Interrupted after {result.Replications:N0} replications: this is what is known so far."));
        return ExitCode.Interrupted;
    }

    private static int Plan(Scenario scenario, string file, PairedStudyOptions options)
    {
        using var interrupt = new Interrupt();
        var clock = TimeProvider.System;
        var started = clock.GetTimestamp();

        // No precision is ever reached: the pilot is played to its end.
        var result = Progress.Show(scenario.Name, "replications", clock,
            progress => PairedStudy.Run(scenario, file, options with { Within = new Precision(double.Epsilon, Relative: false) }, progress, interrupt.Token));
        if (result.Interrupted)
        {
            Console.Error.WriteLine("Interrupted: nothing was planned.");
            return ExitCode.Interrupted;
        }

        ComparisonReport.ShowPlan(Screen.Output(), scenario, options, result, result.Replications / clock.GetElapsedTime(started).TotalSeconds);
        return ExitCode.Done;
    }

    private static Precision? Within(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        var relative = text.EndsWith('%');
        if (double.TryParse(relative ? text[..^1] : text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value > 0)
            return new Precision(relative ? value / 100 : value, relative);
        result.AddError($"--within is {text}; it must be a share such as 0.5% or an amount such as 400, above 0.");
        return null;
    }
}
