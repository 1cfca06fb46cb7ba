import type { Build } from '../build/Build';
import { textOf } from '../build/Traced';
import type { Settled } from './Settled';

/** The components that an overlay switches on, and the refs of bases that are fetched from elsewhere. */
export function wholesOf(build: Build): Settled[] {
  const components = build.components.map(
    ({ name, spot }): Settled => ({
      kind: 'component',
      name,
      spot: { ...spot, origin: 'component' },
      use: `component ${name}`,
      settle: () => ({}),
    }),
  );
  const remotes = build.remotes.flatMap((item): Settled[] => {
    const text = textOf(item)!;
    const [, before, ref, after] = /^(.*[?&]ref=)([^&]+)(.*)$/.exec(text) ?? [];
    return ref === undefined
      ? []
      : [
          {
            kind: 'git-ref',
            name: before.replace(/[?&]ref=$/, ''),
            version: ref,
            spot: item.spot,
            use: `base ${before}`,
            settle: ({ version = '' }) =>
              item.spot.set(`${before}${version}${after}`),
          },
        ];
  });
  return [...components, ...remotes];
}
