using Entente.Studies.Running;

namespace Entente.Cli;

/// <summary>Warns, before a study starts, where it takes more memory than there is.</summary>
internal static class MemoryWarning
{
    private const int SmallBatch = 10;

    public static void Tell(StudyPlan plan, StudyOptions options)
    {
        var there = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        double Demand(int threads, int batch) => StudyDemand.Of(plan, threads, batch, options.Tables).Memory;
        var memory = Demand(options.Threads, options.BatchSize);
        if (memory <= there)
            return;
        var less = Demand(1, SmallBatch);
        Console.Error.WriteLine(
            $"This study takes about {Bytes.Of(memory)} of memory, and there are {Bytes.Of(there)}: it may be stopped. "
            + (less < memory * 0.8 ? $"With --threads 1 --batch {SmallBatch} it takes about {Bytes.Of(less)}." : "Take fewer firms or months."));
    }
}
