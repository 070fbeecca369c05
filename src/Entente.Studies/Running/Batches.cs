using Entente.Studies.Results;

namespace Entente.Studies.Running;

/// <summary>How the replications of a study, numbered over all points, fall into batches, and batches to shards.</summary>
/// <param name="Replications">Replications of each arm, at all points together.</param>
/// <param name="Size">Replications in a batch; the last one may have fewer.</param>
internal sealed record Batches(int Replications, int Size)
{
    /// <summary>How many batches there are.</summary>
    public int Count => (int)(((long)Replications + Size - 1) / Size);

    /// <summary>The first batch of a shard, and the one after its last.</summary>
    public (int From, int To) Of(Shard? shard) => shard is null
        ? (0, Count)
        : ((int)((long)Count * (shard.Number - 1) / shard.Of), (int)((long)Count * shard.Number / shard.Of));

    /// <summary>The first replication of a batch; of the batch after the last, the number of replications.</summary>
    public int Start(int batch) => (int)Math.Min((long)batch * Size, Replications);
}
