import { z } from 'zod';
import { whoWords } from '../people/whoWords';
import { defineGate } from './defineGate';
import { finding, notKnown } from './findings';

/** Git says of no time that now lies in that nothing is promoted. The way back stays open: a freeze is to keep what runs well. */
export const freeze = defineGate({
  name: 'freeze',
  title: 'No freeze',
  options: z.strictObject({}),
  check({ action, freezes, target }) {
    if ('unknown' in freezes) {
      return action === 'rollback'
        ? finding('skipped', 'A freeze holds up no rollback')
        : notKnown(freezes.unknown);
    }
    const evidence = freezes.known.map(
      ({ title, reason, from, until, url, setBy }) => ({
        summary: `${title}: ${reason}${until ? `, until ${until}` : ''}${
          setBy ? `; the file was last changed by ${whoWords(setBy)}` : ''
        }`,
        at: from,
        url,
      }),
    );
    if (freezes.known.length === 0) {
      return finding('passed', `Nothing freezes ${target.environment}`);
    }
    if (action === 'rollback') {
      return finding('skipped', 'A freeze holds up no rollback', { evidence });
    }
    const [first] = freezes.known;
    const ends = freezes.known.map(({ until }) => until);
    return finding(
      'waiting',
      `${target.environment} is frozen: ${first.title}, ${first.reason}. To promote before it ends, change it in Git`,
      {
        evidence,
        url: first.url,
        waitsFor: freezes.known.flatMap(({ setBy }) => setBy ?? []),
        opensAt: ends.every(end => end !== undefined)
          ? [...ends].sort().at(-1)
          : undefined,
      },
    );
  },
});
