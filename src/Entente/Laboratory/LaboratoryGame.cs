using Entente.Mechanisms.Conduct;
using Entente.Mechanisms.Trust;
using Entente.Randomness;
using Entente.Worlds;

namespace Entente.Laboratory;

/// <summary>How people in the laboratory behave: a theory of conduct, its parameters, and what they bring along.</summary>
public sealed record LaboratoryPeople
{
    /// <summary>The theory they follow.</summary>
    public ConductTheory Theory { get; init; } = ConductTheory.Valuation;
    /// <summary>Parameters of how they choose, the same as in the field.</summary>
    public ConductOptions Conduct { get; init; } = new();
    /// <summary>What holds in the laboratory alone.</summary>
    public LaboratoryOptions Laboratory { get; init; } = new();
}

/// <summary>
/// Plays a laboratory experiment with the rules of Conduct and Trust as they are in the field: no contract, no process, no noise, full contact.
/// A person has one trust for all its partners, which moves with the share of them that contributed. What a point is worth turns the
/// experiment's table into units of stake. Each interaction is with new partners, drawn anew, and so is the trust in them.
/// </summary>
public static class LaboratoryGame
{
    private const int MostPeople = 1 << 16;

    /// <summary>Plays the whole experiment once: all sessions, all interactions.</summary>
    /// <param name="treatment">The experiment.</param>
    /// <param name="people">Who plays it.</param>
    /// <param name="seed">Master seed.</param>
    /// <param name="replication">Number of the replication, from 0.</param>
    public static LaboratoryCounts Play(Treatment treatment, LaboratoryPeople people, uint seed, uint replication)
    {
        ArgumentNullException.ThrowIfNull(treatment);
        ArgumentNullException.ThrowIfNull(people);
        var counts = new LaboratoryCounts(treatment.Partners);
        var table = new PayoffTable(treatment, people.Laboratory.Point);
        var theory = ConductTheories.Of(people.Theory, people.Conduct);
        var draws = new Draws(seed, replication);
        foreach (var (number, session) in treatment.Sessions.Index())
        {
            var group = Enumerable.Range(0, session.People).Select(i => new Person(number * MostPeople + i)).ToArray();
            foreach (var (interaction, length) in session.Lengths.Index())
            {
                Order(group, draws, number, interaction);
                foreach (var person in group)
                    person.Meet(people.Laboratory, draws, interaction);
                for (var first = 0; first + treatment.Partners <= group.Length; first += treatment.Partners)
                    new Meeting(table, theory, people, draws, interaction, group.AsMemory(first, treatment.Partners)).Play(length, counts);
            }
        }

        return counts;
    }

    /// <summary>Draws who meets whom: groups are formed from the front.</summary>
    private static void Order(Person[] group, Draws draws, int session, int interaction)
    {
        Array.Sort(group, (one, other) => one.Id.CompareTo(other.Id));
        var luck = draws.At(Process.LaboratoryGroups, 0, session, interaction);
        for (var left = group.Length; left > 1; left--)
        {
            var drawn = luck.Below(left);
            (group[left - 1], group[drawn]) = (group[drawn], group[left - 1]);
        }
    }

    /// <summary>The table of payoffs in units of stake.</summary>
    private sealed class PayoffTable
    {
        private readonly double[] _contribute, _withhold;

        public PayoffTable(Treatment treatment, double point)
        {
            _contribute = [.. treatment.Contribute.Select(points => points * point)];
            _withhold = [.. treatment.Withhold.Select(points => points * point)];
            Discount = treatment.Continuation;
            Leave = (treatment.Alone - (1 - treatment.Continuation) * treatment.ExitCost) * point;
        }

        public int Others => _contribute.Length - 1;

        public double Discount { get; }

        public double Leave { get; }

        public double Of(Choice choice, int contributing) => (choice == Choice.Contribute ? _contribute : _withhold)[contributing];

        public Payoffs At(double belief) => new(
            Expected(_contribute, belief), Expected(_withhold, belief), _contribute[^1], _contribute[0], _withhold[^1], _withhold[0]);

        /// <summary>Expectation when each of the others contributes with the same probability.</summary>
        private static double Expected(double[] payoffs, double belief)
        {
            var others = payoffs.Length - 1;
            var (sum, ways) = (0.0, 1.0);
            for (var k = 0; k <= others; k++)
            {
                sum += ways * Math.Pow(belief, k) * Math.Pow(1 - belief, others - k) * payoffs[k];
                ways = ways * (others - k) / (k + 1);
            }

            return sum;
        }
    }

    private sealed class Person(int id)
    {
        public int Id => id;

        public double Trust { get; set; } = double.NaN;

        public double Memory { get; set; }

        public Choice Last { get; set; }

        public Choice Choice { get; set; }

        public int Seen { get; set; }

        public void Meet(LaboratoryOptions options, Draws draws, int interaction)
        {
            var fresh = draws.At(Process.LaboratoryTrust, 0, id, interaction).BetaByMean(options.TrustMean, options.TrustConcentration);
            Trust = double.IsNaN(Trust) ? fresh : fresh + options.CarryOver * (Trust - fresh);
            (Last, Memory, Seen) = (Choice.None, 0, 0);
        }
    }

    /// <summary>One alliance from its first period to its last.</summary>
    private readonly struct Meeting(
        PayoffTable table, IConductTheory theory, LaboratoryPeople people, Draws draws, int interaction, Memory<Person> members)
    {
        public void Play(int length, LaboratoryCounts counts)
        {
            var always = true;
            var left = false;
            for (var period = 0; period < length && !left; period++)
            {
                foreach (var person in members.Span)
                    Choose(person, period);
                foreach (var person in members.Span)
                {
                    counts.Count(period, person.Choice);
                    if (period > 0)
                        counts.CountResponse(person.Last, person.Seen, person.Choice);
                    always &= person.Choice == Choice.Contribute;
                    left |= person.Choice == Choice.Leave;
                }

                foreach (var person in members.Span)
                    Learn(person);
                foreach (var person in members.Span)
                    person.Last = person.Choice;
            }

            counts.Alliances++;
            counts.Terminated += left ? 1 : 0;
            counts.AlwaysContributed += always ? 1 : 0;
        }

        private void Choose(Person person, int period)
        {
            var situation = new Situation
            {
                Belief = ConductRules.Belief(person.Trust, compliance: 0),
                Others = table.Others,
                Payoffs = table.At(person.Trust),
                Leave = table.Leave,
                Discount = table.Discount,
                Last = person.Last,
                Seen = (double)person.Seen / table.Others,
                Earned = person.Last == Choice.None ? 0 : table.Of(person.Last, person.Seen),
                MayLeave = true,
            };
            person.Memory = theory.Remember(person.Memory, situation);
            var odds = theory.Weigh(person.Memory, situation);
            var luck = draws.At(Process.Laboratory, period, person.Id, interaction);
            var slips = luck.Chance(people.Conduct.Lapse);
            var point = luck.Uniform();
            person.Choice = !slips ? ConductRules.Pick(odds, point)
                : point < people.Laboratory.SlipLeaves ? Choice.Leave : Choice.Withhold;
        }

        private void Learn(Person person)
        {
            var contributing = 0;
            foreach (var other in members.Span)
                if (other != person && other.Choice == Choice.Contribute)
                    contributing++;
            person.Seen = contributing;
            person.Trust = TrustRules.AfterShare(
                person.Trust, (double)contributing / table.Others, people.Laboratory.Growth, people.Laboratory.Breakage);
        }
    }
}
