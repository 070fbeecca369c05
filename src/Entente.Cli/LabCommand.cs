using System.CommandLine;
using System.Globalization;
using Entente.Scenarios.Laboratory;
using Entente.Studies.Laboratory;
using Spectre.Console;

namespace Entente.Cli;

/// <summary><c>entente lab FILE</c>: plays a laboratory alliance and lays it beside what people did.</summary>
internal static class LabCommand
{
    private const int PeriodsShown = 10;

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The experiment." };
        var replications = Numbers.Option("--replications", "Times to play the whole experiment.", 1, 1_000_000);
        var set = SetOption.Create();
        var output = new Option<string?>("--out") { Description = "Folder for the table as CSV and the pictures, new or empty.", HelpName = "dir" };
        var command = new ExplainedCommand("lab", "Plays a laboratory alliance, and shows it beside what people did.", "lab scenarios/lab/pd3.yaml")
        {
            file, replications, set, output,
        };
        command.SetAction(parsed => Play(
            parsed.GetRequiredValue(file), (int?)parsed.GetValue(replications), parsed.GetValue(set) ?? [], parsed.GetValue(output)));
        return command;
    }

    private static int Play(string file, int? replications, string[] set, string? output) => Failures.Told(() =>
    {
        var reading = ExperimentReader.Read(file, set, replications);
        if (reading.Experiment is not { } experiment)
        {
            ProblemReport.Show(reading.Problems, "nothing was played and nothing written");
            return ExitCode.BadInput;
        }

        var observed = experiment.Observed is null ? null
            : ObservedCounts.Read(experiment.Observed, experiment.Treatment.Name, experiment.Treatment.Partners);
        using var interrupt = new Interrupt();
        try
        {
            var played = LaboratoryStudy.Play(experiment, Environment.ProcessorCount, interrupt.Token);
            var comparisons = LaboratoryStudy.Compare(played, observed);
            Show(experiment, comparisons, observed is not null);
            if (output is not null)
            {
                LaboratoryFolder.Write(output, experiment, comparisons);
                Screen.Left($"The table and the pictures are in {output}");
            }

            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Interrupted: nothing was written.");
            return ExitCode.Interrupted;
        }
    });

    private static void Show(Experiment experiment, IReadOnlyList<LaboratoryComparison> comparisons, bool observed)
    {
        var console = Screen.Output();
        console.WriteLine(experiment.Question, new Style(decoration: Decoration.Bold));
        console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"The experiment {experiment.Treatment.Name}, played {experiment.Replications:N0} times, seed {experiment.Seed}."));
        foreach (var (title, group) in new[]
        {
            ("In all", LaboratoryMeasures.Summary),
            ($"By period, the first {PeriodsShown}", LaboratoryMeasures.ByPeriod),
            ("After what happened last period", LaboratoryMeasures.Responses),
        })
        {
            var rows = comparisons.Where(c => c.Measure.Group == group && (!double.IsNaN(c.Simulated) || c.Count > 0)).ToArray();
            if (group == LaboratoryMeasures.ByPeriod)
                rows = [.. rows.GroupBy(row => row.Measure.Name.Split(',')[0]).SelectMany(choice => choice.Take(PeriodsShown))];
            console.Write(Table(title, rows, observed));
        }

        console.WriteLine(observed
            ? "Simulated: mean, and what 95% of experiments of this size show. Observed: share,"
            : "Simulated: mean, and what 95% of experiments of this size show. Nobody's choices");
        console.WriteLine(observed
            ? "and Wilson's 95% interval, which takes choices for independent."
            : "were observed in this treatment: these are predictions.");
        if (observed)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Root mean square error of the four summary shares: {Error(LaboratoryStudy.SummaryError(comparisons))}"));
        }
    }

    private static Table Table(string title, IEnumerable<LaboratoryComparison> rows, bool observed)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn(new Text(title)));
        foreach (var heading in observed ? new[] { "simulated", "95%", "observed", "95%" } : ["simulated", "95%"])
            table.AddColumn(new TableColumn(new Text(heading)).RightAligned());
        foreach (var row in rows)
        {
            List<Text> cells = [new(Short(row.Measure.Name)), new(Figure(row.Simulated)), new(Interval(row.Low, row.High))];
            if (observed)
                cells.AddRange([new(Figure(row.Observed)), new(Interval(row.ObservedLow, row.ObservedHigh))]);
            table.AddRow(cells);
        }

        return table;
    }

    // A response's full name is for the file; a terminal has 80 columns.
    private static string Short(string name) => name
        .Replace(" partners contributed", "", StringComparison.Ordinal)
        .Replace(" after contribute,", ": own C,", StringComparison.Ordinal)
        .Replace(" after withhold,", ": own W,", StringComparison.Ordinal)
        .Replace("alliances that always contributed", "alliances always contributing", StringComparison.Ordinal);

    private static string Error(double error) => double.IsNaN(error) ? "-, for one of them was not observed" : error.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Figure(double share) => double.IsNaN(share) ? "-" : share.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Interval(double low, double high) => double.IsNaN(low) ? "-" : $"{Figure(low)}-{Figure(high)}";
}
