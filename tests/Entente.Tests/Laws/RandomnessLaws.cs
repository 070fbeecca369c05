using CsCheck;
using Entente.Randomness;
using NUnit.Framework;

namespace Entente.Tests.Laws;

/// <summary>What addressed draws promise: luck depends on the address and on nothing else.</summary>
public class RandomnessLaws
{
    private readonly record struct Address(uint Seed, uint Replication, Process Process, int Month, int A, int B, int Index)
    {
        public Luck Luck() => new Draws(Seed, Replication).At(Process, Month, A, B, Index);
    }

    private static readonly Gen<Process> Processes = Gen.OneOfConst(Enum.GetValues<Process>());

    private static readonly Gen<Address> Addresses =
        from seed in Gen.UInt
        from replication in Gen.UInt
        from process in Processes
        from month in Gen.Int[0, 65535]
        from a in Gen.Int[0, int.MaxValue]
        from b in Gen.Int[0, int.MaxValue]
        from index in Gen.Int[0, 16777215]
        select new Address(seed, replication, process, month, a, b, index);

    /// <summary>Close neighbours, where a slip in packing the address would make two of them one.</summary>
    private static readonly Gen<Address> Neighbours =
        from seed in Gen.UInt[0, 1]
        from replication in Gen.UInt[0, 1]
        from process in Gen.OneOfConst(Process.Firm, Process.Stock)
        from month in Gen.OneOfConst(0, 1, 255, 256, 65535)
        from a in Gen.Int[0, 1]
        from b in Gen.Int[0, 1]
        from index in Gen.OneOfConst(0, 1, 255, 256, 65535)
        select new Address(seed, replication, process, month, a, b, index);

    private static readonly Gen<double> SmallMeans = Gen.Double[0, 64];

    [Test]
    public void The_same_address_gives_the_same_draws() =>
        Addresses.Sample(address => Take(address.Luck(), 20).SequenceEqual(Take(address.Luck(), 20)));

    // Two different addresses agree in four words by chance once in 2^128.
    [Test]
    public void Different_addresses_give_different_draws() =>
        Gen.Select(Neighbours, Neighbours).Where((x, y) => x != y)
            .Sample((x, y) => !Take(x.Luck(), 4).SequenceEqual(Take(y.Luck(), 4)));

    [Test]
    public void A_pair_has_the_same_luck_whoever_is_named_first() =>
        Addresses.Sample(x =>
        {
            var draws = new Draws(x.Seed, x.Replication);
            return Take(draws.OfPair(x.Process, x.Month, x.A, x.B, x.Index), 8)
                .SequenceEqual(Take(draws.OfPair(x.Process, x.Month, x.B, x.A, x.Index), 8));
        });

    [Test]
    public void Asking_for_more_leaves_the_draws_before_as_they_were() =>
        Gen.Select(Addresses, Gen.Int[0, 1024], Gen.Int[0, 1024]).Sample((address, some, others) =>
            Take(address.Luck(), Math.Max(some, others)).Take(some).SequenceEqual(Take(address.Luck(), some)));

    // However many draws one takes at an address, its neighbours in every direction stay out of reach.
    [Test]
    public void All_draws_of_an_address_leave_its_neighbours_untouched() =>
        Gen.Select(Neighbours, Neighbours).Where((x, y) => x != y).Sample(
            (x, y) => !Take(x.Luck(), 1024).Chunk(4).Intersect(Take(y.Luck(), 1024).Chunk(4), new SameWords()).Any(), iter: 20);

    [Test]
    public void Draws_taken_in_any_order_agree() =>
        Gen.Select(Addresses.Array[1, 20], Gen.Int[0, int.MaxValue]).Sample((addresses, turn) =>
        {
            var forward = addresses.Select(address => address.Luck().Uniform()).ToArray();
            var order = Enumerable.Range(0, addresses.Length).OrderBy(i => (i * 7919L + turn) % 101).ToArray();
            var shuffled = new double[addresses.Length];
            foreach (var i in order)
                shuffled[i] = addresses[i].Luck().Uniform();
            return forward.SequenceEqual(shuffled);
        });

    [Test]
    public void Draws_taken_on_any_thread_agree()
    {
        var draws = new Draws(1, 2);
        var serial = new double[10_000];
        var parallel = new double[serial.Length];
        for (var firm = 0; firm < serial.Length; firm++)
            serial[firm] = Mixture(draws, firm);
        Parallel.For(0, parallel.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, firm => parallel[firm] = Mixture(draws, firm));
        Assert.That(parallel, Is.EqualTo(serial));

        static double Mixture(Draws draws, int firm)
        {
            var luck = draws.At(Process.Firm, 0, firm);
            return luck.BetaByMean(0.65, 7.4) + luck.Normal() + luck.Poisson(5) + luck.Geometric(12);
        }
    }

    [Test]
    public void Uniforms_are_never_0_and_never_1() =>
        Addresses.Sample(address =>
        {
            var luck = address.Luck();
            for (var i = 0; i < 100; i++)
                if (luck.Uniform() is <= 0 or >= 1)
                    return false;
            return true;
        });

    [Test]
    public void A_whole_number_below_a_count_is_from_0_to_one_less() =>
        Gen.Select(Addresses, Gen.Int[1, int.MaxValue]).Sample((address, count) =>
        {
            var drawn = address.Luck().Below(count);
            return 0 <= drawn && drawn < count;
        });

    [Test]
    public void A_larger_mean_never_gives_a_smaller_count_for_the_same_luck() =>
        Gen.Select(Addresses, SmallMeans, SmallMeans).Sample((address, x, y) =>
            address.Luck().Poisson(Math.Min(x, y)) <= address.Luck().Poisson(Math.Max(x, y)));

    [Test]
    public void A_longer_mean_never_gives_a_shorter_wait_for_the_same_luck() =>
        Gen.Select(Addresses, Gen.Double[1, 1000], Gen.Double[1, 1000]).Sample((address, x, y) =>
            address.Luck().Geometric(Math.Min(x, y)) <= address.Luck().Geometric(Math.Max(x, y)));

    [Test]
    public void A_chance_takes_one_draw_whatever_the_probability() =>
        Gen.Select(Addresses, Gen.Double[0, 1]).Sample((address, probability) =>
        {
            var luck = address.Luck();
            luck.Chance(probability);
            return luck.Word() == Take(address.Luck(), 2)[1];
        });

    // Ranges as wide as scenarios may set them.
    [Test]
    public void A_beta_lies_from_0_to_1_whatever_its_mean_and_concentration() =>
        Gen.Select(Addresses, Gen.Double[0, 1], Gen.Double[-2, 4]).Sample((address, mean, logConcentration) =>
            address.Luck().BetaByMean(mean, Math.Pow(10, logConcentration)) is >= 0 and <= 1, iter: 20_000);

    [Test]
    public void A_beta_of_mean_0_or_1_is_that_constant() =>
        Gen.Select(Addresses, Gen.Double[0.01, 10_000]).Sample((address, concentration) =>
            address.Luck().BetaByMean(0, concentration) == 0 && address.Luck().BetaByMean(1, concentration) == 1);

    private static uint[] Take(Luck luck, int count)
    {
        var words = new uint[count];
        for (var i = 0; i < count; i++)
            words[i] = luck.Word();
        return words;
    }

    private sealed class SameWords : IEqualityComparer<uint[]>
    {
        public bool Equals(uint[]? x, uint[]? y) => x!.SequenceEqual(y!);
        public int GetHashCode(uint[] words) => (int)words[0];
    }
}
