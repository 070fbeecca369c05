using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Entente.Studies.Results;

/// <summary>Manifests, and lines of ledgers, as JSON text.</summary>
internal static class ManifestJson
{
    /// <summary>Writes names and scenarios as they read: the file is nobody's web page.</summary>
    private static readonly ManifestContext Context = new(Options(indented: true));
    private static readonly ManifestContext Lines = new(Options(indented: false));

    public static string Write(Manifest manifest) => JsonSerializer.Serialize(manifest, Context.Manifest) + "\n";

    public static string WriteLine(Manifest manifest) => JsonSerializer.Serialize(manifest, Lines.Manifest) + "\n";

    public static string WriteLine(BatchRecord batch) => JsonSerializer.Serialize(batch, Lines.BatchRecord) + "\n";

    /// <exception cref="JsonException">The text is no manifest.</exception>
    public static Manifest Read(string text) => StrictJson.Read(text, Context.Manifest, ManifestFaults.Of);

    /// <exception cref="JsonException">The text is not the first line of a ledger.</exception>
    public static Manifest ReadHead(string line) => StrictJson.Read(line, Lines.Manifest, ManifestFaults.OfHead);

    /// <exception cref="JsonException">The text is not the batch that the ledger of a study has at this place.</exception>
    public static BatchRecord ReadBatch(string line, Manifest head, int place) =>
        StrictJson.Read(line, Lines.BatchRecord, batch => ManifestFaults.Of(batch, head, place));

    private static JsonSerializerOptions Options(bool indented) => new(ManifestContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
    };
}

/// <summary>What the compiler writes to turn manifests into JSON and back.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Manifest))]
[JsonSerializable(typeof(BatchRecord))]
internal sealed partial class ManifestContext : JsonSerializerContext;
