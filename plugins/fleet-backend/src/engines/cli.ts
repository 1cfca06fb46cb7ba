import { readFileSync } from 'node:fs';
import {
  ANNOTATION_DELIVERY_KEY,
  ANNOTATION_ENTITY,
  KUBERNETES_ID,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { builtInEngines } from './builtInEngines';
import { findKindOfObject } from './findKindOfObject';
import { parseManifests } from './parseManifests';

const context = {
  proofKeys: [ANNOTATION_ENTITY, ANNOTATION_DELIVERY_KEY, KUBERNETES_ID],
};

/** Prints the records that the objects in the named files become; says on stderr what becomes of the rest. */
function main(files: readonly string[]): void {
  if (files.length === 0) {
    complain('Name the YAML or JSON files to read: fleet:project FILE…');
  }
  const projected: unknown[] = [];
  for (const file of files) {
    for (const manifest of read(file)) {
      if ('problem' in manifest) {
        complain(`${file}: ${manifest.problem}`);
        continue;
      }
      const { object } = manifest;
      const { apiVersion, kind } = object;
      const { namespace, name } = object.metadata;
      const from = { file, apiVersion, kind, namespace, name };
      const found = findKindOfObject(builtInEngines, object);
      const records = found?.kind.project(object, context) ?? [];
      for (const record of records) {
        projected.push({ object: from, record });
      }
      if (records.length === 0) {
        const why = found ? 'makes no record' : 'no engine reads this kind';
        console.error(
          `${file}: ${apiVersion} ${kind} ${
            namespace ? `${namespace}/` : ''
          }${name}: ${why}`,
        );
      }
    }
  }
  console.log(JSON.stringify(projected, undefined, 2));
}

function read(file: string): ReturnType<typeof parseManifests> {
  try {
    return parseManifests(readFileSync(file, 'utf8'));
  } catch (error) {
    return [{ problem: `cannot be read: ${(error as Error).message}` }];
  }
}

function complain(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

main(process.argv.slice(2));
