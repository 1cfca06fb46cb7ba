import type { JsonValue } from '@backstage/types';
import { settledIn } from '../artifacts/settledIn';
import type { OverlayFiles } from '../Overlay';
import type { Leaves } from './leavesOf';

/** What kustomize built, by uses as they are told: `Deployment web, container app`. Objects go by the names that are written. */
export function valuesByUse(
  files: OverlayFiles,
  folder: string,
  built: Leaves,
): Map<string, JsonValue> {
  const names = new Map(
    settledIn(files, folder).build.objects.map(({ kind, names: all }) => [
      `${kind} ${all.at(-1)}`,
      `${kind} ${all[0]}`,
    ]),
  );
  return new Map(
    [...built].map(([leaf, value]) => {
      const [object, path] = leaf.split(/: (.*)/s);
      const title = names.get(object) ?? object;
      const container = /\.(?:containers|initContainers)\.([^.]+)\.image$/.exec(
        path,
      )?.[1];
      return [
        container ? `${title}, container ${container}` : `${title}, ${path}`,
        value,
      ];
    }),
  );
}
