import {
  policyModes,
  type CoverageState,
  type PolicyMode,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { PolicyBindingFacts } from '@fleetcommander/backstage-plugin-fleet-node';

/** What of a cluster tells whether a policy could stand on it. */
export interface ReadCluster {
  /** Why nothing can be said of it now; absent: it answers. */
  silence?: string;
  /** Names of the engines that discovery found. */
  engines: readonly string[];
  /** What was not read, by engine. */
  unread: ReadonlyMap<string, string>;
  /** But for those of Kubernetes itself: `kube-*`. */
  namespaces: number;
}

/** A policy on the cluster. */
export interface StandingPolicy {
  engine: string;
  /** It holds in that one alone. */
  namespace?: string;
  mode: PolicyMode;
  ready: boolean;
  notReady?: string;
  /** Asked for only where they are told. */
  bindings: () => readonly PolicyBindingFacts[];
  contentHash: string;
}

export interface Standing {
  state: CoverageState;
  /** In plain words. */
  summary: string;
  /** What it does, where it is applied. */
  mode?: PolicyMode;
  /** Whether it holds in the whole cluster, as far as namespaces go. */
  whole: boolean;
}

const does: Readonly<Record<PolicyMode, string>> = {
  enforce: 'enforces',
  warn: 'warns only',
  audit: 'audits only',
  off: 'does nothing',
};

/** How a policy, or what several engines have of a control, stands on a cluster. */
export function standingOf(
  policies: readonly StandingPolicy[],
  cluster: ReadCluster,
  of: {
    /** Those that have it anywhere in the fleet. */
    engines: readonly string[];
    /** Of what most clusters have. */
    usualContent?: string;
  },
): Standing {
  const known =
    policies.length > 0 ? ofPresent(policies, cluster, of) : undefined;
  if (cluster.silence) {
    const last = known ? `; last known: ${known.summary}` : '';
    return {
      state: 'unknown',
      summary: `${cluster.silence}${last}`,
      whole: false,
    };
  }
  return known ?? ofAbsent(cluster, of.engines);
}

function ofPresent(
  policies: readonly StandingPolicy[],
  cluster: ReadCluster,
  { usualContent }: { usualContent?: string },
): Standing {
  const applied = policies.filter(({ ready }) => ready);
  if (applied.length === 0) {
    const why = policies[0].notReady;
    return {
      state: 'not-ready',
      summary: why
        ? `is there and not applied: ${why}`
        : 'is there and not applied',
      whole: false,
    };
  }
  const [best] = [...applied].sort(
    (a, b) =>
      Number(a.namespace !== undefined) - Number(b.namespace !== undefined) ||
      policyModes.indexOf(a.mode) - policyModes.indexOf(b.mode),
  );
  const covered = new Set(
    applied.flatMap(({ namespace, mode }) =>
      namespace && !isOfKubernetes(namespace) && mode === best.mode
        ? [namespace]
        : [],
    ),
  ).size;
  const whole = best.namespace === undefined || covered >= cluster.namespaces;
  const places = placesOf(best);
  const where = whole
    ? places && `, ${places}`
    : ` in ${covered} of ${cluster.namespaces} namespaces`;
  const summary = `${does[best.mode]}${where}`;
  return best.mode !== 'off' &&
    usualContent !== undefined &&
    best.contentHash !== usualContent
    ? {
        state: 'other-version',
        summary: `${summary}; says something else than on most clusters`,
        mode: best.mode,
        whole,
      }
    : {
        state: best.mode === 'enforce' && !whole ? 'partial' : best.mode,
        summary,
        mode: best.mode,
        whole,
      };
}

/** What runs there is the cluster itself. */
function isOfKubernetes(namespace: string): boolean {
  return namespace.startsWith('kube-');
}

/** Where what it does holds, unless that is everywhere. */
function placesOf({ bindings, mode }: StandingPolicy): string {
  const holding = bindings().filter(binding => binding.mode === mode);
  return holding.some(({ where }) => !where)
    ? ''
    : holding.map(({ where }) => where).join('; ');
}

function ofAbsent(
  { engines, unread }: ReadCluster,
  could: readonly string[],
): Standing {
  const reason = could.map(engine => unread.get(engine)).find(Boolean);
  if (reason) {
    return { state: 'unknown', summary: reason, whole: false };
  }
  return could.some(engine => engines.includes(engine))
    ? { state: 'absent', summary: 'is not there', whole: false }
    : {
        state: 'no-engine',
        summary: `${could.join(' and ') || 'a policy engine'} is not installed`,
        whole: false,
      };
}
