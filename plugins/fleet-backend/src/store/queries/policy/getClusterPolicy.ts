import {
  coverageStates,
  type ClusterPolicy,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { demandsOf } from '../../../policy/demandsOf';
import type { Access } from '../../FleetQueryStore';
import type { PolicyRow } from '../../rows/PolicyRow';
import type { PolicyTallyRow } from '../../rows/PolicyTallyRow';
import { groupBy } from '../../sql/groupBy';
import { withoutNulls } from '../../sql/withoutNulls';
import type { QueryContext } from '../QueryContext';
import { countOpenResults, noneOpen } from './countOpenResults';
import { lackingOf } from './lackingOf';
import { readContents } from './readContents';
import { readPolicyClusters } from './readPolicyClusters';
import { readUnread, unreadInWords } from './readUnread';
import { standingsOf } from './standingsOf';

const mostNotes = 20;
/** Engines that tell of policies or of what breaks them. */
const telling = [
  'kyverno',
  'gatekeeper',
  'admission',
  'policy-reports',
  'trivy',
];

/** How policies stand on one cluster that the caller may see, and what cannot be known there. */
export async function getClusterPolicy(
  context: QueryContext,
  name: string,
  access: Access,
): Promise<ClusterPolicy> {
  const { database } = context;
  const [sum] = await countOpenResults(
    database,
    { access, filter: [{ cluster: [name] }] },
    'all',
  );
  const unread = await readUnread(database, {
    engines: telling,
    cluster: name,
  });
  const clusters = await readPolicyClusters(context, access, query =>
    query.where('clusters.name', name),
  );
  const stored: object[] = await database('policies').where({ cluster: name });
  const byKey = groupBy(
    stored.map(row => withoutNulls<PolicyRow>(row)),
    ({ key }) => key,
  );
  const contents = await readContents(database, access, [...byKey.keys()]);
  const states = [...byKey].flatMap(([key, rows]) =>
    [
      ...standingsOf(rows, clusters, {
        engines: [rows[0].engine],
        usualContent: contents.get(key)?.usual,
      }).values(),
    ].map(({ state }) => state),
  );
  return {
    open: sum?.open ?? noneOpen(),
    policies: Object.fromEntries(
      coverageStates.flatMap(state => {
        const count = states.filter(item => item === state).length;
        return count > 0 ? [[state, count]] : [];
      }),
    ),
    deviations:
      (await countLacking(context, name, 'policies')) +
      (await countLacking(context, name, 'controls')),
    notes: [
      ...unread.map(unreadInWords),
      ...(await readStaleNotes(context, name)),
      ...(await readTallyNotes(context, name, access)),
    ],
  };
}

async function countLacking(
  { database, baselines, environments }: QueryContext,
  name: string,
  of: 'policies' | 'controls',
): Promise<number> {
  const demands = demandsOf(baselines(), of, environments);
  if (demands.length === 0) {
    return 0;
  }
  const cluster = database('clusters')
    .where('clusters.name', name)
    .select('clusters.name');
  const [{ count }] = await lackingOf(database, demands, of, cluster).count({
    count: '*',
  });
  return Number(count);
}

/** Reports whose reporter should have looked again by now. */
async function readStaleNotes(
  { database, now }: QueryContext,
  cluster: string,
): Promise<string[]> {
  const rows: { collection: string; count: number | string }[] = await database(
    'policy_tallies',
  )
    .where({ cluster })
    .where('stale_at', '<', now().toISOString())
    .groupBy('collection')
    .orderBy('collection')
    .select('collection')
    .count({ count: '*' });
  return rows.map(
    ({ collection, count }) =>
      `${kindOf(
        collection,
      )}: ${count} not looked at again for too long, so what breaks policies may be something else by now`,
  );
}

/**
 * Reports that do not list all that there is, or count otherwise than they list. Those in namespaces only for who sees all that runs
 * there: they count what belongs to many.
 */
async function readTallyNotes(
  { database }: QueryContext,
  cluster: string,
  access: Access,
): Promise<string[]> {
  const noted = database('policy_tallies')
    .where({ cluster })
    .whereRaw('(capped_of is not null or stated is not null)')
    .orderBy(['collection', 'object_key'])
    .limit(mostNotes);
  if (access.applications !== true) {
    noted.whereNot('object_key', 'like', '%/%');
  }
  const rows: object[] = await noted;
  return rows.map(row => noteOf(withoutNulls<PolicyTallyRow>(row)));
}

function noteOf(tally: PolicyTallyRow): string {
  const what = `${kindOf(tally.collection)} ${tally.object_key}`;
  const listed = tally.fail + tally.warn + tally.error;
  if (tally.capped_of !== undefined) {
    return `${what}: its engine lists ${listed} of ${tally.capped_of} that break it, so what is not listed counts as it was`;
  }
  const stated = Object.entries<number>(JSON.parse(tally.stated ?? '{}')).map(
    ([verdict, count]) => `${count} ${verdict}`,
  );
  const counted = `${tally.pass} pass, ${tally.fail} fail, ${tally.warn} warn, ${tally.error} error, ${tally.skip} skip`;
  return `${what}: its summary says ${stated.join(', ')}; it lists ${counted}`;
}

function kindOf(collection: string): string | undefined {
  return collection.split(':').at(-1);
}
