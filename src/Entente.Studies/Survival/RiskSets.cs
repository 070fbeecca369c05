namespace Entente.Studies.Survival;

/// <summary>
/// The risk sets of a Cox regression: at each time of an event the lives of the same stratum that were under watch and had not ended. Covariates are
/// taken from their means and divided by their standard deviations, so that sums keep their digits whatever the units are.
/// </summary>
internal sealed class RiskSets
{
    /// <summary>Where so little of a sum is left after lives were taken out of it, it is summed anew: the rest would be rounding.</summary>
    private const double Worn = 1e-6;

    private readonly CoxLife[] lives;
    private readonly double[][] covariates;
    private readonly Stratum[] strata;

    public RiskSets(IReadOnlyList<CoxLife> lives)
    {
        this.lives = [.. lives];
        var count = lives[0].Covariates.Count;
        Means = [.. Enumerable.Range(0, count).Select(j => lives.Average(life => life.Covariates[j]))];
        Scales = [.. Enumerable.Range(0, count).Select(j => Scale(Math.Sqrt(lives.Average(life => Math.Pow(life.Covariates[j] - Means[j], 2)))))];
        covariates = [.. lives.Select(life => (double[])[.. life.Covariates.Select((value, j) => (value - Means[j]) / Scales[j])])];
        strata = [.. Enumerable.Range(0, lives.Count).GroupBy(row => lives[row].Stratum).Select(rows => new Stratum(this.lives, [.. rows]))];
    }

    /// <summary>How many covariates there are.</summary>
    public int Count => Means.Length;
    /// <summary>Means of the covariates.</summary>
    public double[] Means { get; }
    /// <summary>What covariates were divided by: standard deviations, 1 for what does not vary.</summary>
    public double[] Scales { get; }
    /// <summary>The lives.</summary>
    public IReadOnlyList<CoxLife> Lives => lives;
    /// <summary>How many strata there are.</summary>
    public int Strata => strata.Length;
    /// <summary>The standardised covariates of a life.</summary>
    public double[] Covariates(int row) => covariates[row];

    /// <summary>The logarithm of the relative hazard of each life, from the largest.</summary>
    public double[] Predictors(IReadOnlyList<double> coefficients)
    {
        double[] predictors = [.. covariates.Select(row => Inner(row, coefficients))];
        var largest = predictors.Max();
        return Array.ConvertAll(predictors, predictor => predictor - largest);
    }

    /// <summary>
    /// Visits every event, stratum by stratum, the latest first. Of events at the same time each has its turn, and the risk set weighs those that end then
    /// by the share that has not had it (Efron 1977).
    /// </summary>
    public void Walk(IReadOnlyList<double> predictors, Action<RiskStep> visit)
    {
        double[] hazards = [.. predictors.Select(Math.Exp)];
        var step = new RiskStep(Count);
        foreach (var stratum in strata)
        {
            var (atRisk, ending) = (new RiskSums(Count), new RiskSums(Count));
            var (added, removed, peak) = (0, 0, 0.0);
            foreach (var (time, ended) in stratum.Events)
            {
                for (; added < stratum.ByExit.Length && lives[stratum.ByExit[added]].Spell.Exit >= time; added++)
                    Add(atRisk, stratum.ByExit[added], 1);
                peak = Math.Max(peak, atRisk.Total);
                for (; removed < stratum.ByEntry.Length && lives[stratum.ByEntry[removed]].Spell.Entry >= time; removed++)
                    Add(atRisk, stratum.ByEntry[removed], -1);
                if (atRisk.Total < Worn * peak)
                {
                    atRisk.Clear();
                    foreach (var row in stratum.ByExit.Take(added).Where(row => lives[row].Spell.Entry < time))
                        Add(atRisk, row, 1);
                    peak = atRisk.Total;
                }

                ending.Clear();
                foreach (var row in ended)
                    Add(ending, row, 1);
                for (var turn = 0; turn < ended.Length; turn++)
                    visit(step.At(time, ended, turn, atRisk, ending));
            }
        }

        void Add(RiskSums sums, int row, int sign) => sums.Add(covariates[row], sign * hazards[row]);
    }

    private static double Scale(double deviation) => deviation > 0 ? deviation : 1;

    private static double Inner(double[] one, IReadOnlyList<double> other)
    {
        var sum = 0.0;
        for (var j = 0; j < one.Length; j++)
            sum += one[j] * other[j];
        return sum;
    }

    private sealed class Stratum(CoxLife[] lives, int[] rows)
    {
        public int[] ByExit { get; } = [.. rows.OrderByDescending(row => lives[row].Spell.Exit)];
        public int[] ByEntry { get; } = [.. rows.Where(row => !double.IsNegativeInfinity(lives[row].Spell.Entry)).OrderByDescending(row => lives[row].Spell.Entry)];
        public (double Time, int[] Ended)[] Events { get; } =
            [.. rows.Where(row => lives[row].Spell.Event).GroupBy(row => lives[row].Spell.Exit).OrderByDescending(tied => tied.Key).Select(tied => (tied.Key, tied.ToArray()))];
    }
}

/// <summary>Sums over lives, weighed by their relative hazards.</summary>
internal sealed class RiskSums(int count)
{
    /// <summary>Of the hazards themselves.</summary>
    public double Total { get; private set; }
    /// <summary>Of the covariates.</summary>
    public double[] First { get; } = new double[count];
    /// <summary>Of products of two covariates; the second is not after the first.</summary>
    public double[,] Second { get; } = new double[count, count];

    public void Add(double[] covariates, double hazard)
    {
        Total += hazard;
        for (var i = 0; i < count; i++)
        {
            var weighed = hazard * covariates[i];
            First[i] += weighed;
            for (var j = 0; j <= i; j++)
                Second[i, j] += weighed * covariates[j];
        }
    }

    public void Clear()
    {
        Total = 0;
        Array.Clear(First);
        Array.Clear(Second);
    }
}

/// <summary>The turn of one event: the risk set as it is then. The same object serves all turns.</summary>
internal sealed class RiskStep(int count)
{
    /// <summary>When.</summary>
    public double Time { get; private set; }
    /// <summary>The lives that end at this time.</summary>
    public int[] Ended { get; private set; } = [];
    /// <summary>Whose turn it is, from 0: a number, not one of the lives.</summary>
    public int Turn { get; private set; }
    /// <summary>The share of those that end now which has had its turn.</summary>
    public double Past => (double)Turn / Ended.Length;
    /// <summary>Sum of the relative hazards.</summary>
    public double Total { get; private set; }
    /// <summary>Mean covariates, weighed by relative hazards.</summary>
    public double[] Mean { get; } = new double[count];
    /// <summary>Covariances of the covariates, weighed alike; both halves.</summary>
    public double[,] Covariance { get; } = new double[count, count];

    public RiskStep At(double time, int[] ended, int turn, RiskSums atRisk, RiskSums ending)
    {
        (Time, Ended, Turn) = (time, ended, turn);
        Total = atRisk.Total - (Past * ending.Total);
        for (var i = 0; i < count; i++)
        {
            Mean[i] = (atRisk.First[i] - (Past * ending.First[i])) / Total;
            for (var j = 0; j <= i; j++)
                Covariance[i, j] = Covariance[j, i] = ((atRisk.Second[i, j] - (Past * ending.Second[i, j])) / Total) - (Mean[i] * Mean[j]);
        }

        return this;
    }
}
