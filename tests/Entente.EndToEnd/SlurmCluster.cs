using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>
/// A real Slurm of one node with two processors, on this machine: munge, the controller and the node's daemon, with keys, ports and files of their own.
/// </summary>
internal sealed class SlurmCluster : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("entente-slurm-").FullName;

    /// <summary>Starts one; the test is skipped, with the reason, where that cannot be done.</summary>
    public static SlurmCluster Start()
    {
        if (!OperatingSystem.IsLinux() || System.Environment.UserName != "root")
            Assert.Ignore("a Slurm can be started by root on Linux only");
        foreach (var program in (string[])["munged", "slurmctld", "slurmd", "sbatch", "squeue", "sinfo"])
            if (WorkingFolder.Find(program) is null && !File.Exists($"/usr/sbin/{program}"))
                Assert.Ignore($"Slurm is not installed here: there is no {program} (Debian: slurm-wlm, munge)");
        var cluster = new SlurmCluster();
        cluster.Begin();
        return cluster;
    }

    /// <summary>What programs need in their environment to find it.</summary>
    public (string Name, string Value) Variable => ("SLURM_CONF", Path.Combine(folder, "slurm.conf"));

    /// <summary>Asks one of Slurm's programs.</summary>
    public string Ask(string program, params string[] arguments) => Run(program, arguments).Output;

    public void Dispose()
    {
        foreach (var daemon in (string[])["slurmd", "slurmctld", "munged"])
        {
            var file = Path.Combine(folder, $"{daemon}.pid");
            if (File.Exists(file) && int.TryParse(File.ReadAllText(file).Trim(), out var number))
                Run("kill", "-KILL", $"{number}");
        }

        Directory.Delete(folder, recursive: true);
    }

    private void Begin()
    {
        var (host, first) = (Run("hostname").Output.Trim(), FreePort());
        File.WriteAllText(Path.Combine(folder, "slurm.conf"),
            $"""
            ClusterName=entente
            SlurmctldHost={host}(127.0.0.1)
            SlurmUser=root
            SlurmdUser=root
            AuthType=auth/munge
            AuthInfo=socket={folder}/munge.sock
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_Core
            StateSaveLocation={folder}/state
            SlurmdSpoolDir={folder}/spool
            SlurmctldPidFile={folder}/slurmctld.pid
            SlurmdPidFile={folder}/slurmd.pid
            SlurmctldLogFile={folder}/slurmctld.log
            SlurmdLogFile={folder}/slurmd.log
            SlurmctldPort={first}
            SlurmdPort={FreePort()}
            ReturnToService=2
            SchedulerParameters=sched_interval=1,batch_sched_delay=1
            NodeName={host} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
            PartitionName=all Nodes=ALL Default=YES State=UP

            """);
        Directory.CreateDirectory(Path.Combine(folder, "state"));
        Directory.CreateDirectory(Path.Combine(folder, "spool"));
        var key = Path.Combine(folder, "munge.key");
        File.WriteAllBytes(key, System.Security.Cryptography.RandomNumberGenerator.GetBytes(1024));
        Need("chmod", "400", key);
        // Whoever wants a credential must reach the socket.
        Need("chmod", "755", folder);
        Need("munged", "--force", $"--key-file={key}", $"--socket={folder}/munge.sock", $"--pid-file={folder}/munged.pid", $"--log-file={folder}/munged.log", $"--seed-file={folder}/munged.seed");
        Need("slurmctld");
        Need("slurmd");
        var watch = Stopwatch.StartNew();
        while (!Ask("sinfo", "--noheader", "--format=%T").Contains("idle", StringComparison.Ordinal))
        {
            if (watch.Elapsed > TimeSpan.FromSeconds(60))
            {
                var log = File.ReadAllText(Path.Combine(folder, "slurmctld.log"));
                Dispose();
                Assert.Ignore($"Slurm does not come up here: {log[^Math.Min(log.Length, 500)..]}");
            }

            Thread.Sleep(200);
        }
    }

    private void Need(string program, params string[] arguments)
    {
        var (exit, _, error) = Run(program, arguments);
        if (exit == 0)
            return;
        Dispose();
        Assert.Ignore($"Slurm does not come up here: {program} says {error.Trim()}");
    }

    private (int Exit, string Output, string Error) Run(string program, params string[] arguments)
    {
        using var started = Started.Run(folder, WorkingFolder.Find(program) ?? $"/usr/sbin/{program}", arguments, Variable);
        return started.End();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
