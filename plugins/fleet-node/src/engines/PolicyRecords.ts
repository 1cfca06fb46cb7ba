import type {
  PolicyMode,
  PolicySeverity,
  PolicyType,
  PolicyVerdict,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { RecordBase } from './FleetRecord';

/** What a policy does, and where. @public */
export interface PolicyBindingFacts {
  mode: PolicyMode;
  /** The engine's own word, such as `Deny` or `dryrun`. */
  word: string;
  /** Where the mode holds, in plain words: `namespaces labelled team=pay`. Absent: everywhere that the policy applies. */
  where?: string;
}

/** Which images a rule verifies, as patterns of Kyverno's: `*` is anything, `?` one character. @public */
export interface VerifiedImages {
  covers: string[];
  /** Of those that it covers, those that it leaves alone. */
  leaves: string[];
}

/** A policy as it stands on a cluster. Its `state` tells whether its engine applies it. @public */
export interface PolicyRecord extends RecordBase {
  type: 'policy';
  policyType: PolicyType;
  /** Empty where other objects bind it: then {@link PolicyBindingRecord}s say what it does, and without one it does nothing. */
  bindings: PolicyBindingFacts[];
  title?: string;
  /** What it says, in plain words, at most 2,000 characters. */
  description?: string;
  category?: string;
  severity?: PolicySeverity;
  rules: { name: string; message?: string }[];
  /** Ids of the well-known controls that it is; see `policyControls`. */
  controls: string[];
  /** Of the normalised spec without what it does with a breach: equal where two clusters' policies say the same. */
  contentHash: string;
  /** Images that it lets in only with a good signature, wherever it is in force. Absent: none, or it does not tell which. */
  verifiedImages?: VerifiedImages[];
  /** Gatekeeper: the kind whose ConstraintTemplate it needs. */
  template?: string;
}

/** What another object says that a policy does: a ValidatingAdmissionPolicyBinding. @public */
export interface PolicyBindingRecord extends RecordBase {
  type: 'policy-binding';
  policyKind: string;
  policyName: string;
  bindings: PolicyBindingFacts[];
}

/** What is let through although it breaks a policy. @public */
export interface PolicyExceptionRecord extends RecordBase {
  type: 'policy-exception';
  policies: { kind?: string; name: string; rules: string[] }[];
  /** What it lets through, in plain words. */
  scope: string;
  reason?: string;
  /** As the object names it: a person, a team, an entity ref. */
  owner?: string;
  expiresAt?: string;
  /** No report tells what it lets through. Absent: reports name it beside that. */
  unreported?: true;
}

/** A resource that a policy was held against. @public */
export interface PolicySubject {
  apiVersion?: string;
  kind: string;
  namespace?: string;
  name: string;
}

/** One verdict that is not a pass; a skip only where an exception made it. @public */
export interface PolicyResultFacts {
  /** As the report names it: a Kyverno policy, the kind and name of a constraint, a check of a scanner. */
  policy: string;
  /** Kind of the policy's object, where the source tells. */
  policyKind?: string;
  rule?: string;
  verdict: PolicyVerdict;
  severity?: PolicySeverity;
  category?: string;
  /** The reporter's own name: `kyverno`, `ValidatingAdmissionPolicy`, `Trivy`. */
  source: string;
  subject: PolicySubject;
  /** The policy's own text, at most 2,000 characters. */
  message: string;
  /** The offending field, where the message or the report names it. */
  field?: string;
  /** What to do, where the report says it. */
  remedy?: string;
  /** Names of the exceptions that let it through. */
  exceptions?: string[];
  /** When the reporter saw it, ISO 8601. */
  at?: string;
}

/** How many verdicts of each sort. @public */
export interface PolicyTally {
  pass: number;
  fail: number;
  warn: number;
  error: number;
  skip: number;
}

/**
 * What one object reports: a policy report, a constraint's audit, a scanner's findings. It replaces what the same object reported
 * before.
 *
 * @public
 */
export interface PolicyReportRecord extends RecordBase {
  type: 'policy-report';
  /** Counted, not taken from the summary. */
  tally: PolicyTally;
  /** The summary that the object carries, where it differs from what was counted. */
  stated?: Partial<PolicyTally>;
  results: PolicyResultFacts[];
  /** From when on its verdicts are old, as the reporter should have looked again by then; ISO 8601. */
  staleAt?: string;
  /** The engine lists fewer than there are, of this many: what is not listed has not ended. */
  cappedOf?: number;
}
