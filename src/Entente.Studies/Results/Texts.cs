using System.Buffers;
using Parquet;
using Parquet.Schema;

namespace Entente.Studies.Results;

/// <summary>Reads columns of texts: each text is there once, in however many rows it stands.</summary>
internal static class Texts
{
    /// <summary>Reads a column of a row group.</summary>
    public static async ValueTask ReadAsync(ParquetRowGroupReader group, DataField field, Memory<string> texts)
    {
        var held = ArrayPool<ReadOnlyMemory<char>>.Shared.Rent(texts.Length);
        try
        {
            await group.ReadAsync(field, held.AsMemory(0, texts.Length));
            Keep(held, texts.Span);
        }
        finally
        {
            ArrayPool<ReadOnlyMemory<char>>.Shared.Return(held, clearArray: true);
        }
    }

    private static void Keep(ReadOnlyMemory<char>[] held, Span<string> texts)
    {
        var known = new HashSet<string>().GetAlternateLookup<ReadOnlySpan<char>>();
        for (var row = 0; row < texts.Length; row++)
        {
            if (!known.TryGetValue(held[row].Span, out var text))
            {
                text = held[row].ToString();
                known.Set.Add(text);
            }

            texts[row] = text;
        }
    }
}
