using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Entente.Cli;

/// <summary>Options that take a number, read alike under every locale.</summary>
internal static class Numbers
{
    public static Option<long?> Option(string name, string description, long min, long max) => new(name)
    {
        Description = description,
        HelpName = "n",
        CustomParser = result => Parse(result, name, min, max),
    };

    /// <summary>An option that takes a number with a decimal point.</summary>
    public static Option<double?> Decimal(string name, string description, double min, double max) => new(name)
    {
        Description = description,
        HelpName = "x",
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
            if (double.TryParse(text, Plain, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
                return value;
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is {text}; it must be a number between {min} and {max}."));
            return null;
        },
    };

    private static long? Parse(ArgumentResult result, string name, long min, long max)
    {
        var text = result.Tokens.Single().Value;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
            return value;
        result.AddError(string.Create(
            CultureInfo.InvariantCulture, $"{name} is {text}; it must be a whole number between {min} and {max}."));
        return null;
    }
}
