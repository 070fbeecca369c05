using Entente.Mechanisms.Conduct;

namespace Entente.Scenarios;

/// <summary>The names by which scenarios choose a theory of conduct, and what each says in a line.</summary>
public static class Theories
{
    /// <summary>All theories, the model's own first.</summary>
    public static IReadOnlyList<(ConductTheory Theory, string Name, string Summary)> All { get; } =
    [
        (ConductTheory.Valuation, "valuation", "Members weigh what each choice is worth, by their belief in the others: the model's own."),
        (ConductTheory.Reciprocity, "reciprocity", "Tit for tat with forgiveness: members answer in kind, and now and then forgive."),
        (ConductTheory.Reinforcement, "reinforcement", "Stochastic learning after Bush and Mosteller: members repeat what paid more than they aspire to."),
        (ConductTheory.RelationalContract, "relational-contract",
            "Members honour an understanding as long as it is in force and its future is worth more than breaking it."),
    ];

    /// <summary>The names of all theories.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(theory => theory.Name)];

    /// <summary>What a theory is called.</summary>
    public static string NameOf(ConductTheory theory) => All.Single(known => known.Theory == theory).Name;

    /// <summary>The theory of a name, or null.</summary>
    public static ConductTheory? Find(string name) => All.Where(known => known.Name == name).Select(known => (ConductTheory?)known.Theory).FirstOrDefault();
}
