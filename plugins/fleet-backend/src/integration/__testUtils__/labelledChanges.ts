import { appendFile } from 'node:fs/promises';
import type {
  Drift,
  DriftKind,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** As much of a drift as is known beforehand. */
export interface Label {
  kind: DriftKind;
  path?: string;
  manager?: string;
}

export function labelOf({ kind, path, manager }: Drift): Label {
  return {
    kind,
    ...(path !== undefined && { path }),
    ...(manager !== undefined && { manager }),
  };
}

/** Adds a change, and what was found of it, to those that precision and recall are counted from. */
export async function countChange(change: {
  scenario: string;
  kind: DriftKind;
  /** Nothing for a look-alike. */
  expected: readonly Label[];
  found: readonly Label[];
}): Promise<void> {
  const { FLEET_TEST_LABELLED: file } = process.env;
  if (file) {
    await appendFile(file, `${JSON.stringify(change)}\n`);
  }
}
