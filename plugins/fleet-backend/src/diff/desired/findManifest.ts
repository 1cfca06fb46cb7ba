import type {
  GitFile,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { parseManifests } from '../../engines/parseManifests';
import type { Wanted } from './Desired';

/** The manifest of an object among files, or why there is none. */
export function findManifest(
  files: readonly GitFile[],
  wanted: Pick<Wanted, 'group' | 'kind' | 'namespace' | 'name'>,
): { object: KubernetesObject; path: string } | { unknown: string } {
  const problems: string[] = [];
  for (const { path, text } of files) {
    try {
      for (const manifest of parseManifests(text)) {
        if ('problem' in manifest) {
          problems.push(`${path}: ${manifest.problem}`);
        } else if (isOf(manifest.object, wanted)) {
          return 'sops' in manifest.object
            ? { unknown: `in ${path} it is encrypted with SOPS` }
            : { object: manifest.object, path };
        }
      }
    } catch (error) {
      // Such as aliases that would fill the memory.
      problems.push(`${path}: ${(error as Error).message}`);
    }
  }
  const [problem] = problems;
  return {
    unknown: problem
      ? `no file has it; not all could be read: ${problem}`
      : 'no file has it',
  };
}

/** A manifest without a namespace gets one from its application. */
function isOf(
  { apiVersion, kind, metadata }: KubernetesObject,
  wanted: Pick<Wanted, 'group' | 'kind' | 'namespace' | 'name'>,
): boolean {
  const group = apiVersion.slice(0, Math.max(0, apiVersion.indexOf('/')));
  return (
    group === wanted.group &&
    kind === wanted.kind &&
    metadata.name === wanted.name &&
    (metadata.namespace ?? wanted.namespace) === wanted.namespace
  );
}
