import type { Spot } from './Spot';
import {
  itemsOf,
  textOf,
  tracedAt,
  type Traced,
  type TracedMap,
  type TracedScalar,
} from './Traced';

/** How a generator gets at a file that it names. */
export type ReadText = (
  path: string,
) => (Pick<TracedScalar, 'spot' | 'textLine'> & { value: string }) | undefined;

/** The data of a ConfigMap, from an entry of `configMapGenerator:`. */
export function generateConfigMap(
  entry: TracedMap,
  readText: ReadText,
): Map<string, Traced> {
  const envs = [
    ...itemsOf(tracedAt(entry, 'envs')),
    tracedAt(entry, 'env'),
  ].flatMap(path => envEntries(readText(textOf(path) ?? '')));
  const files = itemsOf(tracedAt(entry, 'files')).flatMap(item => {
    const [path, key] = (textOf(item) ?? '').split('=').reverse();
    const file = readText(path);
    return file
      ? [
          [
            key ?? path.split('/').at(-1)!,
            { is: 'scalar', ...file } satisfies TracedScalar,
          ] as const,
        ]
      : [];
  });
  const literals = itemsOf(tracedAt(entry, 'literals')).flatMap(item =>
    pairOf(textOf(item) ?? '', value => item.spot.set(value), item.spot),
  );
  return new Map([...envs, ...files, ...literals]);
}

function envEntries(file: ReturnType<ReadText>): [string, Traced][] {
  if (!file) {
    return [];
  }
  const lines = file.value.split('\n');
  return lines.flatMap((line, index) =>
    /^\s*(#|$)/.test(line)
      ? []
      : pairOf(
          line.replace(/\r$/, ''),
          changed =>
            file.spot.set(
              lines
                .with(index, changed + (line.endsWith('\r') ? '\r' : ''))
                .join('\n'),
            ),
          { ...file.spot, place: { ...file.spot.place, line: index + 1 } },
        ),
  );
}

function pairOf(
  text: string,
  set: (changed: string) => ReturnType<Spot['set']>,
  { place, own }: Spot,
): [string, Traced][] {
  // A variable alone has the value that it has where kustomize runs.
  const [, key, quote, value] =
    /^\s*([^=]+)=(["']?)(.*)\2$/s.exec(text) ??
    /^\s*([^=]+)()()$/.exec(text) ??
    [];
  return key === undefined
    ? []
    : [
        [
          key,
          {
            is: 'scalar',
            value,
            spot: {
              place,
              own,
              origin: 'generator',
              set: changed => set(`${key}=${quote}${changed}${quote}`),
            },
          },
        ],
      ];
}
