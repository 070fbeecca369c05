using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Entente.Cli;

/// <summary>Help in 80 columns, on a terminal or not, ending with an example of the command.</summary>
internal sealed class HelpWithExample : SynchronousCommandLineAction
{
    private readonly HelpAction help = new() { MaxWidth = 80 };

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is ExplainedCommand command)
            parseResult.InvocationConfiguration.Output.Write($"Example:\n{Broken($"{Root.ProgramName} {command.Example}")}\n\n");
        return ExitCode.Done;
    }

    /// <summary>A command of which a shell sees one line, broken before options so that no line is too long.</summary>
    private static string Broken(string command)
    {
        const int mostOnALine = 76;
        var lines = new List<string> { "" };
        foreach (var part in command.Split(" --").Select((part, number) => number == 0 ? part : $"--{part}"))
        {
            if (lines[^1].Length + 1 + part.Length > mostOnALine)
                lines.Add("");
            lines[^1] += lines[^1].Length == 0 ? part : $" {part}";
        }

        return $"  {string.Join(" \\\n    ", lines)}";
    }
}
