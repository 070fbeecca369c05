using System.CommandLine;
using Entente.Cli;

var root = new RootCommand("Entente, a laboratory for strategic alliances.");
foreach (var option in root.Options)
    if (option is VersionOption version)
        version.Action = new VersionAction();
root.Add(RunCommand.Create());
root.Add(SchemaCommand.Create());

var parsed = root.Parse(args);
if (parsed.Errors.Count == 0)
    return parsed.Invoke();
foreach (var error in parsed.Errors)
    Console.Error.WriteLine(error.Message);
Console.Error.WriteLine("Type 'entente --help' for the commands, or 'entente run --help' for the options of run.");
return ExitCode.BadInput;
