import { ClusterObjects, KubernetesObject } from '../../types';
import { timestamp } from '../status/conditions';
import { podSpecOf } from './checkedResources';
import { PolicyCheck } from './PolicyCheck';

/** Gatekeeper lists no more, and tells how many there are. */
const mostViolations = 20;

/** The status of a constraint after an audit of all pods. */
export function gatekeeperAudit(
  cluster: ClusterObjects,
  constraint: KubernetesObject,
  check: PolicyCheck,
  moment: Date,
): object {
  const { enforcementAction, match } = constraint.spec as {
    enforcementAction: string;
    match: { excludedNamespaces: string[] };
  };
  const violations = cluster
    .list('', 'pods')
    .filter(
      ({ metadata }) =>
        !match.excludedNamespaces.includes(metadata.namespace ?? ''),
    )
    .flatMap(pod => {
      const spec = podSpecOf(pod);
      const { name, namespace } = pod.metadata;
      return spec && check.breach(spec)
        ? {
            enforcementAction,
            group: '',
            kind: 'Pod',
            message: check.gatekeeper.message(spec.containers[0].name),
            name,
            namespace,
            version: 'v1',
          }
        : [];
    });
  const { generation, uid } = constraint.metadata;
  return {
    auditTimestamp: timestamp(moment),
    byPod: ['gatekeeper-audit-0', 'gatekeeper-controller-manager-0'].map(
      id => ({
        constraintUID: uid,
        enforced: true,
        id,
        observedGeneration: generation,
        operations: id.includes('audit') ? ['audit', 'status'] : ['webhook'],
      }),
    ),
    totalViolations: violations.length,
    violations: violations.slice(0, mostViolations),
  };
}
