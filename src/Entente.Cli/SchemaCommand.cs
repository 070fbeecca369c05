using System.CommandLine;
using Entente.Scenarios.Schema;

namespace Entente.Cli;

/// <summary><c>schema</c>: prints the JSON Schema of scenario files, by which editors complete and check them.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var output = new Option<string?>("--out") { Description = "File to write it to, instead of printing it.", HelpName = "file" };
        var command = new Command("schema", "Prints the JSON Schema of scenario files, for editors.") { output };
        command.SetAction(parsed => Run(parsed.GetValue(output)));
        return command;
    }

    private static int Run(string? output)
    {
        using var comments = typeof(SchemaCommand).Assembly.GetManifestResourceStream("Entente.xml")!;
        var schema = ScenarioSchema.Write(comments);
        Console.Out.Write(schema);
        return ExitCode.Done;
    }
}
