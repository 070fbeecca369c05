using CsCheck;
using Entente.Studies.Charts;
using NUnit.Framework;

namespace Entente.Tests.Studies.Charts;

/// <summary>Short names fit, and tell apart whatever the whole names told apart.</summary>
public class ShortNamesLaws
{
    // Names that begin alike, end alike, or differ in a letter somewhere in the middle; some short, some with letters of several characters.
    private static readonly Gen<string> Name =
        from head in Gen.OneOfConst("", "exit-barrier-of-", "equity joint ventures of the ", "Zürich & Söhne ", "👩‍👩‍👧 family ")
        from before in Gen.Int[0, 30]
        from letter in Gen.OneOfConst("a", "b", "é", "e\u0301", "🤝", "…", "(1)")
        from after in Gen.Int[0, 30]
        from tail in Gen.OneOfConst("", "-and-everything-else-as-delivered", " as registered")
        select head + new string('x', before) + letter + new string('x', after) + tail;

    private static readonly Gen<(string[] Names, int Most)> Cases = Gen.Select(Name.Array[1, 20], Gen.Int[8, 40]);

    [Test]
    public void Distinct_names_stay_distinct_and_equal_ones_equal() => Cases.Sample((names, most) =>
    {
        var cut = ShortNames.Of(names, most);
        return names.Length == cut.Count
            && Enumerable.Range(0, names.Length).All(i => Enumerable.Range(0, i).All(j => names[i] == names[j] == (cut[i] == cut[j])));
    });

    [Test]
    public void All_fit_and_what_fitted_is_left_alone() => Cases.Sample((names, most) =>
        names.Zip(ShortNames.Of(names, most)).All(pair => Characters(pair.Second) <= most && (Characters(pair.First) > most || pair.First == pair.Second)));

    [TestCase("exit-b…livered", 14, "exit-barrier-and-everything-else-as-delivered")]
    [TestCase("one-beg…ds-here two-beg…ds-here", 15, "one-beginning-that-ends-here two-beginning-that-ends-here")]
    [TestCase("a-name-…umber-1 a-name-…umber-2", 15, "a-name-that-ends-in-a-number-1 a-name-that-ends-in-a-number-2")]
    [TestCase("…2-of-s…letters …4-of-s…letters", 15, "a-name-that-differs-in-the-mid-2-of-some-dozens-of-letters a-name-that-differs-in-the-mid-4-of-some-dozens-of-letters")]
    [TestCase("xxxxxx…(1) yyyyyy…(2)", 10, "xxxxxxxxxxxxxxxxxxx1xxxxxxxxxxxxxxxxxxx yyyyyyyyyyyyyyyyyyyyyyy2yyyyyyyyyyyyyyyyy")]
    public void Cuts_are_made_where_they_leave_the_difference(string expected, int most, string names)
    {
        // The last: a third and a fourth differ from the first two in the middle alone.
        string[] all = expected.Contains("(1)", StringComparison.Ordinal)
            ? [.. names.Split(' '), .. names.Split(' ').Select(name => name.Replace('1', '3').Replace('2', '4'))]
            : names.Split(' ');
        Assert.That(string.Join(' ', ShortNames.Of(all, most).Take(names.Split(' ').Length)), Is.EqualTo(expected));
    }

    private static int Characters(string name) => new System.Globalization.StringInfo(name).LengthInTextElements;
}
