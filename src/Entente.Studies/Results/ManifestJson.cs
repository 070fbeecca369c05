using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Entente.Studies.Results;

/// <summary>Manifests as JSON text.</summary>
internal static class ManifestJson
{
    /// <summary>Writes names and scenarios as they read: the file is nobody's web page.</summary>
    private static readonly ManifestContext Context = new(new JsonSerializerOptions(ManifestContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(Manifest manifest) => JsonSerializer.Serialize(manifest, Context.Manifest) + "\n";

    /// <exception cref="JsonException">The text is no manifest.</exception>
    public static Manifest Read(string text) =>
        JsonSerializer.Deserialize(text, Context.Manifest) ?? throw new JsonException("it is null");
}

/// <summary>What the compiler writes to turn manifests into JSON and back.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Manifest))]
internal sealed partial class ManifestContext : JsonSerializerContext;
