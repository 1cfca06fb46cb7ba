import { createHash } from 'node:crypto';
import type {
  ClusterObjects,
  KubernetesObject,
  ResourceDefinition,
} from '@fleetcommander/demo-fleet';
import { mendedOf, type ReportsSize } from './ReportsSize';

const policyReports: ResourceDefinition = {
  group: 'wgpolicyk8s.io',
  versions: ['v1alpha2'],
  kind: 'PolicyReport',
  plural: 'policyreports',
  singular: 'policyreport',
  namespaced: true,
};

const checks = [
  'disallow-privileged-containers',
  'disallow-host-namespaces',
  'disallow-host-path',
  'disallow-host-ports',
  'require-run-as-nonroot',
  'require-requests-limits',
  'disallow-latest-tag',
  'restrict-image-registries',
  'require-pod-probes',
];
const severities = ['high', 'high', 'medium', 'medium', 'low'];
const started = Math.floor(Date.now() / 1000);
const perNamespace = 50;

/** Has a cluster hold reports as Kyverno's background scan writes them, one a Deployment. */
export function writeReports(cluster: ClusterObjects, size: ReportsSize): void {
  cluster.define([policyReports]);
  for (let index = 0; index < size.reports; index += 1) {
    write(cluster, reportOf(cluster, size, { index, mended: false }));
  }
}

/** Nothing fails any more in as large a share of the reports, each of which told of something before. */
export function mendReports(
  cluster: ClusterObjects,
  size: ReportsSize,
  share: number,
): void {
  for (let nth = 0; nth < mendedOf(size, share); nth += 1) {
    const index = nth * size.oneFailsIn;
    write(cluster, reportOf(cluster, size, { index, mended: true }));
  }
}

function write(cluster: ClusterObjects, report: KubernetesObject): void {
  cluster.put(report, { manager: 'reports-controller' });
}

function reportOf(
  { name: cluster }: ClusterObjects,
  { results: count, oneFailsIn }: ReportsSize,
  { index, mended }: { index: number; mended: boolean },
): KubernetesObject {
  const name = `service-${index}`;
  const namespace = `team-${Math.floor(index / perNamespace)}`;
  const apiVersion = 'apps/v1';
  const kind = 'Deployment';
  const uid = uidOf(cluster, index);
  // A background scan takes a while.
  const timestamp = { seconds: started - ((index * 7) % 3600), nanos: 0 };
  const results = Array.from({ length: count }, (_, nth) => {
    const check = checks[nth % checks.length];
    // Beyond what the library has, there are policies of its own making.
    const round = Math.floor(nth / checks.length);
    const policy = round === 0 ? check : `${check}-${round}`;
    const rule = `autogen-${check}`;
    const fails = !mended && (index * count + nth) % oneFailsIn === 0;
    return {
      category: 'Pod Security Standards (Baseline)',
      message: fails
        ? `validation error: ${name} breaks ${policy}. rule ${rule} failed at path /spec/template/spec/containers/0/securityContext/`
        : `validation rule '${rule}' passed.`,
      policy,
      properties: { process: 'background scan' },
      result: fails ? 'fail' : 'pass',
      rule,
      scored: true,
      severity: severities[nth % severities.length],
      source: 'kyverno',
      timestamp,
    };
  });
  const failing = results.filter(({ result }) => result === 'fail').length;
  return {
    apiVersion: 'wgpolicyk8s.io/v1alpha2',
    kind: 'PolicyReport',
    metadata: {
      name: uid,
      namespace,
      labels: { 'app.kubernetes.io/managed-by': 'kyverno' },
      ownerReferences: [{ apiVersion, kind, name, uid }],
    },
    results,
    scope: { apiVersion, kind, name, namespace, uid },
    summary: {
      error: 0,
      fail: failing,
      pass: count - failing,
      skip: 0,
      warn: 0,
    },
  };
}

/** Random enough that it compresses as badly as a real one, and the same each time. */
function uidOf(cluster: string, index: number): string {
  const hex = createHash('sha256').update(`${cluster} ${index}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}
