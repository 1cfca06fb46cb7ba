import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf } from '../../engines/fields';
import { memberPath } from './fieldPath';
import type { LiveFields } from './LiveFields';

const ssa = 'kustomize.toolkit.fluxcd.io/ssa';

/** Annotations that tell an engine to let an object be, by key and value. */
const marks: [key: string, value: string, words: string][] = [
  [ssa, 'ignore', 'Flux does not apply it'],
  [ssa, 'ifnotpresent', 'Flux only creates it, and then lets it be'],
  [
    'kustomize.toolkit.fluxcd.io/reconcile',
    'disabled',
    'Flux does not apply it',
  ],
  [
    'helm.toolkit.fluxcd.io/driftDetection',
    'disabled',
    'Flux does not look for drift in it',
  ],
];

/**
 * Whether an engine was told to let an object be. Where Git says so, nothing that others change is drift. Where a client said so on
 * the cluster, all of it is, and nobody corrects it.
 */
export function readMarks(
  { metadata }: KubernetesObject,
  { managers, fields }: LiveFields,
  gitManagers: ReadonlySet<string>,
): Pick<LiveFields, 'leftAlone' | 'uncorrected'> {
  const annotations = fieldsOf(metadata.annotations);
  for (const [key, value, words] of marks) {
    if (String(annotations[key]).toLowerCase() === value) {
      const [owners] = fields[`.metadata.annotations${memberPath(key)}`] ?? [
        [],
      ];
      const reason = `${words}: it is annotated with ${key}: ${annotations[key]}`;
      return owners.some(index => gitManagers.has(managers[index].name))
        ? { leftAlone: reason }
        : { uncorrected: reason };
    }
  }
  return {};
}
