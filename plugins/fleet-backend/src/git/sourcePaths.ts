import { posix } from 'node:path';
import type {
  GitHost,
  GitRepository,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { parseAllDocuments } from 'yaml';
import { fieldsOf, itemsOf, textOf } from '../engines/fields';

const fileNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
const mostPaths = 20;

/**
 * The paths that an application is made of: its own, and those that its kustomization.yaml reaches out for, such as `../../base`. A
 * commit that touches one of them is a commit of the application.
 */
export async function sourcePaths(
  host: GitHost,
  repository: GitRepository,
  { path, revision }: { path: string; revision: string },
): Promise<string[]> {
  const found = [path];
  for (const folder of found) {
    const { files } = await host.readFiles(repository, folder, revision, {
      wanted: file => fileNames.includes(posix.relative(folder, file)),
    });
    for (const reference of files.flatMap(({ text }) => referencesOf(text))) {
      const target = posix.join(folder, reference);
      const isWithin = found.some(
        known => known === '' || `${target}/`.startsWith(`${known}/`),
      );
      if (!isWithin && !target.startsWith('..') && found.length < mostPaths) {
        found.push(target);
      }
    }
  }
  return found;
}

/** Whatever is no path of the repository is not found there, and does no harm. */
function referencesOf(text: string): string[] {
  const kustomization = fieldsOf(
    parseAllDocuments(text, { logLevel: 'silent' })[0]?.toJS({
      maxAliasCount: 100,
    }),
  );
  const { resources, bases, components, patches, patchesStrategicMerge } =
    kustomization;
  const generators = [
    ...itemsOf(kustomization.configMapGenerator),
    ...itemsOf(kustomization.secretGenerator),
  ];
  return [
    ...[resources, bases, components, patchesStrategicMerge].flatMap(itemsOf),
    ...itemsOf(patches).map(patch => fieldsOf(patch).path),
    ...generators.flatMap(generator => [
      ...itemsOf(fieldsOf(generator).files),
      ...itemsOf(fieldsOf(generator).envs),
    ]),
  ]
    .map(textOf)
    .filter(reference => reference !== undefined)
    .map(reference => reference.replace(/^[^/]*=/, ''))
    .filter(reference => reference.startsWith('..'));
}
