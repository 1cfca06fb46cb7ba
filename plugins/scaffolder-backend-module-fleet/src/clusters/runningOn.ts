import type {
  Application,
  FleetClient,
  FleetRequestOptions,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { FoundCluster } from './findCluster';

/** What runs on a cluster beside what its bootstrap put there. */
export interface Running {
  /** What speaks against giving the cluster back. */
  refusals: string[];
  /** What was looked at. */
  evidence: string[];
}

const mostNamed = 10;

/**
 * Looks at what a cluster still serves. One that does not answer, or that the caller may not see, may serve anything. Applications that
 * the caller may not see count, and are not named.
 */
export async function runningOn(
  client: FleetClient,
  found: FoundCluster,
  options: {
    /** Of the cluster. */
    name: string;
    bootstrapApplications: readonly string[];
    caller: FleetRequestOptions;
    /** Sees everything. */
    everybody: FleetRequestOptions;
  },
): Promise<Running> {
  const { name } = options;
  if (!found) {
    return { refusals: [], evidence: [] };
  }
  if (found === 'hidden') {
    return {
      refusals: [`what runs on ${name} cannot be told: you may not see it`],
      evidence: [],
    };
  }
  const { reachability, freshness, workloads, nodes } = found.cluster;
  const [applications, visible] = await Promise.all(
    [options.everybody, options.caller].map(as =>
      listApplications(client, name, as),
    ),
  );
  const own = applications.filter(
    application => !isBootstrap(application, options.bootstrapApplications),
  );
  const refusals = [];
  if (reachability.outcome !== 'ok' || freshness.stale) {
    refusals.push(
      `what runs on ${name} is not known: ${
        reachability.message ?? reachability.outcome
      }`,
    );
  }
  if (own.length > 0) {
    refusals.push(
      `applications that are delivered to ${name} beside its bootstrap: ${
        own.length
      }${named(own, visible)}`,
    );
  }
  const workloadCount = Object.values(workloads).reduce(
    (sum, count) => sum + count,
    0,
  );
  return {
    refusals,
    evidence: [
      `${name} has ${applications.length} applications, ${
        applications.length - own.length
      } of them from its bootstrap, ${workloadCount} workloads in all, and ${
        nodes?.total ?? 'unknown'
      } nodes`,
    ],
  };
}

function named(own: Application[], visible: Application[]): string {
  const ids = new Set(visible.map(({ id }) => id));
  const names = own
    .filter(({ id }) => ids.has(id))
    .slice(0, mostNamed)
    .map(
      ({ kind, namespace, name, state }) =>
        `${kind} ${namespace ? `${namespace}/` : ''}${name} (${state})`,
    );
  const rest = own.length - names.length;
  return names.length === 0
    ? ''
    : `: ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

async function listApplications(
  client: FleetClient,
  cluster: string,
  caller: FleetRequestOptions,
): Promise<Application[]> {
  const found: Application[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.listApplications(
      { filter: [`targetCluster=${cluster}`], limit: 500, cursor },
      caller,
    );
    found.push(...page.items);
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  return found;
}

/** In patterns, `*` is anything. */
function isBootstrap(
  { namespace = '', name }: Application,
  patterns: readonly string[],
): boolean {
  return patterns.some(pattern => {
    const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`^${escaped.replaceAll('*', '.*')}$`).test(
      `${namespace}/${name}`,
    );
  });
}
