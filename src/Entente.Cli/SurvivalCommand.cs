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
        var file = new Argument<string>("file") { Description = "A table of alliances, a row each: CSV, the names of its columns first; - for standard input." };
        var columns = PanelRole.All.ToDictionary(role => role, role => new Option<string?>(role.Option) { Description = role.Description, HelpName = "column" });
        var covariates = new Option<string[]>(PanelRole.CovariateOption) { Description = "Column that the hazard of ending may depend on; may be repeated.", HelpName = "column" };
        var references = new Option<string[]>("--reference") { Description = "Level of a covariate that its others are compared with; may be repeated.", HelpName = "column=level" };
        var until = new Option<string?>("--until") { Description = "Up to when alliances were watched; what has not ended by then is censored.", HelpName = "date" };
        var unit = new Option<string>("--unit") { Description = "What durations are in; months unless set.", HelpName = "months|years|days" }.OneOf("months", "years", "days");
        var dates = new Option<string>("--dates") { Description = "How dates are written, where that cannot be told: dmy, mdy, excel, ...", HelpName = "form" }.OneOf([.. PanelReader.DateForms]);
        var ended = new Option<string[]>("--ended") { Description = "What the column of events has where an alliance ended; may be repeated.", HelpName = "value" };
        var missing = new Option<string[]>("--missing") { Description = "A value that stands for what is not known; may be repeated. none: no value does.", HelpName = "value" };
        var separator = new Option<string?>("--separator") { Description = "What separates fields: comma, semicolon, tab, pipe, space or a character.", HelpName = "name" };
        var encoding = new Option<string?>("--encoding") { Description = "What the file is encoded in, such as windows-1252; UTF-8 unless set.", HelpName = "name" };
        var beside = new Option<string?>("--beside") { Description = "A scenario to play, or a result: its alliances beside those of the table.", HelpName = "path" };
        var replications = Numbers.Option("--replications", $"Replications of a scenario beside; {StandardReplications} unless set.", 1, 1_000_000);
        var threads = Numbers.Option("--threads", "Threads to play on; results do not depend on it.", 1, 1024);
        var output = new Option<string?>("--out") { Description = "Folder for tables and pictures, new or empty.", HelpName = "dir" };
        var command = new ExplainedCommand(
            "survival", "Says how long the alliances of your own table last.", "survival scenarios/panels/artificial.csv --until 2000-12-31")
        {
            file,
        };
        foreach (var option in columns.Values.Concat<Option>([covariates, references, until, unit, dates, ended, missing, separator, encoding, beside, replications, threads, output]))
            command.Add(option);
        command.Validators.Add(result =>
        {
            bool Named(PanelRole role) => result.GetValue(columns[role]) is { } name && name != PanelRequest.None;
            var moments = new[] { PanelRole.Start, PanelRole.End }.Where(Named).Select(role => role.Option)
                .Concat(result.GetResult(until) is null ? [] : [until.Name]).FirstOrDefault();
            if (Named(PanelRole.Time) && moments is not null)
                result.AddError($"{PanelRole.Time.Option} and {moments} are both given; alliances have either durations or starts and ends.");
            var levels = result.GetValue(references) ?? [];
            if (levels.FirstOrDefault(level => level.IndexOf('=', StringComparison.Ordinal) < 1) is { } unclear)
                result.AddError($"--reference is {unclear}; it must be a covariate and one of its levels, such as --reference sector=banking.");
            else if (levels.Select(Level).GroupBy(level => level.Covariate, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
                result.AddError($"--reference is given twice for {twice.Key}.");
            if (result.GetResult(replications) is not null && result.GetResult(beside) is null)
                result.AddError("--replications is given without --beside, which says what to play.");
        });
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(file),
            new PanelRequest
            {
                Columns = columns.Where(column => parsed.GetValue(column.Value) is not null).ToDictionary(column => column.Key, column => parsed.GetValue(column.Value)!),
                Covariates = parsed.GetValue(covariates) ?? [],
                References = (parsed.GetValue(references) ?? []).Select(Level).ToDictionary(level => level.Covariate, level => level.Level),
                Until = parsed.GetValue(until),
                Unit = parsed.GetValue(unit) is { } named ? Enum.Parse<TimeUnit>(named, ignoreCase: true) : null,
                Dates = parsed.GetValue(dates),
                EndedValues = parsed.GetValue(ended) ?? [],
                MissingValues = parsed.GetValue(missing) ?? [],
                Separator = parsed.GetValue(separator),
                Encoding = parsed.GetValue(encoding),
            },
            parsed.GetValue(beside),
            (int?)parsed.GetValue(replications),
            (int)(parsed.GetValue(threads) ?? Environment.ProcessorCount),
            parsed.GetValue(output)));
        return command;
    }

    private static (string Covariate, string Level) Level(string text) => (text[..text.IndexOf('=', StringComparison.Ordinal)], text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..]);

    private static int Run(string file, PanelRequest request, string? beside, int? replications, int threads, string? output)
    {
        var reading = PanelReader.Read(file, request);
        var regression = reading.Panel is { Covariates.Count: > 0 } covered ? HazardRegression.Of(covered) : null;
        var (scenario, problems) = Scenario(beside, replications);
        problems = [.. reading.Problems, .. regression is null ? [] : HazardWords.Problems(reading.Panel!.File, regression), .. problems];
        if (reading.Panel is not { } panel || problems.Count > 0)
        {
            ProblemReport.Show(problems, output is null ? "nothing was worked out" : "nothing was worked out and nothing written");
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
                    : result is not null ? SimulatedAlliances.Of(result, panel)
                    : Progress.Show(scenario!.Name, "replications", TimeProvider.System, progress => SimulatedAlliances.Play(scenario!, beside, panel, threads, progress, interrupt.Token));
                var study = new SurvivalStudy(panel, simulated, regression);
                SurvivalReport.Show(study, beside, result?.Manifest.Design is not null);
                if (folder is not null)
                {
                    folder.Publish(study);
                    Screen.Left($"Tables and pictures are in {output}");
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
