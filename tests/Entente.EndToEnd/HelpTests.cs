using System.CommandLine;
using System.Text.RegularExpressions;
using Entente.Cli;
using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>The help of every command there is, those below others included.</summary>
public partial class HelpTests
{
    /// <summary>All commands, by the words that people type.</summary>
    public static IEnumerable<string> Commands() => Below(Root.Create(), "");

    [TestCaseSource(nameof(Commands))]
    public void Help_is_in_the_words_of_who_types(string command)
    {
        var help = Help(command);
        Assert.That(help.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(80));
        Assert.That(help, Does.Not.Match(@"\{ \w+ = "), "a record as a program sees it");
        Assert.That(help, Does.Not.Contain("System.").And.Not.Contain("Entente.Studies").And.Not.Contain("`").And.Not.Contain("Nullable"));
        Assert.That(help, Does.Not.Match(@"\[default: *\]|\[default: \w+\.\w+"));
        // What is said in words is not said again in brackets.
        Assert.That(Regex.IsMatch(Squeezed(help), @"unless set\. \[default:"), Is.False);
    }

    /// <summary>A default in brackets is what may be typed: given, it changes nothing.</summary>
    [TestCaseSource(nameof(Commands))]
    public void Every_option_is_explained_and_its_default_can_be_typed(string command)
    {
        var (help, options) = (Squeezed(Help(command)), Find(command).Options.Where(option => !option.Hidden).ToArray());
        foreach (var option in options)
        {
            Assert.That(option.Description, Does.EndWith("."), option.Name);
            Assert.That(help, Does.Contain(option.Name));
            if (option is { HasDefaultValue: true } && option.ValueType != typeof(bool) && Default(option.Name).Match(help) is { Success: true } given)
                Assert.That(Root.Create().Parse($"{command} {option.Name} {given.Groups[1].Value}").Errors.Where(error => error.Message.StartsWith(option.Name, StringComparison.Ordinal)), Is.Empty, option.Name);
        }

        foreach (var argument in Find(command).Arguments)
            Assert.That(argument.Description, Does.EndWith("."), argument.Name);
    }

    private static IEnumerable<string> Below(Command command, string words) =>
        command.Subcommands.SelectMany(sub => Below(sub, $"{words} {sub.Name}".Trim())).Prepend(words);

    internal static Command Find(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate((Command)Root.Create(), (command, word) => command.Subcommands.Single(sub => sub.Name == word));

    private static string Help(string command)
    {
        using var output = new StringWriter();
        Assert.That(Root.Create().Parse($"{command} --help").Invoke(new InvocationConfiguration { Output = output }), Is.Zero);
        return output.ToString();
    }

    private static string Squeezed(string help) => Spaces().Replace(help, " ");

    private static Regex Default(string option) => new($@"{Regex.Escape(option)} [^\[]*\[default: ([^\]]*)\]");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
