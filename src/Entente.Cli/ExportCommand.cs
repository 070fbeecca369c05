using System.CommandLine;
using System.Globalization;
using Entente.Studies.Results;
using Entente.Studies.Survival;

namespace Entente.Cli;

/// <summary>
/// <c>entente export DIR --csv</c>: writes the tables of a result for programs that do not read Parquet; with <c>--survival</c> its signed alliances, ready
/// for survival analysis.
/// </summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var directory = new Argument<string>("dir") { Description = "The result: a folder that a run left." };
        var csv = new Option<bool>("--csv") { Description = "As comma-separated values, with a codebook of all columns." };
        var survival = new Option<bool>("--survival") { Description = "Its signed alliances as survival.csv, for the command survival and for R." };
        var output = new Option<string?>("--out") { Description = "Folder for the files, new or empty; DIR/csv unless set.", HelpName = "folder" };
        var table = new Option<string[]>("--table") { Description = "Only this table; may be repeated.", HelpName = "name" };
        var command = new ExplainedCommand("export", "Writes the tables of a result as CSV.", "export results/my-study --csv --table runs") { directory, csv, survival, output, table };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(csv) && !result.GetValue(survival))
                result.AddError("What to write is missing; it is --csv, --survival or both.");
            if (result.GetResult(table) is not null && !result.GetValue(csv))
                result.AddError("--table is given without --csv, which writes tables.");
        });
        command.SetAction(parsed => Export(
            parsed.GetRequiredValue(directory), parsed.GetValue(output), parsed.GetValue(csv), parsed.GetValue(table) ?? [], parsed.GetValue(survival)));
        return command;
    }

    private static int Export(string directory, string? output, bool csv, string[] tables, bool survival) => Failures.Told(() =>
    {
        var folder = ResultFolder.Open(directory);
        var known = folder.Manifest.Tables.Select(table => table.Name).ToArray();
        if (tables.Select(table => Choice.Fault("--table", table, known)).FirstOrDefault(said => said is not null) is { } unknown)
        {
            Console.Error.WriteLine($"{unknown} Nothing was written.");
            return ExitCode.BadInput;
        }

        using var interrupt = new Interrupt();
        var target = output ?? Path.Combine(directory, "csv");
        try
        {
            if (csv)
            {
                foreach (var (table, rows) in CsvExport.Write(folder, target, tables, interrupt.Token))
                    Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table}.csv has {rows:N0} rows"));
                Console.Out.WriteLine($"{CsvExport.Codebook} explains every column");
            }

            if (survival)
            {
                var alliances = SurvivalExport.Write(folder, target, interrupt.Token);
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{SurvivalExport.FileName} has {alliances:N0} signed alliances"));
            }

            Screen.Left($"The files are in {target}");
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Interrupted: nothing was written.");
            return ExitCode.Interrupted;
        }
    });
}
