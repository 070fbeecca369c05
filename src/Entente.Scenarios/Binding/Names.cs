using System.Text.RegularExpressions;
using Entente.Scenarios.Yaml;

namespace Entente.Scenarios.Binding;

/// <summary>The names of one kind of thing in a scenario: well formed, and each used once.</summary>
internal sealed partial class Names(string kind, ProblemList problems)
{
    public const int Longest = 64;

    public const string ShortForm = @"^[A-Za-z0-9][A-Za-z0-9-]{0,63}\z";

    private readonly Dictionary<string, Place> first = [];

    /// <summary>Reads a name fit for a folder or a column: letters, digits and hyphens.</summary>
    public static string? Short(Section section, ProblemList problems)
    {
        const string expected = "letters, digits and hyphens, at most 64";
        if (section.Need("name", expected) is not { } entry || Values.Text(entry.Value, entry.Place, "name", problems, expected) is not { } name)
            return null;
        if (ShortPattern().IsMatch(name))
            return name;
        var plain = NotShortPattern().Replace(name, "-").Trim('-');
        problems.Add(entry.Place, Values.Ask($"name is {Shown.Line(name)}; it must be {expected}", ShortPattern().IsMatch(plain) ? plain : null));
        return null;
    }

    /// <summary>Reads a name in words, with a letter in it so that it is not taken for a number.</summary>
    public static string? InWords(Section section, ProblemList problems)
    {
        const string expected = "a name on one line with a letter in it, of at most 64 characters";
        if (section.Need("name", expected) is not { } entry || Values.Text(entry.Value, entry.Place, "name", problems, expected) is not { } name)
            return null;
        if (name.Length <= Longest && name.Any(char.IsLetter) && !name.Any(char.IsControl))
            return name;
        problems.Add(entry.Place, $"name is {Shown.Line(name)}; it must be {expected}.");
        return null;
    }

    /// <summary>Remembers a name; reports one that is there already.</summary>
    public void Add(string? name, Place place)
    {
        if (name is not null && !first.TryAdd(name, place))
            problems.Add(place, $"{kind} {name} is there twice; the first is {first[name].Words}.");
    }

    [GeneratedRegex(ShortForm)]
    private static partial Regex ShortPattern();

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotShortPattern();
}
