using System.Globalization;
using System.Text.RegularExpressions;
using Entente.Scenarios.Yaml;

namespace Entente.Scenarios.Binding;

/// <summary>
/// Reads single values. Numbers are strict: digits with a decimal point, no quotation marks, whole where whole is meant. What
/// cannot be read is reported and gives null.
/// </summary>
internal static partial class Values
{
    public static double? Number(Node node, Place place, string name, double min, double max, ProblemList problems)
    {
        var expected = $"a number {Between(min, max)}";
        if (PlainText(node, place, name, expected, problems) is not { } text)
            return null;
        if (!NumberPattern().IsMatch(text))
            return Fail(place, $"{name} is {Shown.Line(text)}; it must be {expected}", AsNumber(text, min, max, whole: false), problems);
        var value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (value >= min && value <= max)
            return value + 0.0; // -0 becomes 0
        return Fail(place, $"{name} is {Shown.Line(text)}; it must be {Between(min, max)}", Shift(text, min, max, whole: false), problems);
    }

    public static long? Whole(Node node, Place place, string name, double min, double max, ProblemList problems)
    {
        var expected = $"a whole number {Between(min, max)}";
        if (PlainText(node, place, name, expected, problems) is not { } text)
            return null;
        if (!NumberPattern().IsMatch(text))
            return FailWhole(place, $"{name} is {Shown.Line(text)}; it must be {expected}", AsNumber(text, min, max, whole: true), problems);
        var value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (value < min || value > max)
            return FailWhole(place, $"{name} is {Shown.Line(text)}; it must be {expected}", Shift(text, min, max, whole: true), problems);
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return whole;
        var suggestion = double.IsInteger(value) ? value.ToString("F0", CultureInfo.InvariantCulture) : null;
        return FailWhole(place, $"{name} is {Shown.Line(text)}; it must be {expected}", suggestion, problems);
    }

    public static bool? Switch(Node node, Place place, string name, ProblemList problems)
    {
        const string expected = "true or false";
        if (PlainText(node, place, name, expected, problems) is not { } text)
            return null;
        if (text is "true" or "false")
            return text == "true";
        var suggestion = text.ToLowerInvariant() switch
        {
            "yes" or "y" or "on" or "1" or "true" => "true",
            "no" or "n" or "off" or "0" or "false" => "false",
            var other => Suggestions.Nearest(other, ["true", "false"]),
        };
        problems.Add(place, Ask($"{name} is {Shown.Line(text)}; it must be {expected}", suggestion));
        return null;
    }

    /// <summary>Reads words; trimmed, and never empty.</summary>
    public static string? Text(Node node, Place place, string name, ProblemList problems, string expected = "text")
    {
        switch (node)
        {
            case FaultyNode:
                return null;
            case TextNode { IsNothing: false } text when !string.IsNullOrWhiteSpace(text.Text):
                return text.Text.Trim();
            default:
                problems.Add(place, $"{name} {node.Description}; it must be {expected}.");
                return null;
        }
    }

    /// <summary>Reads the value of a parameter, as its property has it.</summary>
    public static object? Parameter(Node node, Place place, ParameterField field, ProblemList problems)
    {
        var (min, max) = (field.Parameter.Min, field.Parameter.Max);
        if (field.Kind == typeof(bool))
            return Switch(node, place, field.Key, problems);
        return field.Kind == typeof(int)
            ? (object?)(int?)Whole(node, place, field.Key, min, max, problems)
            : Number(node, place, field.Key, min, max, problems);
    }

    /// <summary>The number that a text is; null where it is none.</summary>
    public static double? AsNumber(string text) => NumberPattern().IsMatch(text) ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) + 0.0 : null;

    /// <summary>Ends a sentence with a suggestion, where there is one.</summary>
    public static string Ask(string sentence, string? suggestion) =>
        suggestion is null ? $"{sentence}." : $"{sentence}. Did you mean {suggestion}?";

    public static string Between(double min, double max) => max switch
    {
        double.PositiveInfinity => $"of at least {Shown.Number(min)}",
        _ => $"between {Shown.Number(min)} and {Shown.Number(max)}",
    };

    /// <summary>The text of a plain value; null, reported, for anything else.</summary>
    private static string? PlainText(Node node, Place place, string name, string expected, ProblemList problems)
    {
        switch (node)
        {
            case FaultyNode:
                return null;
            case TextNode { Quoted: false, IsNothing: false } text:
                return text.Text;
            case TextNode { Quoted: true } text when NumberPattern().IsMatch(text.Text) || text.Text is "true" or "false":
                problems.Add(place, $"{name} {node.Description}; it must be {expected}. Did you mean {text.Text}, without quotation marks?");
                return null;
            default:
                problems.Add(place, $"{name} {node.Description}; it must be {expected}.");
                return null;
        }
    }

    /// <summary>The number somebody meant who wrote 1,4 or 40% or 1 000.</summary>
    private static string? AsNumber(string text, double min, double max, bool whole)
    {
        var meant = text;
        if (whole)
            meant = GroupPattern().IsMatch(text) ? text.Replace(",", "").Replace("_", "").Replace(" ", "").Replace("'", "") : text;
        else if (text.Count(c => c == ',') == 1)
            meant = text.Replace(',', '.');
        var percent = meant.EndsWith('%') && !whole;
        if (percent)
            meant = meant[..^1].TrimEnd();
        if (!NumberPattern().IsMatch(meant) || !decimal.TryParse(meant, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return null;
        if (percent)
            value /= 100;
        return (double)value >= min && (double)value <= max ? value.ToString(CultureInfo.InvariantCulture) : null;
    }

    private static string? Shift(string text, double min, double max, bool whole) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? Suggestions.Shifted(value, min, max, whole)?.ToString(CultureInfo.InvariantCulture)
            : null;

    private static double? Fail(Place place, string sentence, string? suggestion, ProblemList problems)
    {
        problems.Add(place, Ask(sentence, suggestion));
        return null;
    }

    private static long? FailWhole(Place place, string sentence, string? suggestion, ProblemList problems)
    {
        problems.Add(place, Ask(sentence, suggestion));
        return null;
    }

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^[0-9]{1,3}([,_ '][0-9]{3})+\z")]
    private static partial Regex GroupPattern();
}
