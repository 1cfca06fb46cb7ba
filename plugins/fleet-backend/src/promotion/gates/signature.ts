import { z } from 'zod';
import { defineGate } from './defineGate';
import { finding, notKnown } from './findings';
import { signedKey, signedMoves } from './signedMoves';

/** A policy engine has verified the signature of every image that comes, and Flux that of every chart, artifact and commit. */
export const signature = defineGate({
  name: 'signature',
  title: 'Signed',
  options: z.strictObject({}),
  check({ moves, signatures }) {
    const keys = [...new Set(signedMoves(moves).map(signedKey))];
    if (keys.length === 0) {
      return finding('skipped', 'Nothing comes that could be signed');
    }
    const judged = keys.map(name => ({
      name,
      signed: signatures[name] ?? {
        unknown: 'nothing on a cluster verifies it',
      },
    }));
    const evidence = judged.map(({ name, signed }) => {
      if ('unknown' in signed) {
        return { summary: `${name}: not known, ${signed.unknown}` };
      }
      return {
        summary: `${name}: ${
          signed.known
            ? 'its signature was verified'
            : 'its signature is not good'
        }`,
      };
    });
    const bad = judged.filter(
      ({ signed }) => 'known' in signed && !signed.known,
    );
    if (bad.length > 0) {
      return finding(
        'failed',
        `Not signed by whom it should be: ${bad
          .map(({ name }) => name)
          .join(', ')}`,
        { evidence },
      );
    }
    const open = judged.flatMap(({ name, signed }) =>
      'unknown' in signed ? `${name}: ${signed.unknown}` : [],
    );
    return open.length > 0
      ? notKnown(open.join('; '), { evidence })
      : finding('passed', `${keys.length} verified`, { evidence });
  },
});
