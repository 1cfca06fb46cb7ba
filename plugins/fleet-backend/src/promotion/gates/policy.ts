import { policySeverities } from '@fleetcommander/backstage-plugin-fleet-common';
import { z } from 'zod';
import { defineGate } from './defineGate';
import { finding, notKnown } from './findings';

/** What moves breaks no policy that was kept before it came to the stage before. */
export const policy = defineGate({
  name: 'policy',
  title: 'Policy',
  options: z.strictObject({
    severity: z.enum(policySeverities).default('high'),
  }),
  check({ source, policyResults }, { severity }) {
    if (!source) {
      return finding('skipped', 'No stage comes before, where it would show');
    }
    if ('unknown' in policyResults) {
      return notKnown(policyResults.unknown);
    }
    const bad = policySeverities.slice(
      0,
      policySeverities.indexOf(severity) + 1,
    );
    const grave = policyResults.known.filter(result =>
      bad.some(word => word === result.severity),
    );
    const evidence = policyResults.known.map(result => ({
      summary: `${result.severity}: ${result.summary} (${result.policy} on ${result.cluster})`,
      at: result.since,
    }));
    if (grave.length > 0) {
      const [first] = grave;
      return finding(
        'failed',
        `${grave.length} new of severity ${severity} or above since it came to ${source.name}: ${first.policy}, ${first.summary}. Mend it there first`,
        { evidence },
      );
    }
    return finding(
      'passed',
      `None new of severity ${severity} or above in ${source.name}`,
      { evidence },
    );
  },
});
