import { InputError } from '@backstage/errors';
import type { NodeGroup } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Manifest } from './readManifests';
import { valueAt } from './valueAt';

/** The node groups of a claim as it has them. */
export function nodeGroupsOf(
  manifest: Manifest,
  path: readonly string[],
): NodeGroup[] {
  const value = valueAt(manifest, path) ?? [];
  if (!Array.isArray(value) || !value.every(isNamed)) {
    throw new InputError(
      `${path.join('.')} of ${manifest.kind} ${
        manifest.metadata.name
      } is no list of node groups with names: set fields.nodeGroups in fleet.claims.clusterKinds`,
    );
  }
  return value;
}

function isNamed(group: unknown): group is NodeGroup {
  return typeof (group as NodeGroup | undefined)?.name === 'string';
}
