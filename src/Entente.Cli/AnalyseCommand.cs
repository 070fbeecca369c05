using System.CommandLine;
using System.Globalization;
using Entente.Studies.Results;
using Entente.Studies.Statistics;
using Entente.Studies.Sweeps;
using Spectre.Console;

namespace Entente.Cli;

/// <summary><c>entente analyse DIR</c>: says what a sweep shows of an outcome.</summary>
internal static class AnalyseCommand
{
    private const string None = "none";

    public static Command Create()
    {
        var directory = new Argument<string>("dir") { Description = "The sweep: a folder that sweep or merge left." };
        var outcome = new Option<string?>("--outcome") { Description = "The outcome, a column of the table of runs; the scenario's first unless set.", HelpName = "name" };
        var arm = new Option<string?>("--arm") { Description = "The arm; the last unless set.", HelpName = "name" };
        var against = new Option<string?>("--against") { Description = "The arm to compare it with, or none; the first unless set.", HelpName = "name" };
        var command = new ExplainedCommand("analyse", "Says what a sweep shows of an outcome.", "analyse results/my-sweep --outcome netValue") { directory, outcome, arm, against };
        command.SetAction(parsed => Failures.Told(() => Analyse(
            ResultFolder.Open(parsed.GetRequiredValue(directory)), parsed.GetValue(outcome), parsed.GetValue(arm), parsed.GetValue(against))));
        return command;
    }

    /// <summary>Analyses, shows, and writes beside the sweep.</summary>
    public static int Analyse(ResultFolder folder, string? outcome, string? arm, string? against)
    {
        var manifest = folder.Manifest;
        string[] arms = [.. manifest.Arms.Select(of => of.Name)];
        outcome ??= manifest.Scenario.Outcomes[0];
        arm ??= arms[^1];
        against ??= arms[0] == arm ? None : arms[0];
        var unknown = Choice.Fault("--outcome", outcome, [.. Outcomes.All.Select(of => of.Column)], "a column of the table of runs") ?? Choice.Fault("--arm", arm, arms)
            ?? Choice.Fault("--against", against, [.. arms.Where(of => of != arm), None]);
        if (unknown is not null)
        {
            Console.Error.WriteLine($"{unknown} Nothing was written.");
            return ExitCode.BadInput;
        }

        var values = SweepValues.Read(folder, outcome, arm, against == None ? null : against);
        var analysis = SweepAnalysis.Of(values);
        Show(manifest, values, analysis);
        var left = SweepFolder.Write(folder, values, analysis);
        Console.Out.WriteLine($"Tables and picture are in {Path.GetRelativePath(Directory.GetCurrentDirectory(), left)}");
        return ExitCode.Done;
    }

    private static void Show(Manifest manifest, SweepValues values, SweepAnalysis analysis)
    {
        var console = Screen.Output();
        console.WriteLine(manifest.Scenario.Question, new Style(decoration: Decoration.Bold));
        console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{manifest.Design!.Method}: {values.Points.Count:N0} points, {values.Values[0].Length:N0} replications at each, seed {manifest.Seed}."));
        if (values.LeftOut > 0)
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{values.LeftOut:N0} replications are left out: the outcome does not exist in them at some point."));
        console.WriteLine();
        console.Say($"{analysis.Finding}.", new Style(decoration: Decoration.Bold));
        foreach (var sentence in analysis.Sentences)
            console.Say(sentence);
        foreach (var table in analysis.Tables)
        {
            console.WriteLine();
            console.Say($"{table.Title}:");
            console.Write(Drawn(table));
        }
    }

    private static Table Drawn(SweepTable table)
    {
        var drawn = new Table { Border = TableBorder.Simple };
        drawn.AddColumn(new TableColumn(""));
        foreach (var heading in table.Headings)
            drawn.AddColumn(new TableColumn(new Text(heading)).RightAligned());
        if (table.Headings.Count == 1)
            drawn.AddColumn(new TableColumn(new Text("95% interval")).RightAligned());
        foreach (var line in table.Lines)
        {
            drawn.AddRow(
            [
                new Text(line.Label), .. line.Values.Select(value => new Text(table.Headings.Count == 1 || !double.IsFinite(value.Low) ? Shown.Of(value.Value) : $"{Shown.Of(value.Value)} ±{Shown.Of((value.High - value.Low) / 2)}")),
                .. table.Headings.Count == 1 ? [new Text(double.IsFinite(line.Values[0].Low) ? $"{Shown.Of(line.Values[0].Low)} to {Shown.Of(line.Values[0].High)}" : "-")] : Array.Empty<Text>(),
            ]);
        }

        return drawn;
    }
}
