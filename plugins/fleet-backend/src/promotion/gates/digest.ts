import { z } from 'zod';
import { defineGate } from './defineGate';
import { finding } from './findings';
import { imagesThatCome } from './imagesThatCome';

/** Every image that comes is named by its digest, so that what was tried is what runs. */
export const digest = defineGate({
  name: 'digest',
  title: 'Images by digest',
  options: z.strictObject({}),
  check({ moves }) {
    const images = imagesThatCome(moves);
    if (images.length === 0) {
      return finding('skipped', 'No image comes');
    }
    const evidence = images.map(({ name, to }) => ({
      summary: `${name}: ${to}`,
    }));
    const byTag = images.filter(({ to }) => !/sha256:[0-9a-f]{64}$/.test(to));
    return byTag.length === 0
      ? finding('passed', 'All by digest', { evidence })
      : finding(
          'failed',
          `By tag alone, which others can move: ${byTag
            .map(({ name, to }) => `${name}:${to}`)
            .join(', ')}. Set the digest in the stage before`,
          { evidence },
        );
  },
});
