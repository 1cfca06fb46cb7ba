import type { PolicyMode } from '@fleetcommander/backstage-plugin-fleet-common';
import type { PolicyBindingFacts } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, itemsOf, textOf, type Fields } from '../fields';
import { matchInWords } from './matchInWords';

/** Gatekeeper treats an action that it does not know, where it was told not to check them, as one that only its audit reports. */
const modes: Readonly<Record<string, PolicyMode>> = {
  deny: 'enforce',
  warn: 'warn',
  dryrun: 'audit',
};

/**
 * Where a point holds, in plain words; undefined: it does nothing on a cluster.
 * {@link https://open-policy-agent.github.io/gatekeeper/website/docs/enforcement-points}
 */
const points: Readonly<Record<string, string | undefined>> = {
  '*': '',
  'validation.gatekeeper.sh': 'at admission',
  'vap.k8s.io': 'at admission, by the API server itself',
  'audit.gatekeeper.sh': 'in audits',
  'gator.gatekeeper.sh': undefined,
};

/** What a constraint does, and where: one action for all points of enforcement, or one for each that it names. */
export function bindingsOf(spec: Fields): PolicyBindingFacts[] {
  const word = textOf(spec.enforcementAction) ?? 'deny';
  const where = matchInWords(spec.match);
  if (word !== 'scoped') {
    return [{ mode: modes[word] ?? 'audit', word, where }];
  }
  const bindings = itemsOf(spec.scopedEnforcementActions).flatMap(item =>
    scopedBindings(fieldsOf(item), where),
  );
  return bindings.length > 0
    ? bindings
    : [{ mode: 'off', word, where: 'on no cluster, in pipelines only' }];
}

/** The points that a constraint names for actions of their own; empty unless it is scoped. */
export function scopedPoints(spec: Fields): string[] {
  return spec.enforcementAction === 'scoped'
    ? itemsOf(spec.scopedEnforcementActions).flatMap(item =>
        pointsOf(fieldsOf(item)),
      )
    : [];
}

function scopedBindings(
  scoped: Fields,
  where: string | undefined,
): PolicyBindingFacts[] {
  const word = textOf(scoped.action) ?? 'deny';
  return pointsOf(scoped)
    .map(point => ({
      point,
      at: point in points ? points[point] : `at ${point}`,
    }))
    .filter(({ at }) => at !== undefined)
    .map(({ point, at }) => ({
      // What is only audited is let in, whatever the action is called.
      mode: point === 'audit.gatekeeper.sh' ? 'audit' : modes[word] ?? 'audit',
      word,
      where: [at, where].filter(Boolean).join(', ') || undefined,
    }));
}

function pointsOf(scoped: Fields): string[] {
  return itemsOf(scoped.enforcementPoints)
    .map(point => textOf(fieldsOf(point).name))
    .filter(name => name !== undefined);
}
