using System.CommandLine;
using Entente.Studies.Reports;
using Entente.Studies.Results;

namespace Entente.Cli;

/// <summary><c>report DIR</c>: writes one page about a result, to be read in any browser, without a network.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var directory = new Argument<string>("dir") { Description = "The result: a folder that a run left." };
        var output = new Option<string?>("--out") { Description = "The page to write; DIR/report.html unless set.", HelpName = "file" };
        var command = new ExplainedCommand(
            "report", "Writes one page about a result, to read in a browser.", "report results/telco-disruption/20300102-030405")
        {
            directory, output,
        };
        command.SetAction(parsed => Write(parsed.GetRequiredValue(directory), parsed.GetValue(output)));
        return command;
    }

    private static int Write(string directory, string? output) => Failures.Told(() =>
    {
        var path = output ?? Path.Combine(directory, "report.html");
        var folder = ResultFolder.Open(directory);
        if (Report.InTheWay(path) is { } inTheWay)
        {
            Console.Error.WriteLine($"{inTheWay} Nothing was written.");
            return ExitCode.BadInput;
        }

        Report.Write(folder, path);
        Screen.Left($"The report is in {path}");
        return ExitCode.Done;
    });
}
