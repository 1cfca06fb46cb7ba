import { isRemote, resolvePath } from '../build/resolvePath';
import { itemsOf, textOf, tracedAt, type Traced } from '../build/Traced';
import { traceYaml } from '../build/traceYaml';
import { OverlayError } from '../OverlayError';
import { YamlError } from '../../yaml/YamlError';

/** What a kustomization names in the repository. What leads out of it, or is fetched from elsewhere, is left out. */
export function namedBy(
  folder: string,
  text: string,
): { files: string[]; either: string[] } {
  const root = parse(text);
  const all = (key: string) => itemsOf(tracedAt(root, key));
  const generators = all('configMapGenerator');
  const files = [
    ...all('patchesStrategicMerge'),
    ...all('transformers'),
    ...[
      ...all('patches'),
      ...all('patchesJson6902'),
      ...all('replacements'),
    ].map(item => tracedAt(item, 'path')),
    ...all('helmCharts').map(item => tracedAt(item, 'valuesFile')),
    ...generators.flatMap(item => [
      ...itemsOf(tracedAt(item, 'envs')),
      tracedAt(item, 'env'),
    ]),
  ].flatMap(item => textOf(item) ?? []);
  const keyed = generators
    .flatMap(item => itemsOf(tracedAt(item, 'files')))
    .flatMap(item => textOf(item)?.split('=').at(-1) ?? []);
  const either = ['resources', 'bases', 'components']
    .flatMap(all)
    .flatMap(item => textOf(item) ?? []);
  const inRepository = (path: string) =>
    isRemote(path) || /[\n:]/.test(path) ? [] : resolvePath(folder, path) ?? [];
  return {
    files: [...files, ...keyed].flatMap(inRepository),
    either: either.flatMap(inRepository),
  };
}

/** One that cannot be read names nothing; it is told when the overlay is read. */
function parse(text: string): Traced | undefined {
  try {
    return traceYaml({
      text,
      path: '',
      own: false,
      origin: 'source',
      write: () => ({}),
      budget: { left: 100_000 },
    })[0];
  } catch (error) {
    if (error instanceof YamlError || error instanceof OverlayError) {
      return undefined;
    }
    throw error;
  }
}
