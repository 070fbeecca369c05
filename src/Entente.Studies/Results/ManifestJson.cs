using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace Entente.Studies.Results;

/// <summary>Manifests, and lines of ledgers, as JSON text.</summary>
internal static partial class ManifestJson
{
    /// <summary>Writes names and scenarios as they read: the file is nobody's web page.</summary>
    private static readonly ManifestContext Context = new(Options(indented: true));
    private static readonly ManifestContext Lines = new(Options(indented: false));

    public static string Write(Manifest manifest) => JsonSerializer.Serialize(manifest, Context.Manifest) + "\n";

    public static string WriteLine(Manifest manifest) => JsonSerializer.Serialize(manifest, Lines.Manifest) + "\n";

    public static string WriteLine(BatchRecord batch) => JsonSerializer.Serialize(batch, Lines.BatchRecord) + "\n";

    /// <exception cref="JsonException">The text is no manifest.</exception>
    public static Manifest Read(string text) => Checked(text, Context.Manifest, ManifestFaults.Of);

    /// <exception cref="JsonException">The text is not the first line of a ledger.</exception>
    public static Manifest ReadHead(string line) => Checked(line, Lines.Manifest, ManifestFaults.OfHead);

    /// <exception cref="JsonException">The text is not the batch that the ledger of a study has at this place.</exception>
    public static BatchRecord ReadBatch(string line, Manifest head, int place) =>
        Checked(line, Lines.BatchRecord, batch => ManifestFaults.Of(batch, head, place));

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

    private static T Checked<T>(string text, JsonTypeInfo<T> type, Func<T, string?> fault)
        where T : class
    {
        var read = JsonSerializer.Deserialize(text, type) ?? throw new Refused("it is null.");
        return fault(read) is { } said ? throw new Refused($"{said}.") : read;
    }

    /// <summary>The text is JSON, and says something that cannot be.</summary>
    private sealed class Refused(string message) : JsonException(message);

    private static JsonSerializerOptions Options(bool indented) => new(ManifestContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
    };
}

/// <summary>What the compiler writes to turn manifests into JSON and back.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Manifest))]
[JsonSerializable(typeof(BatchRecord))]
internal sealed partial class ManifestContext : JsonSerializerContext;
