import { posix } from 'node:path';
import type { JsonObject, JsonValue } from '@backstage/types';
import { parseAllDocuments } from 'yaml';
import { valueAt } from '../claims/valueAt';
import type { RepositoryReader } from './OverlayPlan';

/** As `flux bootstrap` calls it. */
const usual: JsonObject = { kind: 'GitRepository', name: 'flux-system' };

/** What the Flux of a cluster has the repository as: the GitRepository that the others in its folder are applied from. */
export async function findSource(
  repository: RepositoryReader,
  folder: string,
): Promise<JsonObject> {
  for (const name of await repository.list(folder)) {
    const text = /\.ya?ml$/.test(name)
      ? await repository.inGit(posix.join(folder, name))
      : undefined;
    const source = sourceIn(text ?? '');
    if (source) {
      return source;
    }
  }
  return usual;
}

/** A file that does not parse, or that YAML makes too much of, is none to go by. */
function sourceIn(text: string): JsonObject | undefined {
  for (const document of parseAllDocuments(text)) {
    try {
      const manifest = document.toJS({ maxAliasCount: 100 }) as JsonValue;
      const version = valueAt(manifest, ['apiVersion']);
      const source = valueAt(manifest, ['spec', 'sourceRef']);
      const isGit = valueAt(source, ['kind']) === usual.kind;
      if (String(version).startsWith('kustomize.toolkit.') && isGit) {
        return source as JsonObject;
      }
    } catch {
      continue;
    }
  }
  return undefined;
}
