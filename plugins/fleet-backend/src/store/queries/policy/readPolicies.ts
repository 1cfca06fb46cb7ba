import {
  coverageStates,
  type Policy,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Access } from '../../FleetQueryStore';
import type { PolicyRow } from '../../rows/PolicyRow';
import { groupBy } from '../../sql/groupBy';
import { withoutNulls } from '../../sql/withoutNulls';
import { whereClusterNameVisible } from '../conditions';
import type { QueryContext } from '../QueryContext';
import { nameOfPolicy } from './nameOfPolicy';
import { openByPolicy } from './openByPolicy';
import { readDescriptions } from './readDescriptions';
import { readContents, type Contents } from './readContents';
import {
  readExceptionRecords,
  type SeenException,
} from './readExceptionRecords';
import { readPolicyClusters, type PolicyCluster } from './readPolicyClusters';
import { standingsOf } from './standingsOf';

interface Open {
  failing: number;
  oldestSince: string;
}

/** Reads policies by what they are called across clusters, in the order of these, as they stand where the caller may see. */
export async function readPolicies(
  context: QueryContext,
  access: Access,
  keys: readonly string[],
): Promise<Policy[]> {
  const { database } = context;
  const stored = database('policies')
    .whereIn('policies.key', [...keys])
    .orderBy('policies.id')
    .select('policies.*');
  whereClusterNameVisible(database, stored, 'policies.cluster', access);
  const rows = ((await stored) as object[]).map(row =>
    withoutNulls<PolicyRow>(row),
  );
  const byKey = groupBy(rows, ({ key }) => key);
  const open = await readOpen(context, access, keys);
  const contents = await readContents(database, access, keys);
  const around = {
    clusters: await readPolicyClusters(context, access),
    exceptions: await readExceptionRecords(context, access),
    descriptions: await readDescriptions(
      database,
      [...byKey.values()].map(([first]) => first),
    ),
  };
  return keys.flatMap(key => {
    const standing = byKey.get(key);
    return standing
      ? toPolicy(standing, {
          ...around,
          contents: contents.get(key),
          open: open.get(key),
        })
      : [];
  });
}

function toPolicy(
  rows: readonly PolicyRow[],
  around: {
    clusters: readonly PolicyCluster[];
    exceptions: readonly SeenException[];
    descriptions: ReadonlyMap<string, string | undefined>;
    contents?: Contents;
    open?: Open;
  },
): Policy {
  const { clusters, exceptions, contents, open } = around;
  const first =
    rows.find(row => row.content_hash === contents?.usual) ?? rows[0];
  const standings = standingsOf(rows, clusters, {
    engines: [first.engine],
    usualContent: contents?.usual,
  });
  const states = groupBy(standings.values(), ({ state }) => state);
  return {
    ...nameOfPolicy(first.key, first.title),
    type: first.type,
    description: around.descriptions.get(first.key),
    severity: first.severity,
    category: first.category,
    controls: JSON.parse(first.controls),
    clusters: Object.fromEntries(
      coverageStates.flatMap(state => {
        const count = states.get(state)?.length;
        return count ? [[state, count]] : [];
      }),
    ),
    versions: contents?.versions ?? 1,
    failing: open?.failing ?? 0,
    oldestSince: open?.oldestSince,
    exceptions: exceptions.filter(({ record }) =>
      record.policies.some(
        ({ kind, name }) =>
          name === first.name && (!kind || kind === first.kind),
      ),
    ).length,
  };
}

async function readOpen(
  { database }: QueryContext,
  access: Access,
  keys: readonly string[],
): Promise<Map<string, Open>> {
  const rows: {
    policy_key: string;
    failing: number | string;
    oldest_since: string;
  }[] = await openByPolicy(database, access).whereIn('policy_key', [...keys]);
  return new Map(
    rows.map(row => [
      row.policy_key,
      { failing: Number(row.failing), oldestSince: row.oldest_since },
    ]),
  );
}
