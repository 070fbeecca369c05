using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Entente.EndToEnd;

/// <summary>The YAML language server that editors talk to, spoken to as they do: LSP 3.17 over its input and output.</summary>
internal sealed class LanguageServer : IDisposable
{
    private readonly Process process;
    private readonly Stream output;
    private readonly string folder;
    private readonly CancellationToken patience;
    private int requests;

    public LanguageServer(string program, string folder, CancellationToken patience)
    {
        this.folder = folder;
        this.patience = patience;
        process = Process.Start(new ProcessStartInfo("node", [program, "--stdio"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        output = process.StandardOutput.BaseStream;
        Ask("initialize", new JsonObject
        {
            ["processId"] = null,
            ["rootUri"] = Uri(""),
            ["capabilities"] = new JsonObject(),
        });
        Send(new JsonObject { ["method"] = "initialized", ["params"] = new JsonObject() });
    }

    /// <summary>Opens a text as a file of the folder, and returns what the editor would underline: line from 1, and message.</summary>
    public IReadOnlyList<(int Line, string Message)> Open(string name, string text)
    {
        Send(new JsonObject
        {
            ["method"] = "textDocument/didOpen",
            ["params"] = new JsonObject
            {
                ["textDocument"] = new JsonObject { ["uri"] = Uri(name), ["languageId"] = "yaml", ["version"] = 1, ["text"] = text },
            },
        });
        var found = Await(message =>
            (string?)message["method"] == "textDocument/publishDiagnostics" && (string?)message["params"]!["uri"] == Uri(name));
        return [.. found["params"]!["diagnostics"]!.AsArray().Select(d => ((int)d!["range"]!["start"]!["line"]! + 1, (string)d["message"]!))];
    }

    /// <summary>What is offered at a place of an open file; line and column from 1.</summary>
    public IReadOnlyList<(string Label, string Documentation)> Complete(string name, int line, int column)
    {
        var offered = Ask("textDocument/completion", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = Uri(name) },
            ["position"] = new JsonObject { ["line"] = line - 1, ["character"] = column - 1 },
        });
        return [.. offered["items"]!.AsArray().Select(item => ((string)item!["label"]!, Text(item["documentation"])))];
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private static string Text(JsonNode? documentation) => documentation switch
    {
        null => "",
        JsonObject markup => (string)markup["value"]!,
        _ => (string)documentation!,
    };

    private string Uri(string name) => new Uri(Path.Combine(folder, name)).AbsoluteUri;

    private JsonNode Ask(string method, JsonObject parameters)
    {
        var id = ++requests;
        Send(new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters });
        var answer = Await(message => message["method"] is null && (int?)message["id"] == id);
        return answer["result"] ?? throw new InvalidOperationException(answer.ToJsonString());
    }

    /// <summary>Reads until the message that is waited for; answers what the server asks on the way.</summary>
    private JsonObject Await(Func<JsonObject, bool> isIt)
    {
        while (true)
        {
            var message = Read();
            if (isIt(message))
                return message;
            if (message["method"] is not null && message["id"] is { } id)
            {
                var items = message["params"]?["items"]?.AsArray().Count ?? 0;
                Send(new JsonObject { ["id"] = id.DeepClone(), ["result"] = new JsonArray(new JsonNode?[items]) });
            }
        }
    }

    private void Send(JsonObject message)
    {
        message["jsonrpc"] = "2.0";
        var body = message.ToJsonString();
        process.StandardInput.Write(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));
        process.StandardInput.Flush();
    }

    private JsonObject Read()
    {
        var head = new StringBuilder();
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
            head.Append((char)Bytes(1)[0]);
        var length = head.ToString().Split("\r\n").Single(line => line.StartsWith("Content-Length: ", StringComparison.Ordinal))[16..];
        return JsonSerializer.Deserialize<JsonObject>(Bytes(int.Parse(length, CultureInfo.InvariantCulture)))!;
    }

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        output.ReadExactlyAsync(bytes, patience).AsTask().GetAwaiter().GetResult();
        return bytes;
    }
}
