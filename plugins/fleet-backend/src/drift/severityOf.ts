import type {
  DriftKind,
  DriftSeverity,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { DriftFinding } from '@fleetcommander/backstage-plugin-fleet-node';

/** An entry of `fleet.drift.severity`; what it does not name it holds for all of. */
export interface DriftSeverityRule {
  kind?: DriftKind;
  environment?: string;
  severity: DriftSeverity;
}

/** What severity goes by. */
export interface DriftSeverityConfig {
  /** Names of environments in promotion order: the last is where it hurts. */
  environments: readonly string[];
  /** The first that fits counts. */
  rules: readonly DriftSeverityRule[];
}

/** What is frozen as a whole; anything else leaves only a part of it out. */
const haltsAll: ReadonlySet<string> = new Set(['suspended', 'auto-sync']);

type Rank = 'last' | 'middle' | 'first';

const defaults: Record<DriftKind, Record<Rank, DriftSeverity>> = {
  failing: { last: 'critical', middle: 'high', first: 'medium' },
  override: { last: 'high', middle: 'medium', first: 'low' },
  'out-of-sync': { last: 'high', middle: 'medium', first: 'low' },
  missing: { last: 'high', middle: 'medium', first: 'low' },
  stale: { last: 'high', middle: 'medium', first: 'low' },
  skew: { last: 'medium', middle: 'low', first: 'low' },
  behind: { last: 'medium', middle: 'low', first: 'low' },
  frozen: { last: 'medium', middle: 'low', first: 'low' },
};

/** How much a drift needs a person, by where it is and of which kind. */
export function severityOf(
  { kind, key }: Pick<DriftFinding, 'kind' | 'key'>,
  environment: string | undefined,
  { environments, rules }: DriftSeverityConfig,
): DriftSeverity {
  const rule = rules.find(
    candidate =>
      (candidate.kind ?? kind) === kind &&
      (candidate.environment ?? environment) === environment,
  );
  if (rule) {
    return rule.severity;
  }
  const rank = rankOf(environment, environments);
  if (kind === 'skew' && key === 'ahead') {
    // It was never tried where it should have been.
    return rank === 'last' ? 'high' : 'medium';
  }
  if (kind === 'frozen' && !haltsAll.has(key)) {
    return 'low';
  }
  return defaults[kind][rank];
}

/** One that is not known could be any. */
function rankOf(
  environment: string | undefined,
  environments: readonly string[],
): Rank {
  const place = environments.indexOf(environment ?? '');
  if (place < 0) {
    return 'middle';
  }
  if (place === environments.length - 1) {
    return 'last';
  }
  return place === 0 ? 'first' : 'middle';
}
