using System.CommandLine;
using System.Text.RegularExpressions;
using Entente.Studies.Running;

namespace Entente.Cli;

/// <summary><c>new [FILE]</c>: writes a scenario to start from, with what may be changed explained beside it.</summary>
internal static partial class NewCommand
{
    private const string Standard = "my-study.yaml";
    private const string SchemaLine = "# yaml-language-server: $schema=schema.json\n";

    public static Command Create()
    {
        var file = new Argument<string?>("file")
        {
            Description = $"The file to write; {Standard} if left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var from = new Option<string>("--from")
        {
            Description = $"A delivered scenario to start from: {string.Join(", ", Delivered)}.",
            HelpName = "scenario",
        }.OneOf(Delivered);
        var command = new ExplainedCommand("new", "Writes a scenario to start from, with explanations.", "new my-study.yaml") { file, from };
        command.SetAction(parsed => Run(parsed.GetValue(file) ?? Standard, parsed.GetValue(from)));
        return command;
    }

    private static string[] Delivered => [.. Resource.Names("scenarios/").Select(name => Path.GetFileNameWithoutExtension(name))];

    private static int Run(string file, string? from)
    {
        if (InTheWay(file) is { } way)
        {
            Console.Error.WriteLine($"{way} Nothing was written.");
            return ExitCode.BadInput;
        }

        var schema = Path.Combine(Path.GetDirectoryName(file) ?? "", "schema.json");
        var withSchema = !File.Exists(schema) || SchemaCommand.IsIn(schema);
        if (OneFile.Write(file, Text(file, from, withSchema), overwrite: false) is { } fault)
        {
            Console.Error.WriteLine($"{fault} Nothing was written.");
            return ExitCode.NotWritable;
        }

        Console.Out.WriteLine($"Wrote {file}, a scenario that runs as it is.");
        if (!File.Exists(schema))
        {
            if (OneFile.Write(schema, SchemaCommand.Schema(), overwrite: false) is { } schemaFault)
            {
                Console.Error.WriteLine($"{schemaFault} Without it editors do not complete and check the scenario.");
                return ExitCode.NotWritable;
            }

            Console.Out.WriteLine($"Wrote {schema}, by which editors complete and check it.");
        }

        ShowNext(file);
        return ExitCode.Done;
    }

    private static void ShowNext(string file)
    {
        Console.Out.WriteLine("Change it, then see what it would play, and play it:");
        Console.Out.WriteLine($"  {SuggestedCommand.Of("validate", file)}");
        Console.Out.WriteLine($"  {SuggestedCommand.Of("run", file)}");
    }

    private static string? InTheWay(string file)
    {
        if (Directory.Exists(file))
            return $"{file} is a directory; name a file in it, such as {Path.Combine(file, Standard)}.";
        if (File.Exists(file))
            return $"{file} is there already and stays as it is; name another file.";
        var directory = Path.GetDirectoryName(Path.GetFullPath(file));
        return Directory.Exists(directory) ? null : $"There is no directory {Path.GetDirectoryName(file)} to write {Path.GetFileName(file)} to.";
    }

    /// <summary>The text to start from, called as its file, and tied to the schema where that is beside it.</summary>
    private static string Text(string file, string? from, bool withSchema)
    {
        var text = Resource.Text(from is null ? "starter.yaml" : $"scenarios/{from}.yaml");
        text = text.StartsWith(SchemaLine, StringComparison.Ordinal) ? text[SchemaLine.Length..] : text;
        var name = NotInNames().Replace(Path.GetFileNameWithoutExtension(file), "-").Trim('-');
        if (name.Length is > 0 and <= 64)
            text = NameLine().Replace(text, $"name: {name}", 1);
        return withSchema ? SchemaLine + text : text;
    }

    [GeneratedRegex("^name: .*$", RegexOptions.Multiline)]
    private static partial Regex NameLine();

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotInNames();
}
