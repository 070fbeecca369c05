using System.Diagnostics;
using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>An empty folder of its own, in which programs are started.</summary>
internal sealed class WorkingFolder
{
    public string Root { get; } = Directory.CreateTempSubdirectory("entente-").FullName;

    /// <summary>The program as it was built.</summary>
    public static string Program { get; } = Path.Combine(TestContext.CurrentContext.TestDirectory, "entente-cli.dll");

    /// <summary>The project's own scenarios.</summary>
    public static string Scenarios { get; } = FindScenarios();

    public string this[string name] => Path.Combine(Root, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public IEnumerable<string> Files() =>
        Directory.EnumerateFileSystemEntries(Root).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>Starts Entente here.</summary>
    public (int Exit, string Output, string Error) Entente(params string[] arguments) => Start("dotnet", [Program, .. arguments]);

    /// <summary>Starts any program here.</summary>
    public (int Exit, string Output, string Error) Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    public void Remove() => Directory.Delete(Root, recursive: true);

    /// <summary>Where a program is, or null where it is not installed.</summary>
    public static string? Find(string program) => (System.Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);

    private static string FindScenarios()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Simulation.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"no Simulation.sln above {AppContext.BaseDirectory}");
        return Path.Combine(folder.FullName, "scenarios");
    }
}
