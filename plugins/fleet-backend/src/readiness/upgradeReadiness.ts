import {
  statesByUrgency,
  type Cluster,
  type State,
  type UpgradeReadiness,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { ClusterDefinition } from '@fleetcommander/backstage-plugin-fleet-node';
import { minorVersion } from '../claims/offers/minorVersion';
import { ApiError } from '../kubernetes/ApiError';
import type { KubernetesClient } from '../kubernetes/KubernetesClient';
import { certificates } from './certificates';
import { disruptionBudgets } from './disruptionBudgets';
import { engineSupport } from './engineSupport';
import { nodesReady, nodeVersions } from './nodeVersions';
import type {
  CheckResult,
  ReadinessCheck,
  ReadinessContext,
} from './ReadinessCheck';
import { removedApis } from './removedApis';
import { servingCertificate } from './servingCertificate';

const checks: readonly ReadinessCheck[] = [
  nodeVersions,
  nodesReady,
  removedApis,
  engineSupport,
  disruptionBudgets,
  certificates,
  servingCertificate,
];

/** What a check found does not count against the cluster where it could not look. */
const hindering: readonly State[] = ['failing', 'degraded'];

/** Asks a cluster what stands in the way of its next minor version. A check that cannot be made says why, and stops no other. */
export async function upgradeReadiness(options: {
  client: KubernetesClient;
  cluster: Cluster;
  definition: ClusterDefinition | undefined;
  /** Whether what lies in namespaces may be listed, and not only counted. */
  mayList: boolean;
  now: Date;
}): Promise<UpgradeReadiness> {
  const { client, cluster, mayList } = options;
  const { version, problem } = await controlPlaneVersion(client, cluster);
  if (version === undefined) {
    return {
      cluster: cluster.name,
      state: problem?.state ?? 'unknown',
      summary: problem?.summary ?? 'It does not say which version it runs',
      checks: [],
    };
  }
  const next = nextOf(version);
  const context: ReadinessContext = { ...options, version, next };
  const results = await Promise.all(
    checks.map(async check => {
      const { id, title, inNamespaces } = check;
      const { state, summary, items } = await attempt(check, context);
      return inNamespaces && !mayList && items.length > 0
        ? {
            id,
            title,
            state,
            summary: `${summary}. Which ones is shown to those who may see all applications.`,
            items: [],
          }
        : { id, title, state, summary, items };
    }),
  );
  return {
    cluster: cluster.name,
    version,
    next,
    ...verdict(results, next),
    checks: results,
  };
}

/** As it says now; where it does not answer, nothing else is worth asking. */
async function controlPlaneVersion(
  client: KubernetesClient,
  cluster: Cluster,
): Promise<{ version?: string; problem?: CheckResult }> {
  try {
    const { gitVersion } = await client.getJson<{ gitVersion?: string }>(
      '/version',
    );
    return { version: minorVersion(gitVersion) };
  } catch (error) {
    return { problem: failureOf(error, `${cluster.name} could not be asked`) };
  }
}

async function attempt(
  check: ReadinessCheck,
  context: ReadinessContext,
): Promise<CheckResult> {
  try {
    return await check.run(context);
  } catch (error) {
    return failureOf(error, 'It could not be looked at', check.right);
  }
}

function failureOf(error: unknown, what: string, right?: string): CheckResult {
  const message = error instanceof Error ? error.message : String(error);
  const outcome = error instanceof ApiError ? error.outcome : undefined;
  if (error instanceof ApiError && error.status === 404) {
    return { state: 'not-installed', summary: 'It is not there', items: [] };
  }
  switch (outcome) {
    case 'not-allowed':
      return {
        state: 'not-allowed',
        summary: `The cluster does not let Fleet Commander look${
          right
            ? `: grant it ${right}, as deploy/rbac/spoke-upgrade-reader.yaml does`
            : ''
        }. It said: ${message}`,
        items: [],
      };
    case 'unreachable':
      return {
        state: 'unreachable',
        summary: `${what}: ${message}`,
        items: [],
      };
    default:
      return { state: 'unknown', summary: `${what}: ${message}`, items: [] };
  }
}

function nextOf(version: string): string {
  const [major, minor] = version.split('.').map(Number);
  return `${major}.${minor + 1}`;
}

function verdict(
  results: UpgradeReadiness['checks'],
  next: string,
): Pick<UpgradeReadiness, 'state' | 'summary'> {
  const found = results.filter(({ state }) => hindering.includes(state));
  const unseen = results.filter(
    ({ state }) =>
      !hindering.includes(state) &&
      state !== 'healthy' &&
      state !== 'not-installed',
  );
  const state = statesByUrgency.find(candidate =>
    found.some(check => check.state === candidate),
  );
  const said = found.map(({ title }) => title).join(', ');
  const rest =
    unseen.length > 0
      ? ` Not known: ${unseen.map(({ title }) => title).join(', ')}.`
      : '';
  switch (state) {
    case 'failing':
      return { state, summary: `Not ready for ${next}: ${said}.${rest}` };
    case 'degraded':
      return { state, summary: `Look first: ${said}.${rest}` };
    default:
      return {
        state: unseen.length > 0 ? 'unknown' : 'healthy',
        summary: `Nothing was found that stands in the way of ${next}.${rest}`,
      };
  }
}
