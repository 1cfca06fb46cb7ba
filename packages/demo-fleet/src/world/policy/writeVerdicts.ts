import { isDeepStrictEqual } from 'node:util';
import { ClusterObjects, ClusterPlan, KubernetesObject } from '../../types';
import { refOf } from '../resources/refOf';
import { celChecks } from './celPolicies';
import { checkedResources } from './checkedResources';
import { exceptionsOf } from './exceptionsOf';
import { gatekeeperAudit } from './gatekeeperAudit';
import { kyvernoReport } from './kyvernoReport';
import { policyChecks } from './policyChecks';
import { policyMode } from './policyMode';

/** Writes what Kyverno finds on one resource, unless that is what it found before. */
export function writeReport(
  cluster: ClusterObjects,
  plan: ClusterPlan,
  resource: KubernetesObject,
  { moment = cluster.now(), exceptions = exceptionsOf(cluster) } = {},
): void {
  const checks = [
    ...policyChecks.filter(check => policyMode(plan, check)),
    ...celChecks(plan),
  ];
  const report = kyvernoReport(resource, checks, exceptions, moment);
  const before = cluster.get(refOf(report));
  if (!before || !isDeepStrictEqual(verdictsOf(before), verdictsOf(report))) {
    cluster.put(report, { manager: 'reports-controller' });
  }
}

/** What a report says, but for when. */
function verdictsOf({ results }: KubernetesObject): object[] {
  return (results as { timestamp: object }[]).map(
    ({ timestamp: _timestamp, ...verdict }) => verdict,
  );
}

/** Writes what Kyverno finds on every resource, and takes the reports away of those that are gone. */
export function scan(
  cluster: ClusterObjects,
  plan: ClusterPlan,
  foundAt = () => cluster.now(),
): void {
  const resources = checkedResources(cluster);
  const present = new Set(resources.map(({ metadata }) => metadata.uid));
  for (const report of cluster.list('wgpolicyk8s.io', 'policyreports')) {
    if (!present.has(report.metadata.name)) {
      cluster.remove(refOf(report));
    }
  }
  const exceptions = exceptionsOf(cluster);
  for (const resource of resources) {
    writeReport(cluster, plan, resource, { moment: foundAt(), exceptions });
  }
}

/** Writes what Gatekeeper's audit finds to each of its constraints. */
export function audit(cluster: ClusterObjects): void {
  for (const check of policyChecks) {
    const { kind, name } = check.gatekeeper;
    const ref = refOf({
      apiVersion: 'constraints.gatekeeper.sh/v1beta1',
      kind,
      metadata: { name },
    });
    const constraint = cluster.get(ref);
    if (constraint) {
      const status = gatekeeperAudit(cluster, constraint, check, cluster.now());
      cluster.patch(
        ref,
        { status },
        { manager: 'gatekeeper', subresource: 'status' },
      );
    }
  }
}
