using System.CommandLine;
using Entente.Scenarios.Schema;

namespace Entente.Cli;

/// <summary><c>schema</c>: prints the JSON Schema of scenario files, by which editors complete and check them.</summary>
internal static class SchemaCommand
{
    private const int Head = 400;

    public static Command Create()
    {
        var output = new Option<string?>("--out") { Description = "File to write it to, instead of printing it.", HelpName = "file" };
        var command = new ExplainedCommand(
            "schema", "Prints the JSON Schema of scenario files, by which editors complete and check them.", "schema --out schema.json")
        {
            output,
        };
        command.SetAction(parsed => Run(parsed.GetValue(output)));
        return command;
    }

    public static string Schema()
    {
        using var comments = Resource.Open("Entente.xml");
        return ScenarioSchema.Write(comments);
    }

    /// <summary>Whether a file is a schema of scenarios, perhaps of another version.</summary>
    public static bool IsIn(string path)
    {
        using var reader = new StreamReader(path);
        var head = new char[Head];
        return new string(head, 0, reader.ReadBlock(head)).Contains($"\"title\": \"{ScenarioSchema.Title}\"", StringComparison.Ordinal);
    }

    private static int Run(string? output)
    {
        if (output is null)
        {
            Console.Out.Write(Schema());
            return ExitCode.Done;
        }

        if (Directory.Exists(output))
        {
            Console.Error.WriteLine($"{output} is a directory; name a file in it, such as {Path.Combine(output, "schema.json")}. Nothing was written.");
            return ExitCode.BadInput;
        }

        if (File.Exists(output) && !IsIn(output))
        {
            Console.Error.WriteLine($"{output} is there already and is no schema of scenarios; name another file. Nothing was written.");
            return ExitCode.BadInput;
        }

        if (OneFile.Write(output, Schema(), overwrite: true) is { } fault)
        {
            Console.Error.WriteLine($"{fault} Nothing was written.");
            return ExitCode.NotWritable;
        }

        Console.Out.WriteLine($"Wrote {output}.");
        Console.Out.WriteLine("Editors with the YAML language server complete and check scenarios beside it");
        Console.Out.WriteLine("that start with this line:");
        Console.Out.WriteLine($"  # yaml-language-server: $schema={Path.GetFileName(output)}");
        return ExitCode.Done;
    }
}
