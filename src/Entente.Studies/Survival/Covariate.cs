namespace Entente.Studies.Survival;

/// <summary>
/// What a hazard may depend on, as a regression takes it: a number as it is, or a category as one variable for each level but the reference, 1 for
/// alliances of that level and 0 for others.
/// </summary>
public sealed record Covariate
{
    private static readonly string?[] Single = [null];
    private static readonly string[] No = ["0", "no", "n", "false", "f", "none"];

    /// <summary>The column it is from.</summary>
    public required string Name { get; init; }
    /// <summary>The level that others are compared with; null for a number.</summary>
    public string? Reference { get; private init; }
    /// <summary>The other levels, in order; none for a number.</summary>
    public IReadOnlyList<string> Levels { get; private init; } = [];
    /// <summary>
    /// A difference that is worth speaking of: that of the two values, where a number has no more; else 1, 2 or 5 times a power of ten, nearest to its standard
    /// deviation. 1 for a category.
    /// </summary>
    public double Difference { get; private init; } = 1;
    /// <summary>The two values of a number that has no more, the lower one first.</summary>
    public (double Low, double High)? Pair { get; private init; }

    /// <summary>Whether it is a number.</summary>
    public bool IsNumber => Reference is null;
    /// <summary>The variables that it makes: the levels but the reference, or one without a level.</summary>
    public IReadOnlyList<string?> Variables => IsNumber ? Single : (IReadOnlyList<string?>)Levels;
    /// <summary>What each variable is called.</summary>
    public IReadOnlyList<string> Labels => [.. Variables.Select(level => level is null ? Name : $"{Name}: {level}")];

    /// <summary>
    /// Takes a column for a number where all of it is numbers and no reference is asked for, else for a category. Without being asked, the reference is
    /// the level that says no, or else the most frequent, the first in order of those alike.
    /// </summary>
    /// <param name="name">The column.</param>
    /// <param name="texts">What it holds, without what is missing; one or more.</param>
    /// <param name="reference">The reference that is asked for; one that is not among the texts is not taken.</param>
    public static Covariate Of(string name, IReadOnlyCollection<string> texts, string? reference = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        double?[] numbers = [.. texts.Select(Number)];
        if (reference is null && numbers.All(number => number is not null))
            return OfNumbers(name, [.. numbers.Select(number => number!.Value)]);
        var levels = texts.GroupBy(text => text, StringComparer.Ordinal).OrderByDescending(level => level.Count()).ThenBy(level => level.Key, StringComparer.Ordinal).Select(level => level.Key).ToList();
        var against = levels.Contains(reference!) ? reference! : levels.Count == 2 ? levels.Find(level => No.Contains(level, StringComparer.OrdinalIgnoreCase)) ?? levels[0] : levels[0];
        return new Covariate { Name = name, Reference = against, Levels = [.. levels.Where(level => level != against).Order(StringComparer.Ordinal)] };
    }

    /// <summary>The variables of an alliance.</summary>
    public IEnumerable<double> Code(string text) =>
        IsNumber ? [Number(text)!.Value] : Levels.Select(level => level == text ? 1.0 : 0.0);

    /// <summary>Whether another column is of the same kind: numbers where this is a number, some of the same levels where it is a category.</summary>
    public bool IsAlike(IReadOnlyCollection<string> texts) =>
        IsNumber ? texts.All(text => Number(text) is not null) : texts.Distinct(StringComparer.Ordinal).Any(text => text == Reference || Levels.Contains(text));

    private static Covariate OfNumbers(string name, double[] values)
    {
        if (values.Distinct().Take(3).Order().ToArray() is [var low, var high])
            return new Covariate { Name = name, Difference = high - low, Pair = (low, high) };
        var mean = values.Average();
        return new Covariate { Name = name, Difference = Round(Math.Sqrt(values.Average(value => (value - mean) * (value - mean)))) };
    }

    private static double? Number(string text) => PanelWords.Number(text, decimalComma: false);

    private static double Round(double deviation)
    {
        if (!(deviation > 0))
            return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(deviation)));
        double[] steps = [1, 2, 5, 10];
        return steps.MinBy(step => Math.Abs(Math.Log(step * power / deviation))) * power;
    }
}
