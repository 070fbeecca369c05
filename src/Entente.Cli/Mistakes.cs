using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Entente.Scenarios;
using Entente.Studies.Running;

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
        var called = string.Join(' ', parsed.CommandResult.Words());
        if (Empty(parsed) is { } empty)
            return [$"{empty} is empty: perhaps a variable of the shell is not set."];
        var unknown = Loose(parsed).Where(word => IsOption(word)).Select(word => Unknown(called, "option", word, OptionsOf(parsed))).ToList();
        if (unknown.Count > 0)
            return unknown;
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var first, ..])
            return [Unknown(called, "command", first, command.Subcommands.Select(sub => sub.Name))];
        return parsed.Errors.Select(error => error.Message);
    }

    public static string WhereToLook(ParseResult parsed)
    {
        var words = parsed.CommandResult.Words();
        return words.Length == 0
            ? $"Type '{SuggestedCommand.Of("--help")}' for the commands."
            : $"Type '{SuggestedCommand.Of([.. words, "--help"])}' for what {string.Join(' ', words)} takes.";
    }

    /// <summary>The words of a command below the program: slurm submit.</summary>
    private static string[] Words(this CommandResult result) =>
        result.Parent is CommandResult above ? [.. above.Words(), result.Command.Name] : [];

    /// <summary>Words that no option has taken. A mistyped option may have been taken for a file.</summary>
    private static IEnumerable<string> Loose(ParseResult parsed) =>
        parsed.UnmatchedTokens.Concat(parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value));

    /// <summary>An argument or an option that was given nothing, which no command means.</summary>
    private static string? Empty(ParseResult parsed) => parsed.CommandResult.Children.FirstOrDefault(child => child.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value))) switch
    {
        ArgumentResult argument => $"The argument {argument.Argument.Name}",
        OptionResult option => option.Option.Name,
        _ => null,
    };

    private static bool IsOption(string word) => word.Length > 1 && word[0] == '-';

    private static IEnumerable<string> OptionsOf(ParseResult parsed) =>
        parsed.CommandResult.Command.Options.Where(option => !option.Hidden).Select(option => option.Name);

    private static string Unknown(string command, string kind, string word, IEnumerable<string> known)
    {
        var name = word.Split('=')[0];
        var nearest = Suggestions.Nearest(name, known);
        var owner = command.Length == 0 ? "There is no" : $"{command} has no";
        return $"{owner} {kind} {name}.{(nearest is null ? "" : $" Did you mean {nearest}?")}";
    }
}
