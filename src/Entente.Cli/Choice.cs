using System.CommandLine;
using System.CommandLine.Parsing;
using Entente.Scenarios;

namespace Entente.Cli;

/// <summary>Arguments and options that take one of a few words.</summary>
internal static class Choice
{
    public static Argument<string> OneOf(this Argument<string> argument, params string[] words)
    {
        argument.CompletionSources.Add(words);
        argument.Validators.Add(result => Check(result, argument.Name, words));
        return argument;
    }

    public static Option<string> OneOf(this Option<string> option, params string[] words)
    {
        option.CompletionSources.Add(words);
        option.Validators.Add(result => Check(result, option.Name, words));
        return option;
    }

    private static void Check(SymbolResult result, string name, string[] words)
    {
        if (result.Tokens is not [var token] || words.Contains(token.Value))
            return;
        var nearest = Suggestions.Nearest(token.Value, words);
        result.AddError($"{name} is {token.Value}; it must be {string.Join(", ", words[..^1])} or {words[^1]}."
            + (nearest is null ? "" : $" Did you mean {nearest}?"));
    }
}
