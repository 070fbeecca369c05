using System.CommandLine;
using System.Globalization;
using Entente.Scenarios;
using Entente.Scenarios.Claims;
using Entente.Studies.Claims;

namespace Entente.Cli;

/// <summary><c>claims [PATH...]</c>: asks the model whether claims hold, and gives a verdict on each.</summary>
internal static class ClaimsCommand
{
    private const string Delivered = "scenarios/claims";

    public static Command Create()
    {
        var paths = new Argument<string[]>("path")
        {
            Description = $"Claim files; of a directory all that end in .yaml. {Delivered} unless set.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var replications = Numbers.Option("--replications", "Most replications of each arm, in place of each file's own.", 1, 1_000_000);
        var seed = Numbers.Option("--seed", "Master seed, in place of each file's own.", 0, uint.MaxValue);
        var threads = Numbers.Option("--threads", "Threads to play on; results do not depend on it.", 1, 1024);
        var asTheyStand = new Option<bool>("--as-they-stand") { Description = "Leave out ablations and rival theories." };
        var robust = new Option<bool>("--robust") { Description = "Ask again over a Latin hypercube of uncertain parameters." };
        var points = Numbers.Option("--points", "Points of the hypercube; 100 unless set.", 2, 100_000);
        var each = Numbers.Option("--point-replications", "Replications of each arm at each point; 4 unless set.", 1, 100_000);
        var spread = Spread();
        var output = new Option<string?>("--out") { Description = "Folder for the results, new or empty.", HelpName = "dir" };
        var markdown = new Option<string?>("--markdown") { Description = "A file to write the page to, too.", HelpName = "file" };
        var set = SetOption.Create();
        var command = new ExplainedCommand("claims", "Asks the model whether claims hold, and gives a verdict on each.", "claims scenarios/claims --robust --points 60")
        {
            paths, replications, seed, threads, asTheyStand, robust, points, each, spread, output, markdown, set,
        };
        command.SetAction(parsed =>
        {
            var onThreads = (int)(parsed.GetValue(threads) ?? Environment.ProcessorCount);
            return Run(
                parsed.GetValue(paths) is { Length: > 0 } named ? named : [Delivered],
                new ScenarioOverrides((int?)parsed.GetValue(replications), null, (uint?)parsed.GetValue(seed), parsed.GetValue(set)),
                new ExaminationOptions { Threads = onThreads, Variants = !parsed.GetValue(asTheyStand) },
                parsed.GetValue(robust),
                new RobustnessOptions
                {
                    Threads = onThreads,
                    Points = (int)(parsed.GetValue(points) ?? 100),
                    Replications = (int)(parsed.GetValue(each) ?? 4),
                    Spread = parsed.GetValue(spread) ?? 0.5,
                },
                parsed.GetValue(output),
                parsed.GetValue(markdown));
        });
        return command;
    }

    private static Option<double?> Spread() => new("--spread")
    {
        Description = "How far parameters range around their defaults; 0.5, from half to one and a half times, unless set.",
        HelpName = "share",
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is > 0 and <= 1)
                return value;
            result.AddError($"--spread is {text}; it must be a number above 0 and at most 1.");
            return null;
        },
    };

    private static int Run(
        string[] paths, ScenarioOverrides overrides, ExaminationOptions options, bool robust, RobustnessOptions robustOptions, string? output,
        string? markdown)
    {
        var readings = paths.SelectMany(ScenarioFiles.In).Select(file => ClaimReader.Read(file, Measures.Names, overrides)).ToArray();
        var problems = readings.SelectMany(reading => reading.Problems).ToArray();
        if (problems.Length > 0)
        {
            ProblemReport.Show(problems, "nothing was played and nothing written");
            return ExitCode.BadInput;
        }

        var claims = readings.Select(reading => reading.Claim!).ToArray();
        var clock = TimeProvider.System;
        var directory = output ?? Path.Combine("results", "claims", clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture));
        return Failures.Told(() =>
        {
            using var interrupt = new Interrupt();
            using var folder = ClaimFolder.Begin(directory);
            try
            {
                var findings = Progress.Show("claims", "replications", clock, progress => Examination.Run(claims, options, progress, interrupt.Token));
                var overParameters = robust
                    ? Progress.Show("robustness", "points", clock, progress => Robustness.Run(claims, robustOptions, progress, interrupt.Token))
                    : null;
                return Leave(folder, directory, markdown, new ClaimReport(findings, options, overParameters, robustOptions, ProgramVersion.Number));
            }
            catch (OperationCanceledException)
            {
                Console.Error.WriteLine("Interrupted: nothing was kept.");
                return ExitCode.Interrupted;
            }
        });
    }

    private static int Leave(ClaimFolder folder, string directory, string? markdown, ClaimReport report)
    {
        Verdicts.Show(report);
        folder.Publish(report);
        Screen.Left($"Results are in {directory}");
        if (markdown is null)
            return ExitCode.Done;
        if (OneFile.Write(markdown, ClaimPage.Write(report), overwrite: true) is { } problem)
        {
            Console.Error.WriteLine(problem);
            return ExitCode.NotWritable;
        }

        Screen.Left($"The page is in {markdown}");
        return ExitCode.Done;
    }
}
