using System.Globalization;

namespace Entente.Cli;

/// <summary>Sizes of memory and files as people read them.</summary>
internal static class Bytes
{
    public static string Of(double bytes) => bytes switch
    {
        < 1e6 => "1 MB or less",
        < 1e9 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:N0} MB"),
        < 1e10 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:N1} GB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:N0} GB"),
    };
}
