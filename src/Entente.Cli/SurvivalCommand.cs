using System.CommandLine;
using System.Globalization;
using Entente.Scenarios;
using Entente.Studies.Results;
using Entente.Studies.Survival;

namespace Entente.Cli;

/// <summary><c>survival FILE.csv</c>: says how long the alliances of one's own table last, and lays simulated ones beside them.</summary>
internal static class SurvivalCommand
{
    private const int StandardReplications = 100;

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "A table of alliances, a line each: CSV, the names of its columns first." };
        var start = Column("--start", "Column of starts.");
        var end = Column("--end", "Column of ends; empty where an alliance goes on.");
        var until = new Option<string?>("--until") { Description = "Up to when alliances were watched; what has not ended by then is censored.", HelpName = "date" };
        var time = Column("--time", "Column of durations, in place of starts and ends.");
        var happened = Column("--event", "Column that says which ended (1, true, yes) and which were censored.");
        var cause = Column("--cause", "Column of causes of ends.");
        var by = Column("--by", "Column of groups to compare.");
        var unit = new Option<string>("--unit") { Description = "What durations are in; months unless set.", HelpName = "months|years|days" }.OneOf("months", "years", "days");
        var beside = new Option<string?>("--beside") { Description = "A scenario to play, or a result: its alliances beside those of the table.", HelpName = "path" };
        var replications = Numbers.Option("--replications", $"Replications of a scenario beside; {StandardReplications} unless set.", 1, 1_000_000);
        var threads = Numbers.Option("--threads", "Threads to play on; results do not depend on it.", 1, 1024);
        var output = new Option<string?>("--out") { Description = "Folder for tables and pictures, new or empty.", HelpName = "dir" };
        var command = new ExplainedCommand(
            "survival", "Says how long the alliances of your own table last.", "survival scenarios/panels/artificial.csv --until 2000-12-31")
        {
            file, start, end, until, time, happened, cause, by, unit, beside, replications, threads, output,
        };
        command.Validators.Add(result =>
        {
            var dates = new Option[] { start, end, until }.FirstOrDefault(option => result.GetResult(option) is not null);
            if (result.GetResult(time) is not null && dates is not null)
                result.AddError($"--time and {dates.Name} are both given; alliances have either durations or starts and ends.");
            if (result.GetResult(replications) is not null && result.GetResult(beside) is null)
                result.AddError("--replications is given without --beside, which says what to play.");
        });
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(file),
            new PanelRequest
            {
                Columns = new PanelColumns
                {
                    Start = parsed.GetValue(start),
                    End = parsed.GetValue(end),
                    Time = parsed.GetValue(time),
                    Event = parsed.GetValue(happened),
                    Cause = parsed.GetValue(cause),
                    Group = parsed.GetValue(by),
                },
                Until = parsed.GetValue(until),
                Unit = Enum.Parse<TimeUnit>(parsed.GetValue(unit) ?? "months", ignoreCase: true),
            },
            parsed.GetValue(beside),
            (int?)parsed.GetValue(replications),
            (int)(parsed.GetValue(threads) ?? Environment.ProcessorCount),
            parsed.GetValue(output)));
        return command;
    }

    private static Option<string?> Column(string name, string description) => new(name) { Description = description, HelpName = "column" };

    private static int Run(string file, PanelRequest request, string? beside, int? replications, int threads, string? output)
    {
        var reading = PanelReader.Read(file, request);
        var (scenario, problems) = Scenario(beside, replications);
        if (reading.Panel is not { } panel || problems.Count > 0)
        {
            ProblemReport.Show([.. reading.Problems, .. problems], output is null ? "nothing was worked out" : "nothing was worked out and nothing written");
            return ExitCode.BadInput;
        }

        return Failures.Told(() =>
        {
            using var interrupt = new Interrupt();
            using var folder = output is null ? null : SurvivalFolder.Begin(output);
            try
            {
                var result = beside is null || scenario is not null ? null : ResultFolder.Open(beside);
                var simulated = beside is null ? null
                    : result is not null ? SimulatedAlliances.Of(result)
                    : Progress.Show(scenario!.Name, "replications", TimeProvider.System, progress => SimulatedAlliances.Play(scenario!, beside, threads, progress, interrupt.Token));
                var study = new SurvivalStudy(panel, simulated);
                SurvivalReport.Show(study, beside, result?.Manifest.Design is not null);
                if (folder is not null)
                {
                    folder.Publish(study);
                    Console.Out.WriteLine($"Tables and pictures are in {output}");
                }

                return ExitCode.Done;
            }
            catch (OperationCanceledException)
            {
                Console.Error.WriteLine("Interrupted: nothing was written.");
                return ExitCode.Interrupted;
            }
        });
    }

    /// <summary>The scenario to play, or what keeps it from being played; neither where there is a result, or nothing beside.</summary>
    private static (Scenario? Scenario, IReadOnlyList<Problem> Problems) Scenario(string? beside, int? replications)
    {
        if (beside is null)
            return (null, []);
        if (!Directory.Exists(beside))
        {
            var reading = ScenarioReader.Read(beside, new ScenarioOverrides(replications ?? StandardReplications));
            return (reading.Scenario, reading.Problems);
        }

        return (null, replications is null ? [] : [new Problem("--replications", 0, 0, string.Create(
            CultureInfo.InvariantCulture, $"{replications} are asked, but {beside} is a result and has been played already."))]);
    }
}
