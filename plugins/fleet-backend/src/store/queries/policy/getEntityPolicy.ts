import type { EntityPolicy } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Access, Filter } from '../../FleetQueryStore';
import type { QueryContext } from '../QueryContext';
import { countExcepted, exceptionKey } from './countExcepted';
import { countOpenResults, noneOpen } from './countOpenResults';
import { findResults } from './listPolicyResults';
import { readPolicyExceptions } from './readPolicyExceptions';
import { readPolicyResults } from './readPolicyResults';
import { sumUpResults } from './sumUpResults';

/** Of which breaches are summed up. */
const mostResults = 200;
const mostBreaches = 10;

/** What to ask of: entities, or a cluster. */
export interface PolicyScope {
  access: Access;
  /** Of an entity with its members. */
  entityRefs?: string[];
  cluster?: string;
}

/** What an entity breaks: how much, what to fix first, and what it is excepted from. */
export async function getEntityPolicy(
  context: QueryContext,
  { access, entityRefs = [], cluster }: PolicyScope,
): Promise<EntityPolicy> {
  const { database } = context;
  const filter: Filter = [
    cluster ? { cluster: [cluster] } : { entity: entityRefs },
  ];
  const [sum] = await countOpenResults(database, { access, filter }, 'all');
  const { ids } = await findResults(database, {
    access,
    filter,
    limit: mostResults,
  });
  const excepted = await countExcepted(database, { access, filter });
  const exceptions = (await readPolicyExceptions(context, access)).filter(
    item =>
      item.exception.cluster === cluster ||
      item.entityRefs.some(ref => entityRefs.includes(ref)) ||
      excepted.has(exceptionKey(item.exception.cluster, item.exception.name)),
  );
  return {
    open: sum?.open ?? noneOpen(),
    resources: sum?.resources ?? 0,
    oldestSince: sum?.oldestSince,
    worst: sumUpResults(await readPolicyResults(context, ids)).slice(
      0,
      mostBreaches,
    ),
    exceptions: exceptions.map(({ exception }) => exception),
  };
}
