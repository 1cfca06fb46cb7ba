import type {
  GateFinding,
  GitCheck,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { z } from 'zod';
import { listOf } from '../../clusters/config/schemas';
import { defineGate } from './defineGate';
import { finding, notKnown, notOpenYet } from './findings';

/** Machines that check the pull request pass it: those named, else those that the branch demands and all that have reported. */
export const checks = defineGate({
  name: 'checks',
  title: 'Checks',
  options: z.strictObject({ names: listOf(z.string().min(1)).optional() }),
  check({ pullRequest }, { names }) {
    if (!pullRequest) {
      return notOpenYet();
    }
    if ('unknown' in pullRequest.checks) {
      return notKnown(pullRequest.checks.unknown);
    }
    const reported = pullRequest.checks.known;
    if (names) {
      return judge(
        reported.filter(({ name }) => names.includes(name)),
        names,
      );
    }
    const { rules } = pullRequest;
    const required =
      'known' in rules
        ? rules.known.requiredChecks?.map(({ name }) => name)
        : undefined;
    if (reported.length === 0 && !required?.length) {
      return required
        ? finding('skipped', 'The branch demands none, and none has reported')
        : notKnown(
            `none has reported, and which ones the branch demands ${
              'unknown' in rules
                ? `cannot be read: ${rules.unknown}`
                : 'the Git host does not tell'
            }. Name them in the gate: { gate: checks, names: [build] }`,
          );
    }
    return judge(reported, required ?? []);
  },
});

function judge(
  reported: readonly GitCheck[],
  wanted: readonly string[],
): GateFinding {
  const evidence = reported.map(({ name, state, url }) => ({
    summary: `${name}: ${state}`,
    url,
  }));
  const namesOf = (state: GitCheck['state']) =>
    reported.flatMap(check => (check.state === state ? check.name : []));
  const failed = namesOf('failed');
  if (failed.length > 0) {
    return finding('failed', `Failed: ${failed.join(', ')}`, {
      evidence,
      url: reported.find(({ state }) => state === 'failed')?.url,
    });
  }
  const missing = wanted.filter(
    name => !reported.some(check => check.name === name),
  );
  const open = [...namesOf('pending'), ...missing];
  return open.length > 0
    ? finding('waiting', `Waits for ${open.join(', ')}`, { evidence })
    : finding('passed', `${reported.length} passed`, { evidence });
}
