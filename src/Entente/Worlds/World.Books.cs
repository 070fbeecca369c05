namespace Entente.Worlds;

/// <summary>Every movement of money.</summary>
public sealed partial class World
{
    /// <summary>A live project yields value this month, shared by its owners.</summary>
    public void Earn(Project project, double value)
    {
        project.MonthValue = value;
        project.GrossValue += value;
        var ofAlliance = project.Origin is not null && !project.BoughtOut;
        foreach (ref readonly var stake in project.Stakes)
        {
            var share = stake.Share * value;
            stake.Firm.OtherIncome += share;
            stake.Firm.LiveValue += share;
            if (!ofAlliance)
                continue;
            stake.Firm.AllianceValue += share;
            stake.Firm.AllianceNet += share;
        }

        if (!ofAlliance)
            return;
        project.Origin!.GrossValue += value;
        Tally.GrossValue += value;
    }

    /// <summary>An alliance yields value beyond its projects, shared by s_i.</summary>
    public void Earn(Alliance alliance, double value)
    {
        foreach (var member in alliance.Members)
        {
            var share = member.Share * value;
            member.Firm.OtherIncome += share;
            member.Firm.LiveValue += share;
            member.Firm.AllianceValue += share;
            member.Firm.AllianceNet += share;
        }

        alliance.GrossValue += value;
        Tally.GrossValue += value;
    }

    /// <summary>A firm pays for a project.</summary>
    public void Pay(Project project, Firm firm, double amount)
    {
        firm.OtherIncome -= amount;
        project.Spent += amount;
        if (project.Origin is null)
            return;
        firm.AllianceNet -= amount;
        project.Origin.Spent += amount;
        Tally.Spent += amount;
    }

    /// <summary>Members pay for running their alliance, shared by s_i.</summary>
    public void Pay(Alliance alliance, double amount)
    {
        foreach (var member in alliance.Members)
        {
            var share = member.Share * amount;
            member.Firm.OtherIncome -= share;
            member.Firm.AllianceNet -= share;
        }

        alliance.Spent += amount;
        Tally.Spent += amount;
    }

    /// <summary>One member of an alliance pays another: nothing is made or lost.</summary>
    public static void Transfer(Firm from, Firm to, double amount)
    {
        from.OtherIncome -= amount;
        from.AllianceNet -= amount;
        to.OtherIncome += amount;
        to.AllianceNet += amount;
    }

    /// <summary>A firm pays somebody outside the model.</summary>
    public static void PayOut(Firm firm, double amount) => firm.OtherIncome -= amount;
}
