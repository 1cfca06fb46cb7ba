import {
  policySeverities,
  type PolicySeverity,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { fieldsOf, textOf } from '../fields';

/** Other words that reporters use. */
const synonyms = new Map<string, PolicySeverity>([
  ['moderate', 'medium'],
  ['negligible', 'low'],
  ['informational', 'info'],
]);

/** The severity that a report or an annotation names; undefined for `unknown` and for words that are none. */
export function severityOf(value: unknown): PolicySeverity | undefined {
  const word = textOf(value)?.toLowerCase();
  return (
    policySeverities.find(severity => severity === word) ??
    synonyms.get(word ?? '')
  );
}

/** The severity that the author of a policy wrote on it: in an annotation or label named `severity`, whatever its prefix. */
export function annotatedSeverity(metadata: {
  annotations?: unknown;
  labels?: unknown;
}): PolicySeverity | undefined {
  const written = Object.entries({
    ...fieldsOf(metadata.labels),
    ...fieldsOf(metadata.annotations),
  }).filter(([key]) => key === 'severity' || key.endsWith('/severity'));
  return written.map(([, value]) => severityOf(value)).find(Boolean);
}
