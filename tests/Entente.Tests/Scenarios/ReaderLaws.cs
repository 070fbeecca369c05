using CsCheck;
using Entente.Scenarios;
using NUnit.Framework;

namespace Entente.Tests.Scenarios;

/// <summary>Whatever comes in, out comes a scenario or what is wrong; never an exception.</summary>
public class ReaderLaws
{
    private static readonly Gen<string> Bytes = Gen.Byte.Array[0, 200].Select(bytes => System.Text.Encoding.Latin1.GetString(bytes));

    // Characters that mean something in YAML, so that more than the first of them is reached.
    private static readonly Gen<string> Yamlish =
        Gen.OneOfConst("- ", ": ", "\n", "  ", "[", "]", "{", "}", ",", "a", "name", "arms", "\"", "'", "&a ", "*a", "!t ", "|", ">", "#", "%", "---\n", "? ", "\t", "1", ".5", "<<", "\\", "\\UFFFFFFFF", "null")
            .Array[0, 40].Select(string.Concat);

    private static readonly Gen<string> Mutations =
        Gen.Select(Gen.Int[0, Example.Good.Length - 1], Gen.Int[0, 12], Gen.OneOf(Yamlish, Bytes, Gen.Const("")))
            .Array[1, 3]
            .Select(edits => edits.Aggregate(Example.Good, (text, edit) =>
            {
                var (position, length, insert) = edit;
                position = Math.Min(position, text.Length);
                return string.Concat(text.AsSpan(0, position), insert, text.AsSpan(Math.Min(text.Length, position + length)));
            }));

    [Test]
    public void Any_text_gives_a_scenario_or_problems() => Gen.OneOf(Bytes, Yamlish, Gen.String).Sample(text => IsScenarioOrProblems(text), iter: 5_000);

    [Test]
    public void Any_change_of_a_good_file_gives_a_scenario_or_problems() => Mutations.Sample(text => IsScenarioOrProblems(text), iter: 5_000);

    [Test]
    public void Any_assignment_gives_a_scenario_or_problems() =>
        Gen.OneOf(
                Gen.Select(
                    Gen.OneOfConst("dials", "arms", "arms.fair", "arms.0.dials", "industry.named", "disruption", "founded.Pair", "outcomes", "trust", "", "a.b.c"),
                    Yamlish,
                    Yamlish,
                    (path, key, value) => $"{path}.{key}={value}"),
                Gen.String)
            .Array[1, 3]
            .Sample(set => IsScenarioOrProblems(Example.Good, new ScenarioOverrides(Set: set)), iter: 5_000);

    [Test]
    public void Any_number_in_a_scenario_is_read_as_it_was_written() =>
        Gen.Double[0, 1].Sample(value =>
        {
            var text = Example.Good.Replace("contact: .4", FormattableString.Invariant($"contact: {value}"), StringComparison.Ordinal);
            return Example.Read(text).Arms[0].Setting.Dials.Contact.Equals(value);
        });

    [Test]
    public void An_alias_bomb_does_not_go_off()
    {
        // Spelt out, the last line would have 2^31 words.
        var bomb = "a0: &a0 [x, x]\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n"));
        var problems = ScenarioReader.Parse(bomb, Example.File).Problems;
        // An anchor and an unknown key a line, and two aliases on all but the first; five keys and arms are missing.
        Assert.That(problems, Has.Count.EqualTo((31 * 2) + (30 * 2) + 5));
    }

    [TestCase("[")]
    [TestCase("{a: ")]
    [TestCase("- ")]
    [TestCase("? ")]
    [TestCase("a:\n")]
    [TestCase("- a\n")]
    [TestCase("'")]
    [TestCase("[a],")]
    [TestCase("*a ")]
    public void A_megabyte_of_the_same_is_refused(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (1 << 20) / piece.Length));
        Assert.That(IsScenarioOrProblems(text), Is.True);
    }

    [TestCase("", "name", ":\n", "")]
    [TestCase("outcomes:\n", "- income", "\n", "")]
    [TestCase("founded: [{ members: [", "Ash", ", ", "Ash] }]")]
    public void Reading_stops_after_a_thousand_problems(string before, string item, string after, string end)
    {
        var text = before + string.Concat(Enumerable.Range(0, 60_000).Select(i => $"{item}{i}{after}")) + end;
        var problems = ScenarioReader.Parse(text, Example.File).Problems;
        Assert.That(problems, Has.Count.EqualTo(1001));
        Assert.That(problems[^1].ToString(), Is.EqualTo("example.yaml: reading stopped after 1000 problems; there may be more."));
    }

    private static bool IsScenarioOrProblems(string text, ScenarioOverrides? overrides = null)
    {
        var (scenario, problems) = ScenarioReader.Parse(text, Example.File, overrides);
        if ((scenario is null) != (problems.Count > 0))
            throw new AssertionException("a scenario and problems, or neither");
        var lines = text.Count(c => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029') + 1;
        foreach (var problem in problems)
        {
            if (problem.Message.Length < 10 || problem.Message[^1] is not ('.' or '?' or ')') || problem.Message.Any(char.IsControl))
                throw new AssertionException($"no message: {problem}");
            if (problem.File != Example.File && problem.File != "--set")
                throw new AssertionException($"no file: {problem}");
            if (problem.Line < 0 || problem.Line > lines + 1 || (problem.Line == 0) != (problem.Column == 0))
                throw new AssertionException($"no place: {problem}");
        }

        return true;
    }
}
