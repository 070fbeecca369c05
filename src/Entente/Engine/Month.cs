using Entente.Mechanisms.Conduct;
using Entente.Mechanisms.CoreBusiness;
using Entente.Mechanisms.Environment;
using Entente.Mechanisms.Governance;
using Entente.Mechanisms.Learning;
using Entente.Mechanisms.Membership;
using Entente.Mechanisms.Negotiation;
using Entente.Mechanisms.Operation;
using Entente.Mechanisms.PartnerSearch;
using Entente.Mechanisms.Pipeline;
using Entente.Mechanisms.Sensing;
using Entente.Mechanisms.Trust;

namespace Entente.Engine;

/// <summary>The month: what happens, in this order. Reading the list is reading the model.</summary>
public sealed class Month
{
    /// <summary>The steps, in order. The thirteenth, observing, is the observer's and changes nothing.</summary>
    public IReadOnlyList<IPhase> Phases { get; } =
    [
        new EnvironmentPhase(),
        new SensingPhase(),
        new PartnerSearchPhase(),
        new NegotiationPhase(),
        new GovernancePhase(),
        new ConductPhase(),
        new TrustPhase(),
        new PipelinePhase(),
        new OperationPhase(),
        new MembershipPhase(),
        new LearningPhase(),
        new CoreBusinessPhase(),
    ];
}
