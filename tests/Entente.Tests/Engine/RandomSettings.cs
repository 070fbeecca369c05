using CsCheck;
using Entente.Settings;

namespace Entente.Tests.Engine;

/// <summary>Random settings, to try laws on: small industries under any governance.</summary>
internal static class RandomSettings
{
    private static readonly Gen<double> Unit = Gen.Double[0, 1];

    public static Gen<Dials> Dials { get; } =
        from a in Unit.Array[11]
        from b in Unit.Array[10]
        from follows in Gen.Bool
        select new Dials
        {
            DisruptionTrigger = a[0],
            OpenScope = a[1],
            Exploration = a[2],
            TrustPacing = a[3],
            FairProcess = a[4],
            ContractControl = a[5],
            ExitBarrier = a[6],
            DedicatedTeam = a[7],
            PostRotation = a[8],
            ExpertRotation = a[9],
            ContractCoordination = a[10],
            Contact = b[0],
            RiskClinic = b[1],
            BlamelessReview = b[2],
            StepOut = follows ? null : b[3],
            TeamIntegration = b[4],
            PowerSplit = b[5],
            OpenMembership = b[6],
            VotingRule = b[7],
            Leadership = b[8],
            CapabilityCentral = b[9],
        };

    private static readonly Gen<Disruption> Disruptions = Gen.OneOfConst(
        Disruption.Calm, Disruption.Storm, new ConstantDisruption(0.5), new StepDisruption(0, 1, 20), new TableDisruption([0.1, 0.9]));

    /// <summary>Industries busy enough for everything to happen within five years.</summary>
    public static Gen<Setting> All { get; } =
        from dials in Gen.Frequency((1, Gen.OneOfConst(Entente.Settings.Dials.TightContractPreset, Entente.Settings.Dials.FairProcessPreset)), (3, Dials))
        from disruption in Disruptions
        from firms in Gen.Int[6, 20]
        from decreed in Gen.Int[2, 6]
        from acquisitions in Gen.Bool
        from networks in Gen.OneOfConst(0.0, 0.5)
        from core in Gen.OneOfConst(20.0, 0.5)
        select new Setting
        {
            Months = 60,
            Dials = dials,
            Disruption = disruption,
            Industry = new Industry { Firms = firms, CoreRevenue = core },
            Decrees = [new Decree { Name = "decreed", Members = [.. Enumerable.Range(0, decreed)], Month = 3, Projects = 2 }],
            Parameters = new Parameters
            {
                Environment = new() { ArrivalRate = 12 },
                PartnerSearch = new() { Acquisitions = acquisitions, AcquisitionRatio = 1.5, Sense = 1 },
                Operation = new() { NetworkValue = networks },
                Membership = new() { BuyOutRate = 0.1 },
            },
        };
}
