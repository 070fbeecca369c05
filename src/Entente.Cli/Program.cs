using System.CommandLine;
using Entente.Cli;

Screen.Prepare();
using var limits = Interrupt.LeaveLimitsToTheWriter();
var exit = Failures.Told(() =>
{
    var root = Root.Create();
    if (args.Length == 0)
    {
        root.Parse(["--help"]).Invoke();
        return ExitCode.BadInput;
    }

    var parsed = root.Parse(args);
    var mistakes = Mistakes.In(parsed).ToList();
    if (mistakes.Count == 0)
        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    foreach (var mistake in mistakes)
        Console.Error.WriteLine(mistake);
    Console.Error.WriteLine(Mistakes.WhereToLook(parsed));
    return ExitCode.BadInput;
});
return Screen.WasWritten() ? exit : exit == ExitCode.Done ? ExitCode.NotWritable : exit;
