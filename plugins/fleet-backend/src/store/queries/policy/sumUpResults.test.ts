import type { PolicyResult } from '@fleetcommander/backstage-plugin-fleet-common';
import { nameOfPolicy } from './nameOfPolicy';
import { sumUpResults } from './sumUpResults';

function result(key: string, cluster: string, name = 'web'): PolicyResult {
  return {
    id: `${key} ${cluster} ${name}`,
    policy: nameOfPolicy(key, undefined),
    verdict: 'fail',
    severity: 'high',
    source: 'kyverno',
    cluster,
    resource: { kind: 'Deployment', namespace: 'shop', name },
    message: 'it is wrong',
    remedy: 'make it right',
    since: '2026-11-21T12:00:00Z',
    firstSince: '2026-11-21T12:00:00Z',
    times: 1,
    entityRefs: [],
    ownerRefs: [],
    freshness: { observedAt: '2026-11-21T12:00:00Z', stale: false },
  };
}

const privileged = 'kyverno:ClusterPolicy::disallow-privileged-containers';
const sameOfGatekeeper = 'gatekeeper:K8sPSPPrivilegedContainer::no-root';
const sameOfTrivy = 'trivy:ConfigAuditReport::KSV017';
const ownPolicy = 'kyverno:ClusterPolicy::ours';

it('tells what one change mends once, with all clusters that it is on', () => {
  const summed = sumUpResults([
    result(privileged, 'prod-2'),
    result(ownPolicy, 'prod-2'),
    result(privileged, 'prod-1'),
    result(sameOfGatekeeper, 'prod-3'),
    result(sameOfTrivy, 'prod-3'),
    result(privileged, 'prod-1', 'other'),
    result(ownPolicy, 'prod-2'),
  ]);
  expect(
    summed.map(({ policy, resource, clusters }) => [
      policy.name,
      resource.name,
      clusters,
    ]),
  ).toEqual([
    ['disallow-privileged-containers', 'web', ['prod-1', 'prod-2', 'prod-3']],
    ['ours', 'web', ['prod-2']],
    ['disallow-privileged-containers', 'other', ['prod-1']],
  ]);
});
