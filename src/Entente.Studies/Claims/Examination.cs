using Entente.Engine;
using Entente.Scenarios.Claims;
using Entente.Studies.Running;

namespace Entente.Studies.Claims;

/// <summary>How claims are examined.</summary>
public sealed record ExaminationOptions
{
    /// <summary>Replications played at the same time, 1 or more; no verdict depends on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
    /// <summary>Replications after which verdicts are first looked for, and fewest values a verdict is based on.</summary>
    public int FirstLook { get; init; } = 40;
    /// <summary>Replications between looks.</summary>
    public int Batch { get; init; } = 20;
    /// <summary>Whether emergent claims are asked again with favouring rules switched off and under rival theories.</summary>
    public bool Variants { get; init; } = true;
    /// <summary>Rival theories of conduct, as assignments <c>path=value</c>.</summary>
    public IReadOnlyList<string> Theories { get; init; } = RivalTheories.All;
}

/// <summary>
/// Asks the model whether claims hold. Replications are added in batches until every proposition is decided or the claim's
/// replications are spent; intervals are confidence sequences, so that looking often costs nothing in error. The probability of an error is shared
/// out over all propositions that are asked together.
/// </summary>
public static class Examination
{
    /// <summary>Examines claims.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told of replications that are finished, or no longer needed.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <param name="player">Plays one replication; the model's own if left out.</param>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    /// <exception cref="ReplicationFailure">A replication could not be played.</exception>
    public static IReadOnlyList<ClaimFinding> Run(
        IReadOnlyList<Claim> claims, ExaminationOptions options, IProgress<StudyProgress>? progress, CancellationToken cancel,
        Player? player = null)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        var propositions = PropositionsOf(claims);
        var cases = claims
            .SelectMany(claim => VariantsOf(claim, options).Select(variant => new Case(claim, variant, propositions, options.FirstLook)))
            .ToArray();
        var total = cases.Sum(one => one.Total);
        for (var look = options.FirstLook; cases.Any(one => !one.Finished); look += options.Batch)
        {
            var settled = cases.Sum(one => one.Finished ? one.Total : one.Played);
            var jobs = cases.Where(one => !one.Finished).SelectMany(one => one.Jobs(look)).ToArray();
            var done = 0;
            foreach (var (job, outcomes) in Play(jobs, options.Threads, player ?? Simulation.Run, cancel))
            {
                job.Case.Take(job, outcomes);
                progress?.Report(new StudyProgress(settled + ++done, total));
            }

            cancel.ThrowIfCancellationRequested();
            foreach (var one in cases)
                one.Look();
        }

        progress?.Report(new StudyProgress(total, total));
        return
        [
            .. claims.Select(claim =>
            {
                var findings = cases.Where(one => one.Claim == claim).Select(one => one.Finding).ToArray();
                return new ClaimFinding(claim, findings.FirstOrDefault(), [.. findings.Skip(1)]);
            }),
        ];
    }

    /// <summary>How many propositions are asked together: the probability of an error is shared out over so many.</summary>
    public static int PropositionsOf(IEnumerable<Claim> claims) => claims.Sum(claim => claim.Propositions.Count);

    private static IEnumerable<ClaimVariant> VariantsOf(Claim claim, ExaminationOptions options)
    {
        if (claim.NotTestable is not null)
            yield break;
        yield return claim.AsItStands();
        if (claim.Kind != ClaimKind.Emergent || !options.Variants)
            yield break;
        foreach (var ablation in claim.FavouredBy)
            yield return claim.Without(ablation);
        foreach (var theory in options.Theories)
            yield return claim.Vary(theory, VariantKind.Theory, [theory]);
    }

    private static IEnumerable<(Job Job, IReadOnlyDictionary<string, double> Outcomes)> Play(
        Job[] jobs, int threads, Player player, CancellationToken cancel) =>
        OrderedPlay<(Job, IReadOnlyDictionary<string, double>)>.Run(
            jobs.Length, threads, 16 * threads, number => (jobs[number], jobs[number].Play(player)), cancel);

    /// <summary>One replication of one arm of a case.</summary>
    private sealed record Job(Case Case, int PlayNumber, int Replication)
    {
        public IReadOnlyDictionary<string, double> Play(Player player) =>
            Case.Claim.Play(Case.Variant.Plays[PlayNumber], PlayNumber, Replication, player);
    }

    /// <summary>A claim under some settings, being played.</summary>
    private sealed class Case(Claim claim, ClaimVariant variant, int propositionsAsked, int least)
    {
        private readonly Contrast[] contrasts = [.. claim.Propositions.Select(proposition => new Contrast(proposition))];
        private readonly IReadOnlyDictionary<string, double>[] row = new IReadOnlyDictionary<string, double>[claim.Plays.Count];
        private readonly int most = variant.Plays[0].Scenario.Replications;
        private int replications;

        public Claim Claim => claim;

        public ClaimVariant Variant => variant;

        public int Total => most * claim.Plays.Count;

        public int Played => replications * claim.Plays.Count;

        public bool Finished { get; private set; }

        public VariantFinding Finding => new(variant,
            [.. contrasts.Select(contrast => contrast.Judge((1 - claim.Confidence) / propositionsAsked, Math.Min(least, most)))]);

        /// <summary>What is to be played up to a look.</summary>
        public IEnumerable<Job> Jobs(int look) =>
            from replication in Enumerable.Range(replications, Math.Min(look, most) - replications)
            from play in Enumerable.Range(0, claim.Plays.Count)
            select new Job(this, play, replication);

        /// <summary>Takes what was played; jobs come back in order.</summary>
        public void Take(Job job, IReadOnlyDictionary<string, double> outcomes)
        {
            row[job.PlayNumber] = outcomes;
            if (job.PlayNumber < row.Length - 1)
                return;
            replications++;
            foreach (var contrast in contrasts)
                contrast.Add(row);
        }

        public void Look() => Finished = replications == most
            || Finding.Propositions.All(proposition => proposition.Verdict != ClaimVerdict.Undecided);
    }
}
