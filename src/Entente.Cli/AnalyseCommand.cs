using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using Entente.Studies.Results;
using Entente.Studies.Statistics;
using Entente.Studies.Sweeps;
using Spectre.Console;

namespace Entente.Cli;

/// <summary><c>entente analyse DIR</c>: says what a sweep shows of an outcome.</summary>
internal static partial class AnalyseCommand
{
    // What a table needs besides its cells: at both ends, and between two columns.
    private const int Edge = 4;
    private const int Gap = 3;

    // What no arm is called, for the outcome as it is.
    private static readonly string[] Nothing = ["none", "nothing", "no-arm"];

    public static Command Create()
    {
        var directory = new Argument<string>("dir") { Description = "The sweep: a folder that sweep or merge left." };
        var outcome = new Option<string?>("--outcome") { Description = "The outcome, a column of the table of runs (default: the scenario's first).", HelpName = "name" };
        var arm = new Option<string?>("--arm") { Description = "The arm (default: the last).", HelpName = "name" };
        var against = new Option<string?>("--against") { Description = "The arm to compare it with, or none to take it by itself (default: the first).", HelpName = "name" };
        var command = new ExplainedCommand("analyse", "Says what a sweep shows of an outcome.", "analyse results/my-sweep --outcome netValue") { directory, outcome, arm, against };
        command.SetAction(parsed => Failures.Told(() => Analyse(
            ResultFolder.Open(parsed.GetRequiredValue(directory)), parsed.GetValue(outcome), parsed.GetValue(arm), parsed.GetValue(against))));
        return command;
    }

    /// <summary>Analyses, shows, and writes beside the sweep.</summary>
    /// <param name="folder">The sweep.</param>
    /// <param name="outcome">The outcome; the scenario's first where null.</param>
    /// <param name="arm">The arm; the last where null.</param>
    /// <param name="against">The arm to compare it with, or none; the first where null.</param>
    public static int Analyse(ResultFolder folder, string? outcome, string? arm, string? against)
    {
        var manifest = folder.Manifest;
        string[] arms = [.. manifest.Arms.Select(of => of.Name)];
        outcome ??= manifest.Scenario.Outcomes[0];
        arm ??= arms[^1];
        var none = Nothing.First(word => !arms.Contains(word));
        against ??= arms[0] == arm ? none : arms[0];
        var unknown = Choice.Fault("--outcome", outcome, [.. Outcomes.All.Select(of => of.Column)], "a column of the table of runs") ?? Choice.Fault("--arm", arm, arms)
            ?? Choice.Fault("--against", against, [.. arms.Where(of => of != arm), none]);
        if (unknown is not null)
        {
            Console.Error.WriteLine($"{unknown} Nothing was written.");
            return ExitCode.BadInput;
        }

        var values = SweepValues.Read(folder, outcome, arm, against == none ? null : against);
        var analysis = SweepAnalysis.Of(values);
        Show(manifest, values, analysis);
        var left = SweepFolder.Write(folder, values, analysis);
        Console.Out.WriteLine($"{(analysis.Tables.Count == 0 ? "The text is" : "Tables and pictures are")} in {Path.GetRelativePath(Directory.GetCurrentDirectory(), left)}");
        return ExitCode.Done;
    }

    private static void Show(Manifest manifest, SweepValues values, SweepAnalysis analysis)
    {
        var console = Screen.Output();
        console.WriteLine(manifest.Scenario.Question, new Style(decoration: Decoration.Bold));
        console.WriteLine($"{manifest.Design!.Method}: {Several(values.Points.Count, "point")}, {Several(values.Replications, "replication")} each, seed {manifest.Seed}.");
        if (values.LeftOut > 0)
            console.Say($"Left out: {Several(values.LeftOut, "replication")} in which the outcome does not exist at some point.");
        console.WriteLine();
        console.Say($"{analysis.Finding}.", new Style(decoration: Decoration.Bold));
        foreach (var sentence in analysis.Sentences)
            console.Say(sentence);
        foreach (var table in analysis.Tables)
        {
            console.WriteLine();
            console.Say($"{table.Title}:");
            console.Write(Drawn(table, console.Profile.Width));
        }
    }

    private static Table Drawn(SweepTable table, int width)
    {
        var intervals = table.Headings.Select((_, i) => table.Lines.Any(line => double.IsFinite(line.Values[i].Low))).ToArray();
        var apart = intervals.Count(any => any) == 1;
        var formats = table.Headings.Select((heading, i) => heading == "p" ? Shown.P : Shown.Alike(table.Lines.Select(line => line.Values[i].Value))).ToArray();
        string[] headings = [.. table.Headings.SelectMany((heading, i) => apart && intervals[i] ? (string[])[heading, "95% interval"] : [heading])];
        string[][] cells =
        [
            .. table.Lines.Select(line => line.Values.SelectMany((value, i) =>
                !apart ? [$"{formats[i](value.Value)}{Beside(value, formats[i])}"]
                : !intervals[i] ? [formats[i](value.Value)]
                : (string[])[formats[i](value.Value), double.IsFinite(value.Low) ? $"{formats[i](value.Low)} to {formats[i](value.High)}" : "-"]).ToArray()),
        ];
        var drawn = new Table { Border = TableBorder.Simple };
        drawn.AddColumn(new TableColumn(""));
        foreach (var heading in headings)
            drawn.AddColumn(new TableColumn(new Text(heading)).RightAligned());
        var room = width - Edge - headings.Select((heading, i) => Gap + cells.Append(headings).Max(row => row[i].Length)).Sum();
        foreach (var (line, row) in table.Lines.Zip(cells))
            drawn.AddRow([new Text(Broken(line.Label, room)), .. row.Select(cell => new Text(cell))]);
        return drawn;
    }

    /// <summary>A label that is too long, in lines that end where its parts do.</summary>
    private static string Broken(string label, int room)
    {
        var line = 0;
        var text = new StringBuilder();
        foreach (var part in Words().Split(label).SelectMany(word => word.Length > room ? Parts().Split(word) : [word]))
        {
            if (line > 0 && line + part.TrimEnd().Length > room)
            {
                text.Append("\n  ");
                line = 2;
            }

            text.Append(part);
            line += part.Length;
        }

        return text.ToString();
    }

    [GeneratedRegex("(?<= )")]
    private static partial Regex Words();

    [GeneratedRegex("(?<=[.])")]
    private static partial Regex Parts();

    /// <summary>An interval beside its estimate: as half its width where it lies evenly about it, else by its ends.</summary>
    private static string Beside(Estimate estimate, Func<double, string> format)
    {
        var (below, above) = (estimate.Value - estimate.Low, estimate.High - estimate.Value);
        return !double.IsFinite(below) ? "" : Math.Abs(above - below) < 1e-9 * (above + below) ? $" ±{format(above)}" : $" ({format(estimate.Low)} to {format(estimate.High)})";
    }

    private static string Several(int count, string what) => $"{Shown.Count(count)} {what}{(count == 1 ? "" : "s")}";
}
