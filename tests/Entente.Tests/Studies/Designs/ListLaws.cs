using CsCheck;
using Entente.Tests.Studies.Sweeps;
using NUnit.Framework;

namespace Entente.Tests.Studies.Designs;

/// <summary>A list of numbers is a set of values: its order is that of the numbers, not that of the file.</summary>
public class ListLaws
{
    private static readonly string[] Methods =
    [
        "method: grid", "method: latin-hypercube, points: 30", "method: sobol, points: 32", "method: morris, trajectories: 5", "method: saltelli, points: 8",
    ];

    private static readonly string[] Numbers = ["0.05", "0.35", "0.5", "0.95"];

    private static readonly string[] Switches = ["false", "true"];

    [Test]
    public void The_order_of_a_list_changes_nothing() => Gen.Select(Gen.OneOfConst(Methods), Gen.Shuffle(Numbers), Gen.Shuffle(Switches)).Sample((method, numbers, switches) =>
        Csv(method, numbers, switches) == Csv(method, Numbers, Switches), iter: 15);

    [TestCase("method: factorial")]
    [TestCase("method: fractional-factorial, runs: 4")]
    public void The_high_level_of_two_numbers_is_the_larger(string method)
    {
        string Of(string numbers, string switches) => Functions.Points($"{method}, levers: {{ disruption.max: {numbers}, membership.buyOuts: {switches} }}").Csv.ReplaceLineEndings("\n");
        Assert.That(Of("[0.95, 0.05]", "[true, false]"), Is.EqualTo("point,disruption.max,membership.buyOuts\n0,0.05,false\n1,0.05,true\n2,0.95,false\n3,0.95,true\n").And.EqualTo(Of("[0.05, 0.95]", "[false, true]")));
    }

    /// <summary>Four even steps of a list and of a range are the same four levels of Morris's grid.</summary>
    [Test]
    public void Morris_takes_the_same_points_of_a_list_of_even_steps_and_of_its_range()
    {
        string Of(string factor) => Functions.Points($"method: morris, trajectories: 20, levers: {{ disruption.max: {factor}, trust.growth: {{ from: 0.03, to: 0.3 }} }}").Csv;
        Assert.That(Of("[0.05, 0.35, 0.65, 0.95]"), Is.EqualTo(Of("{ from: 0.05, to: 0.95 }")));
    }

    /// <summary>Whatever the grid, a step moves whole numbers and lists, if only between two values.</summary>
    [Test]
    public void Every_step_of_Morris_moves_a_factor_however_few_values_it_has() => Gen.Select(Gen.Int[2, 9], Gen.OneOfConst(4, 6, 10), Gen.Bool).Sample((count, levels, whole) =>
    {
        var factor = whole ? $"{{ from: 1, to: {count}, whole: true }}" : $"[{string.Join(", ", Enumerable.Range(1, count))}]";
        var points = Functions.Points($"method: morris, trajectories: 10, levels: {levels}, levers: {{ industry.slots: {factor} }}");
        return Enumerable.Range(0, 10).All(trajectory => points.Value(2 * trajectory, 0) != points.Value(2 * trajectory + 1, 0));
    }, iter: 40);

    private static string Csv(string method, string[] numbers, string[] switches) => Functions.Points(
        $"{method}, levers: {{ disruption.max: [{string.Join(", ", numbers)}], trust.growth: {{ from: 0.03, to: 0.3 }}, membership.buyOuts: [{string.Join(", ", switches)}] }}").Csv;
}
