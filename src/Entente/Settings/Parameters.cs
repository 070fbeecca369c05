using Entente.Mechanisms.Conduct;
using Entente.Mechanisms.CoreBusiness;
using Entente.Mechanisms.Entry;
using Entente.Mechanisms.Environment;
using Entente.Mechanisms.Governance;
using Entente.Mechanisms.Investment;
using Entente.Mechanisms.Learning;
using Entente.Mechanisms.Membership;
using Entente.Mechanisms.Negotiation;
using Entente.Mechanisms.Operation;
using Entente.Mechanisms.PartnerSearch;
using Entente.Mechanisms.Pipeline;
using Entente.Mechanisms.Sensing;
using Entente.Mechanisms.Trust;

namespace Entente.Settings;

/// <summary>Every number of the model, room by room. A scenario may set any of them.</summary>
public sealed record Parameters
{
    /// <summary>Parameters of what disruption does to an industry: five loadings, each of which can be switched off.</summary>
    public EnvironmentOptions Environment { get; init; } = new();
    /// <summary>Parameters of how firms come to see a threat.</summary>
    public SensingOptions Sensing { get; init; } = new();
    /// <summary>Parameters of making, buying, acquiring or allying, and with whom.</summary>
    public PartnerSearchOptions PartnerSearch { get; init; } = new();
    /// <summary>Parameters of whether a firm asked to join says yes.</summary>
    public EntryOptions Entry { get; init; } = new();
    /// <summary>Parameters of how long agreeing takes, and what it adds to the contract.</summary>
    public NegotiationOptions Negotiation { get; init; } = new();
    /// <summary>Parameters of what members sink into a project.</summary>
    public InvestmentOptions Investment { get; init; } = new();
    /// <summary>Parameters of what the contract did not foresee.</summary>
    public GovernanceOptions Governance { get; init; } = new();
    /// <summary>Parameters of contribute, withhold or leave.</summary>
    public ConductOptions Conduct { get; init; } = new();
    /// <summary>Parameters of how trust grows, breaks and fades.</summary>
    public TrustOptions Trust { get; init; } = new();
    /// <summary>Parameters of from ideas through gates to live projects.</summary>
    public PipelineOptions Pipeline { get; init; } = new();
    /// <summary>Parameters of shocks, value and costs.</summary>
    public OperationOptions Operation { get; init; } = new();
    /// <summary>Parameters of leaving, joining, buying out and ending.</summary>
    public MembershipOptions Membership { get; init; } = new();
    /// <summary>Parameters of learning from partners, and learning to ally.</summary>
    public LearningOptions Learning { get; init; } = new();
    /// <summary>Parameters of the business that disruption eats.</summary>
    public CoreBusinessOptions CoreBusiness { get; init; } = new();
}
