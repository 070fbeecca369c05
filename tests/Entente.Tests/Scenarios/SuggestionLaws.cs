using CsCheck;
using Entente.Scenarios;
using Entente.Settings;
using NUnit.Framework;

namespace Entente.Tests.Scenarios;

public class SuggestionLaws
{
    private static readonly Gen<string> Word = Gen.String[Gen.Char["abc"], 0, 8];

    private static readonly string[] Names = [.. ParameterCatalogue.Of(new Setting()).Select(p => p.Path.Split('.')[^1]).Distinct()];

    // Worked out by hand; "ca" to "abc" tells the distance from its restricted relative, which says 3.
    [TestCase("", "", 0)]
    [TestCase("", "abc", 3)]
    [TestCase("kitten", "sitting", 3)]
    [TestCase("ab", "ba", 1)]
    [TestCase("ca", "abc", 2)]
    [TestCase("exitBarier", "exitBarrier", 1)]
    public void Distances_are_those_of_Damerau_and_Levenshtein(string one, string other, int distance) =>
        Assert.That(Suggestions.Distance(one, other), Is.EqualTo(distance));

    [Test]
    public void Distance_is_a_metric() =>
        Gen.Select(Word, Word, Word).Sample((a, b, c) =>
            Suggestions.Distance(a, a) == 0 &&
            Suggestions.Distance(a, b) == Suggestions.Distance(b, a) &&
            (Suggestions.Distance(a, b) > 0 || a == b) &&
            Suggestions.Distance(a, c) <= Suggestions.Distance(a, b) + Suggestions.Distance(b, c));

    [Test]
    public void Distance_is_at_least_the_difference_in_length_and_at_most_the_longer() =>
        Gen.Select(Word, Word).Sample((a, b) =>
            Suggestions.Distance(a, b) >= Math.Abs(a.Length - b.Length) && Suggestions.Distance(a, b) <= Math.Max(a.Length, b.Length));

    [Test]
    public void Two_neighbours_swapped_are_one_step() =>
        Gen.Select(Word.Where(w => w.Length >= 2), Gen.Int[0, 6]).Sample((word, at) =>
        {
            at = Math.Min(at, word.Length - 2);
            var swapped = $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}";
            return Suggestions.Distance(word, swapped) == (word == swapped ? 0 : 1);
        });

    [Test]
    public void One_slip_in_a_name_finds_a_name_one_slip_away() =>
        Gen.Select(Gen.Int[0, Names.Length - 1], Gen.Int[0, 40], Gen.Char["abcdeXYZ"], Gen.Int[0, 3]).Sample((index, at, letter, slip) =>
        {
            var name = Names[index];
            at %= name.Length;
            var written = slip switch
            {
                0 => name.Insert(at, letter.ToString()),
                1 => name.Remove(at, 1),
                2 => string.Concat(name.AsSpan(0, at), letter.ToString(), name.AsSpan(at + 1)),
                _ => at + 1 < name.Length ? $"{name[..at]}{name[at + 1]}{name[at]}{name[(at + 2)..]}" : name,
            };
            if (written.Length < 3)
                return true;
            var found = Suggestions.Nearest(written, Names);
            return found is not null && Suggestions.Distance(found.ToLowerInvariant(), written.ToLowerInvariant()) <= 1;
        });

    [TestCase("exit_barrier", "exitBarrier")]
    [TestCase("EXIT-BARRIER", "exitBarrier")]
    [TestCase("exit barrier", "exitBarrier")]
    [TestCase("tirgger", null)]
    [TestCase("exitB", "exitBarrier")]
    [TestCase("exi", null, Description = "Several begin so.")]
    [TestCase("x", null)]
    [TestCase("", null)]
    public void Spelling_conventions_do_not_count_and_strangers_are_not_suggested(string written, string? found) =>
        Assert.That(Suggestions.Nearest(written, Names), Is.EqualTo(found));

    [TestCase(1.4, 0, 1, false, 0.14)]
    [TestCase(70, 0, 1, false, 0.7)]
    [TestCase(-0.5, 0, 1, false, 0.5)]
    [TestCase(0.05, 1, 100, false, 5)]
    [TestCase(24000, 1, 4000, true, 2400)]
    [TestCase(24001, 1, 4000, true, null)]
    [TestCase(0, 1, 10, true, null)]
    [TestCase(123456, 0, 1, false, null)]
    public void A_number_out_of_range_had_its_point_or_its_sign_wrong(double written, double min, double max, bool whole, double? meant) =>
        Assert.That((double?)Suggestions.Shifted((decimal)written, min, max, whole), Is.EqualTo(meant));

    [Test]
    public void What_is_suggested_for_a_number_lies_in_range_and_has_the_same_digits() =>
        Gen.Select(Gen.Int[-100_000, 100_000], Gen.Int[0, 4], Gen.Bool).Sample((digits, places, whole) =>
        {
            var written = digits / (decimal)Math.Pow(10, places);
            if (Suggestions.Shifted(written, 1, 50, whole) is not { } meant)
                return true;
            static string Digits(decimal number) => Math.Abs(number).ToString(System.Globalization.CultureInfo.InvariantCulture).Replace(".", "").Trim('0');
            return meant is >= 1 and <= 50 && Digits(meant) == Digits(written) && (!whole || meant == decimal.Truncate(meant));
        });
}
