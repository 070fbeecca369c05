using CsCheck;
using Entente.Randomness;
using NUnit.Framework;

namespace Entente.Tests.Accuracy;

/// <summary>
/// The published known answers of Philox-4x32 with ten rounds: the lines "philox4x32 10" of tests/kat_vectors in the Random123
/// distribution, version 1.14.0 (D. E. Shaw Research). The third input is the digits of pi.
/// </summary>
public class PhiloxAccuracy
{
    [TestCase("00000000 00000000 00000000 00000000", "00000000 00000000", "6627e8d5 e169c58d bc57ac4c 9b00dbd8")]
    [TestCase("ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd")]
    [TestCase("243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0", "d16cfe09 94fdcceb 5001e420 24126ea1")]
    public void Philox_gives_the_published_answers(string counter, string key, string answer)
    {
        var c = Words(counter);
        var k = Words(key);
        var a = Words(answer);
        Assert.That(Philox.At(new Block(c[0], c[1], c[2], c[3]), k[0], k[1]), Is.EqualTo(new Block(a[0], a[1], a[2], a[3])));
    }

    [Test]
    public void An_address_reaches_the_generator_as_documented()
    {
        var luck = new Draws(0xa4093822, 0x299f31d0).At(Process.Clause, month: 179, a: 7, b: 11, index: 3);
        for (uint block = 0; block < 3; block++)
        {
            var counter = new Block(179 + 65536 * (uint)Process.Clause, 7, 11, 65536 * 3 + block);
            var expected = Philox.At(counter, 0xa4093822, 0x299f31d0);
            Assert.That(new Block(luck.Word(), luck.Word(), luck.Word(), luck.Word()), Is.EqualTo(expected), $"block {block}");
        }
    }

    [Test]
    public void Many_blocks_at_once_are_the_same_blocks() =>
        Gen.Select(Gen.UInt.Array[4], Gen.Select(Gen.UInt, Gen.UInt).Array[0, 100]).Sample((common, middle) =>
        {
            var blocks = new Block[middle.Length];
            Philox.At(common[0], [.. middle.Select(m => m.Item1)], [.. middle.Select(m => m.Item2)], common[1], common[2], common[3], blocks);
            return blocks.SequenceEqual(middle.Select(m =>
                Philox.At(new Block(common[0], m.Item1, m.Item2, common[1]), common[2], common[3])));
        });

    [Test]
    public void Lots_are_the_luck_of_each_address() =>
        Gen.Select(Gen.UInt, Gen.UInt, Gen.Int[0, 65535], Gen.Select(Gen.Int, Gen.Int).Array[0, 200]).Sample(
            (seed, replication, month, addresses) =>
            {
                var draws = new Draws(seed, replication);
                var lots = new Lots();
                lots.Ask(1, 2); // forgotten
                lots.Clear();
                foreach (var (a, b) in addresses)
                    lots.Ask(a, b);
                lots.Draw(draws, Process.Conduct, month);
                return addresses.All(address =>
                {
                    var (lot, luck) = (lots.Next(), draws.At(Process.Conduct, month, address.Item1, address.Item2));
                    return Enumerable.Range(0, 9).All(_ => lot.Word() == luck.Word());
                });
            });

    private static uint[] Words(string text) => [.. text.Split(' ').Select(word => Convert.ToUInt32(word, 16))];
}
