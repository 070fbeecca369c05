namespace Entente.Studies.Results;

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

    /// <summary>The batches that a manifest describes, in order. One that was cut short does not count.</summary>
    public static IEnumerable<BatchRecord> In(Manifest manifest)
    {
        var batches = new Batches(manifest.ReplicationsAsked, manifest.BatchSize);
        var (from, to) = batches.Of(manifest.Shard);
        var left = manifest.ReplicationsFinished;
        for (var batch = from; batch < to; batch++)
        {
            var replications = batches.Start(batch + 1) - batches.Start(batch);
            left -= replications;
            if (left < 0)
                yield break;
            yield return new BatchRecord(batch, replications, [.. manifest.Tables.Select(table => table.Parts[batch - from])]);
        }
    }
}
