import { readFileSync } from 'node:fs';
import type { FleetRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import { builtInEngines } from '../builtInEngines';
import { findEngineKind } from '../findEngineKind';
import { parseManifests } from '../parseManifests';

/** The records of the objects in a file, by the objects' names. */
export function projectFixture(file: string): Map<string, FleetRecord[]> {
  const recordsByName = new Map<string, FleetRecord[]>();
  for (const manifest of parseManifests(readFileSync(file, 'utf8'))) {
    if ('problem' in manifest) {
      throw new Error(`${file}: ${manifest.problem}`);
    }
    const { apiVersion, kind, metadata } = manifest.object;
    const found = findEngineKind(builtInEngines, apiVersion, kind);
    if (!found) {
      throw new Error(`${file}: no engine reads ${apiVersion} ${kind}`);
    }
    recordsByName.set(
      metadata.name,
      found.kind.project(manifest.object, {
        proofKeys: ['fleetcommander.io/entity', 'backstage.io/kubernetes-id'],
      }),
    );
  }
  return recordsByName;
}
