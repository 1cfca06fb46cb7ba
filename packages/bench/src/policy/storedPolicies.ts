import type {
  ClusterDefinition,
  FleetRecord,
  PolicyReportRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { CollectionChange } from '../backend';

/** How much of policy a fleet holds, on each cluster. */
export interface StoredSize {
  policies: number;
  /** Open, each of another workload and policy. */
  results: number;
}

const environments = ['development', 'staging', 'production'];
const severities = ['high', 'medium', 'low'] as const;
const namespaces = Array.from({ length: 20 }, (_, index) => `team-${index}`);
const perReport = 10;

/** Every third is in production. */
export function clusterOf(name: string, index: number): ClusterDefinition {
  return {
    name,
    url: `https://${name}.example.org`,
    labels: { environment: environments[index % environments.length] },
    source: 'bench',
    signIn: { provider: 'serviceAccount' },
  };
}

export function policyName(index: number): string {
  return `policy-${index}`;
}

/** What a poll of a cluster writes: every tenth policy only audits, and every hundredth says something else than elsewhere. */
export function policiesOn(
  cluster: number,
  { policies, results }: StoredSize,
): CollectionChange[] {
  return [
    collection(
      'namespaces',
      namespaces.map(name => ({
        ...base('Namespace', name),
        engine: 'kubernetes',
        apiVersion: 'v1',
        type: 'namespace',
        labels: {},
      })),
    ),
    collection(
      'clusterpolicies',
      Array.from({ length: policies }, (_, index): FleetRecord => {
        const audits = (index + cluster) % 10 === 0;
        return {
          ...base('ClusterPolicy', policyName(index)),
          type: 'policy',
          engine: 'kyverno',
          apiVersion: 'kyverno.io/v1',
          policyType: 'validate',
          bindings: [
            audits
              ? { mode: 'audit', word: 'Audit' }
              : { mode: 'enforce', word: 'Enforce' },
          ],
          description: `Says what number ${index} says.`,
          severity: severities[index % severities.length],
          rules: [{ name: 'check' }],
          controls: [],
          contentHash: (index + cluster) % 100 === 0 ? 'other' : 'usual',
        };
      }),
    ),
    collection(
      'policyreports',
      Array.from({ length: results / perReport }, (_, index) =>
        reportOf(index, policies),
      ),
    ),
  ];
}

function reportOf(index: number, policies: number): PolicyReportRecord {
  const namespace = namespaces[index % namespaces.length];
  return {
    ...base('PolicyReport', `report-${index}`),
    namespace,
    type: 'policy-report',
    engine: 'policy-reports',
    apiVersion: 'wgpolicyk8s.io/v1alpha2',
    tally: { pass: 90, fail: perReport, warn: 0, error: 0, skip: 0 },
    results: Array.from({ length: perReport }, (_, nth) => ({
      policy: policyName((index * perReport + nth) % policies),
      policyKind: 'ClusterPolicy',
      rule: 'check',
      verdict: 'fail',
      source: 'kyverno',
      subject: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        namespace,
        name: `service-${index}-${nth % 3}`,
      },
      message: 'validation error: it may not be so.',
    })),
  };
}

function base(kind: string, name: string) {
  return { kind, name, state: 'healthy', summary: 'is there' } as const;
}

function collection(
  plural: string,
  records: readonly FleetRecord[],
): CollectionChange {
  const [{ engine, apiVersion, kind }] = records;
  const [version, group = ''] = apiVersion.split('/').reverse();
  return {
    state: {
      engine,
      group,
      version,
      kind,
      plural,
      projection: '1',
      outcome: 'ok',
      since: new Date(),
      provenAt: new Date(),
      held: false,
      populated: true,
      everySeconds: 30,
    },
    listing: { id: 'first', complete: true },
    objects: records.map(record => ({
      key: record.namespace
        ? `${record.namespace}/${record.name}`
        : record.name,
      records: [record],
    })),
  };
}
