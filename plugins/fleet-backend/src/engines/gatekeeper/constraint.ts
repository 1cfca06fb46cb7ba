import { controlsOf } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  EngineKind,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, itemsOf, textOf, timeOf } from '../fields';
import { contentHash } from '../policy/contentHash';
import { annotatedSeverity } from '../policy/severityOf';
import { recordOf, type Health } from '../recordOf';
import { bindingsOf, scopedPoints } from './bindingsOf';
import { exclusionsOf } from './exclusions';
import { kindsInWords } from './matchInWords';
import { podHealth } from './podHealth';
import { violationsOf } from './violationsOf';

/** What happens with a breach, not what one is. */
const actions = new Set(['enforcementAction', 'scopedEnforcementActions']);

/** Constraints: each ConstraintTemplate makes a kind of them. */
export const constraint: EngineKind = {
  group: 'constraints.gatekeeper.sh',
  kind: '*',
  plural: '*',
  versions: ['v1beta1', 'v1alpha1'],
  pace: 'relaxed',
  project(object, context) {
    const { kind, metadata } = object;
    const spec = fieldsOf(object.spec);
    const match = fieldsOf(spec.match);
    const annotations = fieldsOf(metadata.annotations);
    return [
      {
        type: 'policy',
        ...recordOf('gatekeeper', object, context, healthOf(object)),
        policyType: 'validate',
        bindings: bindingsOf(spec),
        title: textOf(annotations['metadata.gatekeeper.sh/title']),
        description:
          textOf(annotations.description)?.slice(0, 2_000) ??
          `Holds for ${kindsInWords(match.kinds) ?? 'every kind'}.`,
        severity: annotatedSeverity(metadata),
        rules: [],
        controls: controlsOf({ engine: 'gatekeeper', name: kind }),
        contentHash: contentHash(spec, { without: actions }),
        template: kind,
      },
      ...exclusionsOf(object, context),
      ...violationsOf(object, context),
    ];
  },
};

function healthOf(object: KubernetesObject): Health {
  const status = fieldsOf(object.status);
  const audited = timeOf(status.auditTimestamp) !== undefined;
  const problem = podHealth(object, {
    points: scopedPoints(fieldsOf(object.spec)),
  });
  if (problem) {
    return problem;
  }
  const known =
    audited || status.enforced === true || itemsOf(status.byPod).length > 0;
  if (!known) {
    return { state: 'unknown', summary: 'Gatekeeper has not taken it up' };
  }
  return {
    state: 'healthy',
    summary: audited ? 'applied' : 'applied, never audited',
  };
}
