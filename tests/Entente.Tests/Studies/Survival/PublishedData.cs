using System.Globalization;
using Entente.Observation;

namespace Entente.Tests.Studies.Survival;

/// <summary>Survival data that textbooks print. A plus marks what was censored.</summary>
internal static class PublishedData
{
    /// <summary>Weeks of remission under 6-MP (Freireich et al. 1963; Gehan 1965).</summary>
    public static Spell[] SixMp { get; } =
        Read("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+");

    /// <summary>Weeks of remission under a placebo (the same).</summary>
    public static Spell[] Placebo { get; } = Read("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23");

    /// <summary>Days of survival with lung cancer by type of cell: squamous, small, adeno, large (Kalbfleisch and Prentice 1980).</summary>
    public static Spell[][] LungCancer { get; } =
    [
        Read("72 411 228 126 118 10 82 110 314 100+ 42 8 144 25+ 11 999 112 87+ 231+ 242 991 111 1 587 389 33 25 357 467 201 1 30 44 283 15"),
        Read("30 384 4 54 13 123+ 97+ 153 59 117 16 151 22 56 21 18 139 20 31 52 287 18 51 122 27 54 7 63 392 10 25 103+ 21 13 87 2 20 7 24 99 8 99 61 25 95 80 51 29"),
        Read("8 92 35 117 132 12 162 3 95 24 18 83+ 31 51 90 52 73 8 36 48 7 140 186 84 19 45 80"),
        Read("177 162 216 553 278 12 260 200 156 182+ 143 105 103 250 100 52 164 19 53 15 43 340 133 111 231 378 49"),
    ];

    /// <summary>
    /// Months to malignancy (0) or death without it (1), less than 0 where censored: every 25th patient, from the fifth, of the data
    /// mgus2 of R's package survival (Kyle et al. 2002).
    /// </summary>
    public static (double Entry, double Exit, int Cause)[] Gammopathy { get; } = FromStart(
    [
        (8, 1), (7, 1), (94, 1), (68, 1), (1, 1), (115, 1), (39, 1), (81, 0), (7, 1), (58, -1), (89, -1), (191, -1), (225, -1), (61, 0), (17, 0),
        (17, 1), (89, 1), (114, 1), (102, 1), (232, -1), (28, 1), (27, 1), (28, 1), (2, 1), (81, 1), (286, -1), (175, -1), (54, 1), (280, -1),
        (194, -1), (193, -1), (39, 0), (225, -1), (66, 1), (43, 1), (19, 1), (110, 1), (222, -1), (135, -1), (114, -1), (59, -1), (280, -1),
        (184, -1), (44, 1), (201, -1), (250, -1), (98, -1), (20, 1), (208, -1), (152, 1), (113, 1), (117, 1), (24, 1), (61, -1), (56, 1), (22, 1),
    ]);

    private static (double, double, int)[] FromStart((double Duration, int Cause)[] lives) =>
        [.. lives.Select(life => (double.NegativeInfinity, life.Duration, life.Cause))];

    private static Spell[] Read(string durations) =>
        [.. durations.Split(' ').Select(word => new Spell(double.Parse(word.TrimEnd('+'), CultureInfo.InvariantCulture), !word.EndsWith('+')))];
}
