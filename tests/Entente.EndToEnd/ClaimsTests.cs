using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary><c>claims</c> as a user meets it, on a claim small enough to be played in a moment.</summary>
public class ClaimsTests
{
    private const string Tiny =
        """
        claim: 1
        kind: emergent
        name: contracts-take-longer
        question: In a small industry, negotiating a tight contract takes longer than agreeing on a fair process.
        source: made up for a test
        seed: 3
        replications: 60
        months: 60
        industry: { firms: 10 }
        disruption: storm
        arms:
          - { name: tight, preset: tight-contract }
          - { name: fair, preset: fair-process }
        propositions:
          - says: Months to operation are more under a tight contract.
            terms: [{ arm: tight, outcome: monthsToOperation }, { arm: fair, outcome: monthsToOperation, weight: -1 }]
            moreThan: 0
        favouredBy:
          - { rule: contracts take work, set: [negotiation.controlWork=0, negotiation.clauseRate=0, negotiation.blindSpeed=1] }

        """;

    private WorkingFolder folder = null!;

    [SetUp]
    public void Make() => folder = new WorkingFolder();

    [TearDown]
    public void Remove() => folder.Remove();

    [Test]
    public void A_claim_gets_a_verdict_on_screen_in_tables_and_on_a_page()
    {
        folder.Write("claims/01.yaml", Tiny);
        folder.Write("claims/02.yaml", "fact: unknowable\nname: unknowable\nquestion: What do they think?\nsource: nobody\nnotTestable: Minds have no column.\n");
        var answer = folder.Entente("claims", "claims", "--out", "out", "--markdown", "page.md", "--robust", "--points", "6", "--point-replications", "2");

        Assert.That(answer.Exit, Is.Zero, answer.Error);
        Assert.That(answer.Output.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(80));
        Assert.That(answer.Output, Does.Contain("1. In a small industry").And.Contain("(emergent)").And.Contain("confirmed")
            .And.Contain("1 confirmed, 1 not testable.\n")
            .And.Contain("Claim 1 (contracts-take-longer) is confirmed; asked again under").And.Contain("without: contracts take work: refuted")
            .And.Contain("points; decided most by").And.EndWith("\nResults are in out\nThe page is in page.md\n"));

        var rows = File.ReadAllText(folder["out/claims.csv"]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.That(rows[0], Is.EqualTo("claim,name,kind,proposition,says,variant,verdict,effect,low,high,direction,threshold,replications,leftOut,claimVerdict"));
        Assert.That(rows[1], Does.StartWith("1,contracts-take-longer,emergent,1,Months to operation are more under a tight contract.,base,confirmed,"));
        Assert.That(rows[2], Does.Contain(",without: contracts take work,refuted,"));
        Assert.That(rows[^1], Is.EqualTo("unknowable,unknowable,fact,,Minds have no column.,base,not testable,,,,,,0,0,not testable"));
        Assert.That(File.ReadAllText(folder["out/robust.csv"]), Does.StartWith("claim,name,proposition,says,points,holding,share,parameters,byChance,rank,parameter,correlation\r\n"));
        Assert.That(File.ReadAllText(folder["page.md"]), Is.EqualTo(File.ReadAllText(folder["out/claims.md"])));
        Assert.That(File.ReadAllText(folder["page.md"]), Does.Contain("# Claims").And.Contain("monthsToOperation (tight) - monthsToOperation (fair)").And.Contain("Not testable: Minds have no column."));
        Assert.That(Directory.GetFileSystemEntries(folder["out"]).Select(Path.GetFileName), Is.EquivalentTo((string[])["claims.csv", "robust.csv", "claims.md"]));
    }

    [Test]
    public void Verdicts_do_not_depend_on_the_number_of_threads()
    {
        folder.Write("tiny.yaml", Tiny);
        foreach (var threads in new[] { "1", "3" })
            Assert.That(folder.Entente("claims", "tiny.yaml", "--threads", threads, "--out", $"out{threads}").Exit, Is.Zero);
        Assert.That(File.ReadAllBytes(folder["out3/claims.csv"]), Is.EqualTo(File.ReadAllBytes(folder["out1/claims.csv"])));
        Assert.That(File.ReadAllBytes(folder["out3/claims.md"]), Is.EqualTo(File.ReadAllBytes(folder["out1/claims.md"])));
    }

    [Test]
    public void A_claim_with_mistakes_is_not_played()
    {
        folder.Write("bad.yaml", Tiny.Replace("arm: fair, outcome", "arm: fairs, outcome", StringComparison.Ordinal));
        var answer = folder.Entente("claims", "bad.yaml", "--out", "out");
        Assert.That(answer, Is.EqualTo((2, "",
            "bad.yaml:16:59 arm is fairs; it must be an arm of this file. Did you mean fair?\nOne problem; nothing was played and nothing written.\n")));
        Assert.That(Directory.Exists(folder["out"]), Is.False);
    }

    [Test]
    public void Results_that_are_there_stay_as_they_are()
    {
        folder.Write("tiny.yaml", Tiny);
        folder.Write("out/claims.csv", "mine");
        var answer = folder.Entente("claims", "tiny.yaml", "--out", "out");
        Assert.That((answer.Exit, answer.Output), Is.EqualTo((2, "")));
        Assert.That(File.ReadAllText(folder["out/claims.csv"]), Is.EqualTo("mine"));
    }

    [Test]
    public void A_signal_ends_it_and_nothing_is_kept()
    {
        folder.Write("long.yaml", Tiny.Replace("months: 60", "months: 2000", StringComparison.Ordinal).Replace("firms: 10", "firms: 150", StringComparison.Ordinal));
        using var program = Started.Entente(folder.Root, "claims", "long.yaml", "--out", "out");
        Started.WaitUntil(() => program.Worked > TimeSpan.FromSeconds(2), "the program never got to play");
        program.Send("INT");
        var (exit, output, error) = program.End();
        Assert.That((exit, output), Is.EqualTo((130, "")), error);
        Assert.That(error, Does.EndWith("Interrupted: nothing was kept.\n"));
        Assert.That(Directory.Exists(folder["out"]), Is.False);
    }

    [Test]
    public void Validate_knows_claims()
    {
        folder.Write("tiny.yaml", Tiny);
        var answer = folder.Entente("validate", "tiny.yaml");
        Assert.That((answer.Exit, answer.Error), Is.EqualTo((0, "")));
        Assert.That(answer.Output, Does.StartWith("tiny.yaml is sound.\n  claim        1\n").And.Contain("  proposition  Months to operation are more under a tight contract. (more than\n               0)\n"));
    }
}
