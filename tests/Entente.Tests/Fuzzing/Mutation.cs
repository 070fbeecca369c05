using System.Text;

namespace Entente.Tests.Fuzzing;

/// <summary>A file spoilt as files get spoilt: by a failing disk, a careless edit, or somebody who tries. The same number gives the same bytes.</summary>
internal static class Mutation
{
    private const int MostEdits = 4;
    private const int LongestRange = 200;

    /// <summary>Numbers at the ends of types, and what is taken for numbers.</summary>
    private static readonly string[] Numbers =
    [
        "0", "-0", "-1", "1e308", "1e309", "-1e309", "5e-324", "NaN", "Infinity", "2147483647", "2147483648", "-2147483649", "4294967297",
        "9223372036854775807", "9223372036854775808", "99999999999999999999999", "0x10", "1_000", "1,5", ".", "-", "1e", "٣",
    ];

    /// <summary>Characters and words that mean something in one of the formats.</summary>
    private static readonly string[] Words =
    [
        "null", "true", "~", "[]", "{}", "\"\"", "''", "[", "]", "{", "}", ":", ": ", ",", "\"", "'", "\\", "#", "- ", "? ", "&a ", "*a", "!!t ", "|", ">", "%", "---", "<<",
        "\n", "\r", "\t", "\0", "\u001b[2J", "\u0085", "\u2028", "\uFEFF", "\uD7FF", "=1+1", "../", "/dev/zero", "\\u0000", "\\uD800",
    ];

    /// <summary>One to four edits of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="other">Another of its kind, pieces of which get into it.</param>
    /// <param name="number">Which mutation.</param>
    public static byte[] Of(byte[] file, byte[] other, ulong number)
    {
        var luck = new Numbered(number);
        var bytes = file.ToList();
        for (var edits = 1 + luck.Below(MostEdits); edits > 0; edits--)
            Edit(bytes, other, ref luck);
        return [.. bytes];
    }

    private static void Edit(List<byte> bytes, byte[] other, ref Numbered luck)
    {
        var at = luck.Below(bytes.Count + 1);
        var length = Math.Min(luck.Below(LongestRange), bytes.Count - at);
        switch (luck.Below(10))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << luck.Below(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)luck.Below(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 4:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 5:
                var from = luck.Below(other.Length);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(luck.Below(LongestRange), other.Length - from)).ToArray());
                break;
            case 6:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(Words[luck.Below(Words.Length)]));
                break;
            case 7:
                bytes.InsertRange(at, Enumerable.Repeat((byte)luck.Below(256), 1 + luck.Below(2000)).ToArray());
                break;
            default:
                Number(bytes, at, Numbers[luck.Below(Numbers.Length)]);
                break;
        }
    }

    /// <summary>Puts another number in place of the next one.</summary>
    private static void Number(List<byte> bytes, int at, string number)
    {
        while (at < bytes.Count && !char.IsAsciiDigit((char)bytes[at]))
            at++;
        var end = at;
        while (end < bytes.Count && (char.IsAsciiDigit((char)bytes[end]) || bytes[end] == '.'))
            end++;
        bytes.RemoveRange(at, end - at);
        bytes.InsertRange(at, Encoding.UTF8.GetBytes(number));
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood 2014): chance that depends on a number alone.</summary>
    private struct Numbered(ulong state)
    {
        private ulong _state = state;

        public int Below(int bound)
        {
            var z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (int)((z ^ (z >> 31)) % (ulong)Math.Max(bound, 1));
        }
    }
}
