import type {
  EntityPolicy,
  PolicyResult,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Access, Filter } from '../../FleetQueryStore';
import type { QueryContext } from '../QueryContext';
import { countExcepted, exceptionKey } from './countExcepted';
import { countOpenResults, noneOpen } from './countOpenResults';
import { findResults } from './listPolicyResults';
import { readPolicyExceptions } from './readPolicyExceptions';
import { readPolicyResults } from './readPolicyResults';

/** What is told, and of how much it is chosen: one fix mends a breach on all clusters. */
const mostFixes = 10;
const mostResults = 200;

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
    worst: firstOfEach(await readPolicyResults(context, ids)).slice(
      0,
      mostFixes,
    ),
    exceptions: exceptions.map(({ exception }) => exception),
  };
}

/** Of a breach on several clusters, the worst. */
function firstOfEach(results: readonly PolicyResult[]): PolicyResult[] {
  const fixes = new Map<string, PolicyResult>();
  for (const result of results) {
    const { policy, rule, resource } = result;
    const { kind, namespace, name } = resource;
    const key = JSON.stringify([policy.id, rule, kind, namespace, name]);
    if (!fixes.has(key)) {
      fixes.set(key, result);
    }
  }
  return [...fixes.values()];
}
