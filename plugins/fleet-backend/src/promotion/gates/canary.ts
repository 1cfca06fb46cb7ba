import type { Canary } from '@fleetcommander/backstage-plugin-fleet-common';
import { z } from 'zod';
import { defineGate } from './defineGate';
import { finding, notKnown } from './findings';

/** Flagger and Argo Rollouts have let through what moves in the stage before, and have nothing under way in the target. */
export const canary = defineGate({
  name: 'canary',
  title: 'Canaries done',
  options: z.strictObject({}),
  check({ action, source, target, canaries }) {
    if (action === 'rollback') {
      return finding('skipped', 'A rollback ends what is under way');
    }
    const of = (clusters: readonly { cluster: string }[] = []) =>
      canaries.filter(({ cluster }) =>
        clusters.some(other => other.cluster === cluster),
      );
    const before = of(source?.clusters);
    const there = of(target.clusters);
    const evidence = [...before, ...there].map(
      ({ cluster, name, summary, since }) => ({
        summary: `${name} on ${cluster}: ${summary}`,
        at: since,
      }),
    );
    if (evidence.length === 0) {
      return finding(
        'skipped',
        'Neither Flagger nor Argo Rollouts releases it',
      );
    }
    const failed = before.filter(({ state }) => isFailed(state));
    if (failed.length > 0) {
      return finding(
        'failed',
        `Given up in ${source?.name}: ${namesOf(failed)}`,
        { evidence },
      );
    }
    const stale = [...before, ...there].filter(
      ({ freshness, state }) => freshness.stale || !isTold(state),
    );
    if (stale.length > 0) {
      return notKnown(`how far ${namesOf(stale)} is`, { evidence });
    }
    const underWay = [...before, ...there].filter(
      ({ state }) => state === 'progressing',
    );
    return underWay.length > 0
      ? finding('waiting', `Under way: ${namesOf(underWay)}`, { evidence })
      : finding('passed', 'None is under way', { evidence });
  },
});

function isFailed(state: Canary['state']): boolean {
  return state === 'failing' || state === 'degraded';
}

function isTold(state: Canary['state']): boolean {
  return (
    isFailed(state) || ['healthy', 'progressing', 'suspended'].includes(state)
  );
}

function namesOf(canaries: readonly Canary[]): string {
  return canaries
    .map(({ name, cluster }) => `${name} on ${cluster}`)
    .join(', ');
}
