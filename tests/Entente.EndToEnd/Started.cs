using System.Diagnostics;
using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>The program, started as people start it, with what it says kept apart.</summary>
internal sealed class Started : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> error;

    private Started(Process process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Where the program is.</summary>
    public static string Program { get; } = Path.Combine(TestContext.CurrentContext.TestDirectory, "entente-cli.dll");

    public bool IsRunning => !process.HasExited;

    /// <summary>How long it has kept a processor busy: starting takes less than a second of it.</summary>
    public TimeSpan Worked
    {
        get
        {
            process.Refresh();
            return process.HasExited ? TimeSpan.Zero : process.TotalProcessorTime;
        }
    }

    /// <summary>Starts <c>entente</c> in a folder.</summary>
    public static Started Entente(string folder, params string[] arguments) => Run(folder, "dotnet", [Program, .. arguments]);

    /// <summary>Starts any program in a folder, with variables on top of the environment.</summary>
    public static Started Run(string folder, string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new Started(Process.Start(start)!);
    }

    /// <summary>Waits until something holds; fails where it never does.</summary>
    public static void WaitUntil(Func<bool> holds, string what, TimeSpan? patience = null)
    {
        var watch = Stopwatch.StartNew();
        while (!holds())
        {
            Assert.That(watch.Elapsed, Is.LessThan(patience ?? Patience), what);
            Thread.Sleep(5);
        }
    }

    /// <summary>Sends a signal, as a terminal (INT) or a cluster (TERM) does.</summary>
    public void Send(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        kill.WaitForExit();
        Assert.That(kill.ExitCode, Is.Zero, "the program had ended before it got the signal");
    }

    /// <summary>Waits for a while; whether it ended by then.</summary>
    public bool WaitFor(TimeSpan time) => process.WaitForExit(time);

    /// <summary>Ends it as a power failure would.</summary>
    public void Kill() => process.Kill();

    /// <summary>What became of it.</summary>
    public (int Exit, string Output, string Error) End()
    {
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"The program does not end. It said: {error.GetAwaiter().GetResult()}");
        }

        return (process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
