using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Entente.Scenarios;

namespace Entente.Cli;

/// <summary>Says what is wrong with a command line, with the nearest word where there is one.</summary>
internal static class Mistakes
{
    public static IEnumerable<string> In(ParseResult parsed)
    {
        // Help, version and completion answer whatever else is there.
        if (parsed.Action is SynchronousCommandLineAction { ClearsParseErrors: true } or HelpWithExample or VersionAction)
            return [];
        var command = parsed.CommandResult.Command;
        var unknown = Loose(parsed).Where(word => IsOption(word)).Select(word => Unknown(command, "option", word, OptionsOf(parsed))).ToList();
        if (unknown.Count > 0)
            return unknown;
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var first, ..])
            return [Unknown(command, "command", first, command.Subcommands.Select(sub => sub.Name))];
        return parsed.Errors.Select(error => error.Message);
    }

    public static string WhereToLook(ParseResult parsed) => parsed.CommandResult.Command is RootCommand
        ? $"Type '{Root.ProgramName} --help' for the commands."
        : $"Type '{Root.ProgramName} {parsed.CommandResult.Command.Name} --help' for what {parsed.CommandResult.Command.Name} takes.";

    /// <summary>Words that no option has taken. A mistyped option may have been taken for a file.</summary>
    private static IEnumerable<string> Loose(ParseResult parsed) =>
        parsed.UnmatchedTokens.Concat(parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value));

    private static bool IsOption(string word) => word.Length > 1 && word[0] == '-';

    private static IEnumerable<string> OptionsOf(ParseResult parsed) =>
        parsed.CommandResult.Command.Options.Where(option => !option.Hidden).Select(option => option.Name);

    private static string Unknown(Command command, string kind, string word, IEnumerable<string> known)
    {
        var name = word.Split('=')[0];
        var nearest = Suggestions.Nearest(name, known);
        var owner = command is RootCommand ? "There is no" : $"{command.Name} has no";
        return $"{owner} {kind} {name}.{(nearest is null ? "" : $" Did you mean {nearest}?")}";
    }
}
