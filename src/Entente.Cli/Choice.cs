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
        if (result.Tokens is [var token] && Fault(name, token.Value, words) is { } fault)
            result.AddError(fault);
    }

    /// <summary>What to say of a word that is none of those there are; null where it is one.</summary>
    /// <param name="name">The option.</param>
    /// <param name="value">The word.</param>
    /// <param name="words">Those there are, one at least.</param>
    /// <param name="kind">What they are, where they are too many to list.</param>
    public static string? Fault(string name, string value, IReadOnlyList<string> words, string? kind = null)
    {
        if (words.Contains(value))
            return null;
        var nearest = Suggestions.Nearest(value, words);
        kind ??= words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";
        return $"{name} is {value}; it must be {kind}.{(nearest is null ? "" : $" Did you mean {nearest}?")}";
    }
}
