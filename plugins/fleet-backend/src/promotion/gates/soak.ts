import type { StageCluster } from '@fleetcommander/backstage-plugin-fleet-common';
import { z } from 'zod';
import { durationSchema } from '../../clusters/config/schemas';
import { defineGate } from './defineGate';
import { durationWords } from './durationWords';
import { finding } from './findings';
import { notThere } from './notThere';
import { sourceClusters } from './sourceClusters';

/** What moves has run well for a while on all clusters of the stage before. */
export const soak = defineGate({
  name: 'soak',
  title: 'Soak time',
  options: z
    .strictObject({ for: durationSchema })
    .transform(options => ({ forMs: options.for })),
  check(facts, { forMs }) {
    const before = sourceClusters(facts);
    if ('finding' in before) {
      return before.finding;
    }
    const { stage, clusters } = before;
    const needs = durationWords(forMs);
    const isLacking = (item: StageCluster) =>
      !facts.soakingSince[item.cluster] || notThere(item, facts) !== undefined;
    const evidence = clusters.map(item => {
      const { cluster } = item;
      const since = facts.soakingSince[cluster];
      return isLacking(item)
        ? { summary: `${cluster}: does not run it well yet` }
        : { summary: `${cluster}: runs it well since ${since}`, at: since };
    });
    const lacking = clusters.filter(isLacking);
    if (lacking.length > 0) {
      const names = lacking.map(({ cluster }) => cluster).join(', ');
      return finding(
        'waiting',
        `Needs ${needs} in ${stage}; the time has not begun on ${names}`,
        { evidence },
      );
    }
    const last = clusters.map(({ cluster }) => facts.soakingSince[cluster]);
    const since = last.sort().at(-1) ?? facts.now;
    const opensAt = new Date(Date.parse(since) + forMs).toISOString();
    // It says since when, which stays so, and not for how long.
    return opensAt <= facts.now
      ? finding(
          'passed',
          `Has run well in ${stage} since ${since} (needs ${needs})`,
          { evidence },
        )
      : finding(
          'waiting',
          `Runs well in ${stage} since ${since}; needs ${needs}`,
          { evidence, opensAt },
        );
  },
});
