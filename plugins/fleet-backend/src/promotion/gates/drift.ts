import { z } from 'zod';
import { defineGate } from './defineGate';
import { finding, notKnown } from './findings';

/** Of these a promotion would undo what somebody did, or not come through. */
const kinds = ['override', 'frozen'];

/** Nothing in the target was changed by hand, and its engine is not held. What somebody has acknowledged holds nothing up. */
export const drift = defineGate({
  name: 'drift',
  title: 'No drift in the target',
  options: z.strictObject({}),
  check({ drifts, target }) {
    if ('unknown' in drifts) {
      return notKnown(drifts.unknown);
    }
    const grave = drifts.known.filter(({ kind }) => kinds.includes(kind));
    const evidence = grave.map(
      ({ kind, cluster, summary, since, acknowledged }) => ({
        summary: `${kind} on ${cluster}: ${summary}${
          acknowledged ? ' (acknowledged)' : ''
        }`,
        at: since,
      }),
    );
    const open = grave.filter(({ acknowledged }) => !acknowledged);
    if (open.length === 0) {
      return finding(
        'passed',
        grave.length > 0
          ? `What drifts in ${target.name} was acknowledged`
          : `Nothing was changed by hand in ${target.name}`,
        { evidence },
      );
    }
    const [first] = open;
    return finding(
      'failed',
      `${open.length} open in ${target.name}: ${first.summary} (${first.kind} on ${first.cluster}). Reconcile, adopt into Git or acknowledge it`,
      { evidence },
    );
  },
});
