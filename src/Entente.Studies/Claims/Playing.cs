using Entente.Scenarios.Claims;
using Entente.Studies.Running;

namespace Entente.Studies.Claims;

/// <summary>Plays arms of claims, and keeps of each recording what propositions ask for.</summary>
internal static class Playing
{
    /// <summary>The outcomes of one replication of one arm that propositions refer to.</summary>
    /// <exception cref="ReplicationFailure">It could not be played.</exception>
    public static IReadOnlyDictionary<string, double> Play(this Claim claim, Play play, int number, int replication, Player player)
    {
        try
        {
            var recording = player(play.Arm.Setting, play.Scenario.Seed, (uint)replication);
            return claim.Propositions.SelectMany(proposition => proposition.Terms)
                .Where(term => term.Play == number).Select(term => term.Outcome).Distinct()
                .ToDictionary(outcome => outcome, outcome => OutcomeValues.Of(outcome, recording));
        }
        catch (Exception cause)
        {
            throw new ReplicationFailure(play.Scenario, play.Arm, replication, claim.File, cause);
        }
    }
}
