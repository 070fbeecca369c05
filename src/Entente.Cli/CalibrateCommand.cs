using System.CommandLine;
using System.Globalization;
using Entente.Laboratory;
using Entente.Scenarios.Calibrations;
using Entente.Scenarios.Laboratory;
using Entente.Studies.Calibration;
using Entente.Studies.Laboratory;
using Entente.Studies.Running;
using Entente.Studies.Statistics;
using Spectre.Console;

namespace Entente.Cli;

/// <summary><c>entente calibrate FILE</c>: fits named parameters to named targets.</summary>
internal static class CalibrateCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The calibration: what to fit to what." };
        var threads = Numbers.Option("--threads", "Threads to judge points on; results do not depend on it.", 1, 1024);
        var output = new Option<string?>("--out") { Description = "Folder for the results; one that holds an unfinished search is gone on with.", HelpName = "dir" };
        var leave = new Option<bool>("--leave-one-out") { Description = "Fit to all treatments but one, and predict that one, in turn." };
        var command = new ExplainedCommand("calibrate", "Fits parameters to what was observed.", "calibrate scenarios/calibration/laboratory.yaml")
        {
            file, threads, output, leave,
        };
        command.SetAction(parsed => Calibrate(
            parsed.GetRequiredValue(file), (int)(parsed.GetValue(threads) ?? Environment.ProcessorCount), parsed.GetValue(output),
            parsed.GetValue(leave), SuggestedCommand.Of([.. parsed.Tokens.Select(token => token.Value)])));
        return command;
    }

    private static int Calibrate(string file, int threads, string? output, bool leaveOneOut, string again) => Failures.Told(() =>
    {
        var reading = CalibrationReader.Read(file, FieldObjective.Outcomes);
        if (reading.Plan is not { } plan)
        {
            ProblemReport.Show(reading.Problems, "nothing was fitted and nothing written");
            return ExitCode.BadInput;
        }

        if (leaveOneOut && plan.Experiments.Count < 2)
        {
            Console.Error.WriteLine($"--leave-one-out needs two experiments or more; {file} has {plan.Experiments.Count}. Nothing was written.");
            return ExitCode.BadInput;
        }

        using var interrupt = new Interrupt();
        var directory = output ?? Path.Combine("results", "calibration", plan.Name);
        try
        {
            return leaveOneOut ? Predict(plan, threads, interrupt.Token) : Fit(plan, threads, directory, interrupt.Token);
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine(leaveOneOut ? "Interrupted: nothing was kept." : $"Interrupted: what was tried is kept. To go on: {again}");
            return ExitCode.Interrupted;
        }
    });

    private static int Fit(CalibrationPlan plan, int threads, string directory, CancellationToken cancel)
    {
        ICalibrationObjective objective = plan.Scenario is null
            ? new LaboratoryObjective(Observed(plan), Paths(plan), plan.Replications)
            : new FieldObjective(plan);
        var search = new Calibrator(plan, objective);
        if (objective is FieldObjective field && field.Missing(search.Start, threads, cancel) is { Count: > 0 } missing)
        {
            ProblemReport.Show(missing, "nothing was fitted and nothing written");
            return ExitCode.BadInput;
        }

        var ledger = CalibrationLedger.Open(directory, plan, ProgramVersion.Number);
        if (ledger.Known.Count > 0)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ledger.Known.Count:N0} points are there already."));
        var points = Progress.Show(plan.Name, "points", TimeProvider.System,
            progress => search.Run(ledger.Known, threads, progress, ledger.Save, cancel));
        var result = new CalibrationResult(plan, objective, points);
        if (result.Fit.FirstOrDefault(line => double.IsNaN(line.Simulated)) is { } nowhere)
        {
            Console.Error.WriteLine($"{nowhere.Target} exists in no replication of some arm at the best of all points, so that the fit says nothing of it: play more replications, or take another outcome. The points are in {directory}; nothing else was written.");
            return ExitCode.Failed;
        }

        CalibrationFolder.Write(directory, result, objective);
        Show(result);
        Screen.Left($"Parameters to include, tables, page and picture are in {directory}");
        return ExitCode.Done;
    }

    private static int Predict(CalibrationPlan plan, int threads, CancellationToken cancel)
    {
        var predictions = Progress.Show(plan.Name, "points", TimeProvider.System,
            progress => LeaveOneOut.Run(plan, Observed(plan), threads, progress, cancel));
        var console = Screen.Output();
        console.WriteLine(plan.Question, new Style(decoration: Decoration.Bold));
        var table = Plain("treatment left out", "fitted", "predicted", "shares");
        foreach (var p in predictions)
            table.AddRow(p.Treatment, Figure(p.Fitted), Figure(p.Predicted), Figure(p.Shares));
        table.AddRow("root mean square", Figure(Rms(predictions, p => p.Fitted)), Figure(Rms(predictions, p => p.Predicted)), Figure(Rms(predictions, p => p.Shares)));
        console.Write(table);
        console.WriteLine("Fitted: distance from the other treatments. Predicted: distance from the one left");
        console.WriteLine("out. Shares: root mean square error of its four summary shares.");
        return ExitCode.Done;
    }

    private static double Rms(IEnumerable<Prediction> predictions, Func<Prediction, double> of) =>
        Math.Sqrt(predictions.Average(p => of(p) * of(p)));

    private static (Experiment, LaboratoryCounts)[] Observed(CalibrationPlan plan) =>
        [.. plan.Experiments.Select(e => (e, ObservedCounts.Read(e.Observed!, e.Treatment.Name, e.Treatment.Partners)))];

    private static string[] Paths(CalibrationPlan plan) => [.. plan.Parameters.Select(parameter => parameter.Path)];

    private static void Show(CalibrationResult result)
    {
        var console = Screen.Output();
        console.WriteLine(result.Plan.Question, new Style(decoration: Decoration.Bold));
        console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{result.Points.Count:N0} points, best distance {result.Best.Distance:0.0000}; {result.Accepted.Count} fit about as well."));
        var parameters = Plain("parameter", "best", "fits about as well", "pinned");
        foreach (var p in result.Profiles)
        {
            parameters.AddRow(p.Parameter.Path, Significant.Of(p.Best),
                $"{Significant.Of(p.Low)} to {Significant.Of(p.High)}", p.Pinned ? "yes" : "no");
        }

        console.Write(parameters);
        var fit = Plain("of", "target", "simulated", "to be met");
        foreach (var line in result.Fit)
        {
            fit.AddRow(line.Of, line.Target, Figure(line.Simulated),
                line.Low == line.High ? Figure(line.Low) : $"{Significant.Of(line.Low)} to {Significant.Of(line.High)}");
        }

        console.Write(fit);
        if (result.Plan.Experiments.Count > 0)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Root mean square error of the summary shares: {LaboratoryObjective.SummaryError(result.Fit):0.000}"));
        }
    }

    private static Table Plain(params ReadOnlySpan<string> headings)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var (i, heading) in headings.ToArray().Index())
            table.AddColumn(i == 0 ? new TableColumn(heading) : new TableColumn(heading).RightAligned());
        return table;
    }

    private static string Figure(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
