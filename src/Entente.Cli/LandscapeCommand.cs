using System.CommandLine;
using System.Globalization;
using Entente.Scenarios.Landscapes;
using Entente.Studies.Landscapes;

namespace Entente.Cli;

/// <summary><c>landscape FILE</c>: says which ways to part firms into two alliances are stable, and how near they come to what was seen.</summary>
internal static class LandscapeCommand
{
    private const int StandardDraws = 1000;

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The landscape: firms, sizes, classes of rivals." };
        var alpha = Numbers.Decimal("--alpha", "How much close rivals deter.", -1000, 1000);
        var beta = Numbers.Decimal("--beta", "How much distant rivals deter.", -1000, 1000);
        var set = new Option<string[]>("--set")
        {
            Description = "Sets anything in the file, such as firms.IBM.size=5; may be repeated.",
            HelpName = "path=value",
        };
        var vary = Numbers.Decimal("--vary", "Draws all sizes anew within so many per cent, and says what stays.", 0, 99);
        var draws = Numbers.Option("--draws", $"How many draws; {StandardDraws} unless set.", 1, 1_000_000);
        var output = new Option<string?>("--out") { Description = "Folder for tables and a picture, new or empty.", HelpName = "folder" };
        var command = new ExplainedCommand(
            "landscape", "Says which two-sided alliances of rivals are stable.", "landscape scenarios/landscape/unix-1988.yaml --out unix")
        {
            file, alpha, beta, set, vary, draws, output,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(draws) is not null && result.GetResult(vary) is null)
                result.AddError("--draws is given without --vary, which says by how much sizes are varied.");
        });
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(file),
            [.. parsed.GetValue(set) ?? [], .. Assignment("alpha", parsed.GetValue(alpha)), .. Assignment("beta", parsed.GetValue(beta))],
            parsed.GetValue(vary),
            (int)(parsed.GetValue(draws) ?? StandardDraws),
            parsed.GetValue(output)));
        return command;
    }

    private static string[] Assignment(string key, double? value) =>
        value is { } number ? [string.Create(CultureInfo.InvariantCulture, $"{key}={number:R}")] : [];

    private static int Run(string file, string[] set, double? vary, int draws, string? output)
    {
        var reading = LandscapeReader.Read(file, set);
        if (reading.Scenario is not { } scenario)
        {
            ProblemReport.Show(reading.Problems, output is null ? "nothing was worked out" : "nothing was worked out and nothing written");
            return ExitCode.BadInput;
        }

        return Failures.Told(() =>
        {
            var study = LandscapeStudy.Of(scenario);
            var variation = vary is { } percent ? Variation.Of(study, percent, draws) : null;
            LandscapeReport.Show(study, variation);
            if (output is null)
                return ExitCode.Done;
            LandscapeFolder.Write(study, variation, output, ProgramVersion.Number);
            Screen.Left($"Tables and a picture, landscape.png, are in {output}");
            return ExitCode.Done;
        });
    }
}
