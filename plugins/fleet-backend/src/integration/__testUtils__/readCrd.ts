import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { parseAllDocuments } from 'yaml';

const ownCrds = join(__dirname, '../crds');

/** The CustomResourceDefinition of that name, from the folder in `FLEET_TEST_CRDS` where it is there, else our own minimal one. */
export async function readCrd(name: string): Promise<KubernetesObject> {
  const { FLEET_TEST_CRDS } = process.env;
  for (const folder of [FLEET_TEST_CRDS, ownCrds]) {
    const crd = folder && (await findCrd(folder, name));
    if (crd) {
      return crd;
    }
  }
  throw new Error(`there is no CustomResourceDefinition ${name} in ${ownCrds}`);
}

async function findCrd(folder: string, name: string) {
  const paths = await readdir(folder, { recursive: true });
  for (const path of paths.filter(file => /\.ya?ml$/.test(file))) {
    const text = await readFile(join(folder, path), 'utf8');
    // Reading all of a folder of CRDs as YAML takes a while.
    if (text.includes(name)) {
      for (const document of parseAllDocuments(text)) {
        const object = document.toJS() as KubernetesObject | undefined;
        if (
          object?.kind === 'CustomResourceDefinition' &&
          object.metadata.name === name
        ) {
          return object;
        }
      }
    }
  }
  return undefined;
}
