import type { ClusterSourceResult } from '@fleetcommander/backstage-plugin-fleet-node';
import type { z } from 'zod';
import { parseTolerantly } from '../config/parseTolerantly';
import type { ClusterEntry } from './clusterEntrySchema';
import { toClusterDefinition } from './toClusterDefinition';

/** Reads a list of clusters of app-config; an entry that names no cluster spoils itself alone. */
export async function readClusterEntries(options: {
  entries: readonly unknown[];
  /** The config key of the list. */
  key: string;
  schema: z.ZodType<ClusterEntry>;
}): Promise<ClusterSourceResult> {
  const result: ClusterSourceResult = {
    clusters: [],
    problems: [],
    complete: true,
  };
  for (const [index, value] of options.entries.entries()) {
    const key = `${options.key}[${index}]`;
    const { parsed, problems } = parseTolerantly({
      schema: options.schema,
      value,
      key,
    });
    result.problems.push(...problems);
    if (parsed) {
      const definition = await toClusterDefinition(parsed, key);
      result.clusters.push(definition.cluster);
      result.problems.push(...definition.problems);
    } else {
      result.complete = false;
    }
  }
  return result;
}
