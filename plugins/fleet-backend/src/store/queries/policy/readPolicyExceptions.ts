import type { PolicyException } from '@fleetcommander/backstage-plugin-fleet-common';
import { exceptionState } from '../../../policy/exceptionState';
import type { Access } from '../../FleetQueryStore';
import type { QueryContext } from '../QueryContext';
import { countExcepted, exceptionKey } from './countExcepted';
import { readDeliveries, type Delivery } from './readDeliveries';
import {
  readExceptionRecords,
  type SeenException,
} from './readExceptionRecords';

/** An exception, and the entities that it is proven to belong to. */
export interface LinkedException {
  exception: PolicyException;
  region?: string;
  entityRefs: string[];
}

/** Every exception that the caller may see, with what it lets through. */
export async function readPolicyExceptions(
  context: QueryContext,
  access: Access,
): Promise<LinkedException[]> {
  const { database } = context;
  const seen = await readExceptionRecords(context, access);
  if (seen.length === 0) {
    return [];
  }
  const deliveries = await readDeliveries(
    context,
    access,
    seen.map(({ id }) => id),
  );
  const excepted = await countExcepted(database, { access });
  const reporting: string[] = await database('policy_tallies')
    .distinct('cluster')
    .pluck('cluster');
  return seen.map(item => {
    const delivery = deliveries.get(item.id);
    // What a constraint leaves alone of a namespace is not of who delivers the constraint.
    const isOfOthers =
      item.record.unreported && item.record.namespace !== undefined;
    const deliverer = isOfOthers ? undefined : delivery;
    return {
      region: item.region,
      entityRefs:
        item.entityRefs.length > 0
          ? item.entityRefs
          : deliverer?.entityRefs ?? [],
      exception: toException(item, {
        delivery,
        deliverer,
        letsThrough: item.record.unreported
          ? undefined
          : excepted.get(exceptionKey(item.cluster, item.record.name)) ?? 0,
        reported: reporting.includes(item.cluster),
        now: context.now(),
      }),
    };
  });
}

function toException(
  { id, cluster, environment, record, ownerRefs, freshness }: SeenException,
  {
    delivery,
    deliverer,
    ...facts
  }: {
    delivery: Delivery | undefined;
    /** Whose it is where nothing else tells. */
    deliverer: Delivery | undefined;
    letsThrough?: number;
    reported: boolean;
    now: Date;
  },
): PolicyException {
  const { engine, kind, namespace, name, policies } = record;
  const { scope, reason, owner, expiresAt } = record;
  return {
    id,
    engine,
    kind,
    cluster,
    environment,
    namespace,
    name,
    policies: policies.map(item => ({ name: item.name, rules: item.rules })),
    scope,
    reason,
    owner,
    expiresAt,
    ...exceptionState({ ...facts, expiresAt }),
    letsThrough: facts.letsThrough,
    file: delivery?.file,
    applicationId: delivery?.applicationId,
    ownerRefs: ownerRefs.length > 0 ? ownerRefs : deliverer?.ownerRefs ?? [],
    freshness,
  };
}
