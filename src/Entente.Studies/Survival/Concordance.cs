namespace Entente.Studies.Survival;

/// <summary>Harrell's concordance (1982) between fitted hazards and who ended first; pairs of the same stratum, both at risk when the first of them ended.</summary>
internal static class Concordance
{
    /// <summary>The share of pairs in which the one with the higher predictor ended first, equal predictors counting half; NaN where there are no pairs.</summary>
    public static double Of(IReadOnlyList<CoxLife> lives, IReadOnlyList<double> predictors)
    {
        double[] levels = [.. predictors.Distinct().Order()];
        int[] ranks = [.. predictors.Select(predictor => Array.BinarySearch(levels, predictor) + 1)];
        var (agreeing, tied, pairs) = (0.0, 0.0, 0.0);
        foreach (var stratum in Enumerable.Range(0, lives.Count).GroupBy(row => lives[row].Stratum))
        {
            int[] byExit = [.. stratum.OrderByDescending(row => lives[row].Spell.Exit).ThenBy(row => lives[row].Spell.Event)];
            int[] byEntry = [.. stratum.OrderByDescending(row => lives[row].Spell.Entry)];
            var atRisk = new Counts(levels.Length);
            var left = 0;
            for (var first = 0; first < byExit.Length;)
            {
                // Lives that are censored at the time of an event outlive it; those that end at the same time tell nothing of each other.
                var spell = lives[byExit[first]].Spell;
                var next = first;
                while (next < byExit.Length && lives[byExit[next]].Spell.Exit == spell.Exit && lives[byExit[next]].Spell.Event == spell.Event)
                    next++;
                if (spell.Event)
                {
                    for (; left < byEntry.Length && lives[byEntry[left]].Spell.Entry >= spell.Exit; left++)
                        atRisk.Add(ranks[byEntry[left]], -1);
                    foreach (var row in byExit[first..next])
                    {
                        var (below, upTo) = (atRisk.UpTo(ranks[row] - 1), atRisk.UpTo(ranks[row]));
                        agreeing += below;
                        tied += upTo - below;
                        pairs += atRisk.UpTo(levels.Length);
                    }
                }

                foreach (var row in byExit[first..next])
                    atRisk.Add(ranks[row], 1);
                first = next;
            }
        }

        return (agreeing + (tied / 2)) / pairs;
    }

    /// <summary>How many there are of each rank from 1, and of all ranks up to one (Fenwick 1994).</summary>
    private sealed class Counts(int ranks)
    {
        private readonly int[] tree = new int[ranks + 1];

        public void Add(int rank, int number)
        {
            for (; rank < tree.Length; rank += rank & -rank)
                tree[rank] += number;
        }

        public int UpTo(int rank)
        {
            var sum = 0;
            for (; rank > 0; rank -= rank & -rank)
                sum += tree[rank];
            return sum;
        }
    }
}
