import type {
  GateEvidence,
  GateState,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { GateFinding } from '@fleetcommander/backstage-plugin-fleet-node';

type More = Partial<Omit<GateFinding, 'state' | 'summary'>>;

/** What a gate found. When it was so is when the youngest of its evidence was. */
export function finding(
  state: GateState,
  summary: string,
  more: More = {},
): GateFinding {
  const { evidence = [], waitsFor = [], ...rest } = more;
  return {
    state,
    summary,
    at: youngest(evidence),
    ...rest,
    evidence,
    waitsFor,
  };
}

/** Of what people and machines say of a pull request, before there is one. */
export function notOpenYet(more: More = {}): GateFinding {
  return finding('waiting', 'Asked once the pull request is open', more);
}

/** What did not let us read it. */
export function notKnown(reason: string, more: More = {}): GateFinding {
  return finding('unknown', `Not known: ${reason}`, more);
}

function youngest(evidence: readonly GateEvidence[]): string | undefined {
  return evidence
    .flatMap(({ at }) => at ?? [])
    .sort()
    .at(-1);
}
