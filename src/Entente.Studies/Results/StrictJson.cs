using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace Entente.Studies.Results;

/// <summary>JSON that this program wrote and others may have changed: it is what it must be, or it is refused in words.</summary>
internal static partial class StrictJson
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="type">What it is to be.</param>
    /// <param name="fault">What is wrong with it although it is of this shape, in words; null where nothing is.</param>
    /// <exception cref="JsonException">The text is not what it must be.</exception>
    public static T Read<T>(string text, JsonTypeInfo<T> type, Func<T, string?> fault)
        where T : class
    {
        var read = JsonSerializer.Deserialize(text, type) ?? throw new Refused("it is null.");
        return fault(read) is { } said ? throw new Refused($"{said}.") : read;
    }

    /// <summary>What is wrong with a text, in words: what the reader says names types that nobody who reads it knows.</summary>
    public static string Fault(JsonException cause)
    {
        if (cause is Refused)
            return cause.Message;
        if (Missing().Match(cause.Message) is { Success: true } missing)
            return $"{missing.Groups["names"].Value.Replace("'", "", StringComparison.Ordinal)} {(missing.Groups["names"].Value.Contains(',', StringComparison.Ordinal) ? "are" : "is")} missing.";
        var place = cause.LineNumber is { } line ? string.Create(CultureInfo.InvariantCulture, $" in line {line + 1}, column {cause.BytePositionInLine + 1}") : "";
        return cause.Path is null or "" or "$" ? $"it is not JSON as this program writes it{place}." : $"{cause.Path.TrimStart('$', '.')} is not what it must be{place}.";
    }

    [GeneratedRegex("missing required properties including: (?<names>.+?)\\.?$")]
    private static partial Regex Missing();

    /// <summary>The text is JSON, and says something that cannot be.</summary>
    private sealed class Refused(string message) : JsonException(message);
}
