import type {
  GateEvidence,
  StageCluster,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { z } from 'zod';
import { defineGate } from './defineGate';
import { finding, notKnown } from './findings';
import { notThere } from './notThere';
import { sourceClusters } from './sourceClusters';

/** What of a cluster keeps the gate shut: the worst of all says how the gate is. */
const order = ['failed', 'unknown', 'waiting', 'passed'] as const;

/** The stage before runs what moves, and is well, on all of its clusters. */
export const healthy = defineGate({
  name: 'healthy',
  title: 'Healthy in the stage before',
  options: z.strictObject({}),
  check(facts) {
    const before = sourceClusters(facts);
    if ('finding' in before) {
      return before.finding;
    }
    const { stage, clusters } = before;
    const judged = clusters.map(cluster => ({
      cluster,
      ...judge(cluster, notThere(cluster, facts)),
    }));
    const state =
      order.find(word => judged.some(item => item.state === word)) ?? 'passed';
    const more = { evidence: judged.map(evidenceOf) };
    if (state === 'passed') {
      return finding(
        state,
        `Runs well on ${countOf(clusters)} of ${stage}`,
        more,
      );
    }
    const worst = judged.filter(item => item.state === state);
    const words = worst
      .map(({ cluster, summary }) => `${cluster.cluster}: ${summary}`)
      .join('; ');
    return state === 'unknown'
      ? notKnown(words, more)
      : finding(state, `Not well in ${stage} yet. ${words}`, more);
  },
});

function judge(
  cluster: StageCluster,
  lacks: string | undefined,
): {
  state: (typeof order)[number];
  summary: string;
} {
  const { freshness, state, summary, agrees } = cluster;
  if (freshness.stale) {
    return {
      state: 'unknown',
      summary: freshness.reason ?? 'its cluster has not been heard of lately',
    };
  }
  if (state === 'failing' || state === 'degraded') {
    return { state: 'failed', summary };
  }
  if (state === 'progressing' || state === 'suspended') {
    return { state: 'waiting', summary };
  }
  if (state !== 'healthy') {
    return { state: 'unknown', summary };
  }
  if (agrees === undefined) {
    return {
      state: 'unknown',
      summary: 'whether it runs what Git says cannot be told',
    };
  }
  if (!agrees) {
    return { state: 'waiting', summary: 'it does not run what Git says yet' };
  }
  return lacks
    ? { state: 'waiting', summary: lacks }
    : { state: 'passed', summary };
}

function evidenceOf({
  cluster,
  summary,
}: {
  cluster: StageCluster;
  summary: string;
}): GateEvidence {
  return {
    summary: `${cluster.cluster}: ${summary}`,
    at: cluster.freshness.observedAt ?? cluster.since,
  };
}

function countOf(clusters: readonly StageCluster[]): string {
  return clusters.length === 1
    ? `the one cluster`
    : `all ${clusters.length} clusters`;
}
