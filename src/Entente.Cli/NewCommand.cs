using System.CommandLine;
using System.Text.RegularExpressions;

namespace Entente.Cli;

/// <summary><c>new [FILE]</c>: writes a scenario to start from, with what may be changed explained beside it.</summary>
internal static partial class NewCommand
{
    private const string Starter = "starter";
    private const string SchemaLine = "# yaml-language-server: $schema=schema.json\n";

    public static Command Create()
    {
        var file = new Argument<string>("file")
        {
            Description = "The file to write; my-study.yaml if left out.",
            DefaultValueFactory = _ => "my-study.yaml",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var from = new Option<string>("--from")
        {
            Description = $"What to start from: {string.Join(", ", Sources())}.",
            HelpName = "scenario",
            DefaultValueFactory = _ => Starter,
        };
        from.AcceptOnlyFromAmong([.. Sources()]);
        var command = new ExplainedCommand("new", "Writes a scenario to start from, with explanations.", "new my-study.yaml") { file, from };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.GetRequiredValue(from)));
        return command;
    }

    private static IEnumerable<string> Sources() => [Starter, .. Resource.Names("scenarios/").Select(name => Path.GetFileNameWithoutExtension(name))];

    private static int Run(string file, string from)
    {
        if (InTheWay(file) is { } way)
        {
            Console.Error.WriteLine($"{way} Nothing was written.");
            return ExitCode.BadInput;
        }

        var schema = Path.Combine(Path.GetDirectoryName(file) ?? "", "schema.json");
        var fault = File.Exists(schema) ? null : WholeFile.Write(schema, SchemaCommand.Schema(), overwrite: false);
        fault ??= WholeFile.Write(file, Text(file, from, SchemaCommand.IsIn(schema)), overwrite: false);
        if (fault is not null)
        {
            Console.Error.WriteLine(fault);
            return ExitCode.NotWritable;
        }

        Console.Out.WriteLine($"Wrote {file}, a scenario that runs as it is. Change it, then:");
        Console.Out.WriteLine($"  {Root.ProgramName} validate {file}   says what it would play, or what is wrong");
        Console.Out.WriteLine($"  {Root.ProgramName} run {file}        plays it and compares its arms");
        return ExitCode.Done;
    }

    private static string? InTheWay(string file)
    {
        if (Directory.Exists(file))
            return $"{file} is a directory; name a file in it, such as {Path.Combine(file, "my-study.yaml")}.";
        if (File.Exists(file))
            return $"{file} is there already and stays as it is; name another file.";
        var directory = Path.GetDirectoryName(Path.GetFullPath(file));
        return Directory.Exists(directory) ? null : $"There is no directory {Path.GetDirectoryName(file)} to write {Path.GetFileName(file)} to.";
    }

    /// <summary>The text to start from, called as its file, and tied to the schema where that is beside it.</summary>
    private static string Text(string file, string from, bool withSchema)
    {
        var text = Resource.Text(from == Starter ? "starter.yaml" : $"scenarios/{from}.yaml");
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
